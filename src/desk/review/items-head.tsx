/** Over the items: how many there are, the keys, and whether the draft is kept. */
import type { ReviewDraft } from './review-draft.ts';
import type { Draft } from '../api/use-draft.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { timeWords } from '../words/dates.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

export function ItemsHead({
  count,
  kept: { savedAt },
}: {
  readonly count: number;
  readonly kept: Draft<ReviewDraft>;
}) {
  return (
    <header className="review-items-head">
      <h2>{T.items(count)}</h2>
      <small>{T.itemsNote}</small>
      <span className="review-keys">
        <KeyCap>1</KeyCap>—<KeyCap>{String(Math.min(count, 9))}</KeyCap> {T.keys.choose}
        <KeyCap>M</KeyCap> {T.keys.met}
        <KeyCap>B</KeyCap> {T.keys.notMet}
        <KeyCap>N</KeyCap> {T.keys.notApplicable}
      </span>
      <small role="status">{savedAt === null ? '' : T.saved(timeWords(savedAt))}</small>
    </header>
  );
}
