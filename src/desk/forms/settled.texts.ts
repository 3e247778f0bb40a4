/** Words of a request for approval that has been answered. */
export const SETTLED_TEXTS = {
  title: (term: string): string => `${term}的报请`,
  approved: (who: string, at: string): string => `${who} ${at} 已批准，不用再办。`,
  refused: (who: string, at: string): string => `${who} ${at} 没有批准。`,
  asked: '报请的内容',
  answered: '办理结果',
  inFile: (seq: number): string => `到办理过程看第 ${seq} 号`,
} as const;
