/** What is said of people and exhibits an act names. */
const MEDIA: Readonly<Record<string, string>> = { audio: '录音', video: '录像', image: '照片' };

export const REFERENCE_TEXTS = {
  exhibit: '从本案材料里选。',
  person: '从本局人员名录里选。',
  medium: (media: readonly string[]) =>
    `这份材料不是${media.map((one) => MEDIA[one] ?? one).join('或者')}，请另选。`,
} as const;
