/** What is said beside a field of the register. */
export const PERSON_ACT_TEXTS = {
  malformed: '这一项的格式不对。',
  missing: (label: string) => `还缺“${label}”。`,
} as const;
