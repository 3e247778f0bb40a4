/** What is said of a review whose opinion does not follow from its items. */
export const REVIEW_FORM_TEXTS = {
  notAgreed: (items: readonly string[]) =>
    `有审核内容不满足：${items.map((item) => `“${item}”`).join('、')}。不能同意，请改选建议纠正、建议补充调查或者其他意见。`,
} as const;
