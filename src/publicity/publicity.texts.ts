/** Words the public version of a decision adds to those that were served. */
export const PUBLIC_TEXTS = {
  gap: (what: string) => `〔${what}已隐去〕`,
  withheld: { what: '有关内容', reason: '依法不予公开' },
  title: (party: string, violation: string) => `${party}${violation}案`,
  penalty: '行政处罚',
  noPenalty: '不予行政处罚',
} as const;
