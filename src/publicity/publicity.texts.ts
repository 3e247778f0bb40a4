/** Words the public version of a decision adds to those that were served. */
export const PUBLIC_TEXTS = {
  gap: (what: string) => `〔${what}已隐去〕`,
  /** Any gap {@link gap} makes. */
  anyGap: /〔[^〔〕]*已隐去〕/gu,
  withheld: { what: '有关内容', reason: '依法不予公开' },
  title: (party: string, violation: string) =>
    `${violation.includes(party) ? '' : party}${violation}${violation.endsWith('案') ? '' : '案'}`,
  penalty: '行政处罚',
  noPenalty: '不予行政处罚',
} as const;
