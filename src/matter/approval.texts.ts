/** What is said of an approval that does not fit what was put before the head. */
export const APPROVAL_TEXTS = {
  unknown: '这项请示已经办结或者不存在。',
  before: '发生时间早于批准时间。',
  beforeRefusal: (at: string): string => `不能早于不予批准的时间：${at}。`,
  notTheirs: '这个环节由批准的人作出，不能写成别人办理。',
  changed: (was: string): string =>
    `与报批的内容不一致：报批的是${was === '' ? '空着' : `“${was}”`}。要改的，退回重报。`,
} as const;
