/** What is said of the name under a review. */
export const TEXTS = {
  notOwnName: '审核由审核人本人办理，不能以他人名义提交。',
} as const;
