/** Words of the coverage of legal review. */
export const COVERAGE_TEXTS = {
  title: '审核覆盖率',
  subtitle: '重大执法决定都要先经法制审核，没有通过的决定写不进去。',
  none: '还没有作出的决定。',
  columns: {
    year: '年度',
    decisions: '决定',
    legal: '应经法制审核',
    reviewed: '已经法制审核',
    figure: '覆盖率',
    caseReviewed: '已经案件审核',
  },
  yearWords: (year: number) => `${year}年`,
  nothingDue: '没有应审的',
} as const;
