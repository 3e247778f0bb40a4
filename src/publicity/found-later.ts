/** What the file has come to tell of people since the decision was made: hidden in its text by itself, segment by segment. Pure. */
import { type Secret, segmentText } from '../document/sensitive.ts';
import type { PublicationChoice, ServedSegment } from './entry.ts';

type Hidden = PublicationChoice['hidden'];

/**
 * `hidden` with every further open segment that holds one of the secrets. A segment is hidden whole: it was committed whole,
 * and its proof would open it whole.
 */
export function withFoundLater(
  text: readonly (readonly ServedSegment[])[],
  hidden: Hidden,
  secrets: readonly Secret[],
): Hidden {
  const found = text.flatMap((segments, paragraph) =>
    segments.flatMap((one, segment): Hidden => {
      const isHidden =
        one.sensitive !== undefined ||
        hidden.some((other) => other.paragraph === paragraph && other.segment === segment);
      if (isHidden) return [];
      const ground = segmentText(one.text, secrets).find(
        ({ sensitive }) => sensitive !== undefined,
      )?.sensitive;
      return ground === undefined ? [] : [{ paragraph, segment, ground }];
    }),
  );
  return found.length === 0 ? hidden : [...hidden, ...found];
}
