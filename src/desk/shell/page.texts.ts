/** Titles of pages and words of the top bar. */
export const PAGE_TEXTS = {
  queue: '工作台',
  matters: '事项',
  begin: '登记案源',
  matter: '案卷',
  act: '办理',
  contents: '案卷目录',
  parties: '当事人',
  party: '一户一档',
  account: '我的账号',
  reviews: '审核台',
  review: '审核',
  decisions: '公示台账',
  requests: '来件',
  publication: '公示核对',
} as const;

export const WORD_TEXTS = {
  queue: '工作台',
  matters: '事项',
  review: '审核',
  publicity: '公示',
  law: '规则',
  supervision: '监督',
  archive: '档案',
  people: '人员',
} as const;
