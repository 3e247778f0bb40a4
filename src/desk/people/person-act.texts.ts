/** What is said beside a field of the register. */
export const PERSON_ACT_TEXTS = {
  missing: (label: string) => `还缺“${label}”。`,
} as const;
