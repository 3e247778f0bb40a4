/** Words of the lists of matters. */
export const MATTERS_TEXTS = {
  title: '事项',
  begin: '登记案源',
  text: '案号、文号、当事人、案由',
  procedure: '程序',
  state: '状态',
  stage: '环节',
  unit: '承办机构',
  handler: '办案人员',
  party: '当事人',
  subject: '案由',
  number: '案号',
  begunOn: '登记',
  nextDue: '最近到期',
  lastAt: '最近办理',
  none: '还没有事项。',
  noneFound: '没有符合条件的事项。换个条件，或者清除筛选。',
  more: '再看一些',
  shown: (count: number, isAll: boolean) => (isAll ? `共 ${count} 件` : `已列出 ${count} 件`),
  noNumber: '未编号',
} as const;

/** States of a matter. */
export const STATE_TEXTS: Readonly<Record<string, string>> = {
  open: '在办',
  decided: '已决定',
  closed: '已结案',
  declined: '不予立案',
  archived: '已归档',
};

export function stateWords(state: string): string {
  return STATE_TEXTS[state] ?? state;
}
