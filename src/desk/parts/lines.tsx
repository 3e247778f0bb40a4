/** Grey lines in the place of what is not there yet; only at the first load, later the old data stays. */
import { PARTS_TEXTS } from './parts.texts.ts';

const WIDTHS = [34, 72, 58, 81, 66, 49, 77, 60];

export function Lines({ count = 6 }: { readonly count?: number }) {
  return (
    <div className="lines" role="status" aria-label={PARTS_TEXTS.loading}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} style={{ width: `${WIDTHS[index % WIDTHS.length] ?? 60}%` }} />
      ))}
    </div>
  );
}
