/** What is said of a number that cannot be voided. */
export const VOIDING_TEXTS = {
  correct: '更正',
  restedOn: '决定已经作出，决定以前的文书是它的根据，文号不能作废。',
  decided: (term: string) =>
    `决定已经作出，文号不能作废。决定有错误的，由本局主动改正，在“${term}”里记下。`,
} as const;
