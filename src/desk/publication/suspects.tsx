/** What a machine cannot tell for certain: whoever checks hides each place, or says that it may be public. */
import { Button } from 'antd';
import type { PublicationPreview } from '../../publicity/publication.api.ts';
import { type Cleared, isCleared } from '../../publicity/review-answers.ts';
import { type CheckDraft, clear, type Hidden, hideSuspect, unclear } from './check.ts';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

type Suspect = PublicationPreview['suspects'][number];

export interface SuspectsProps {
  /** Those nobody has answered yet. */
  readonly open: readonly Suspect[];
  readonly all: readonly Suspect[];
  readonly hidden: Hidden;
  readonly cleared: Cleared;
  /** Left out where nothing may be decided now. */
  readonly change?: (part: Partial<CheckDraft>) => void;
}

export function Suspects({ open, all, hidden, cleared, change }: SuspectsProps) {
  const read = all.filter((one) => isCleared(one, cleared));
  if (all.length === 0) return null;
  return (
    <div className="publication-suspects" role="status">
      {open.length > 0 && (
        <>
          <h2>{T.suspectsTitle(open.length)}</h2>
          <p>{T.suspectsNote}</p>
          <ul>
            {open.map((one) => (
              <li key={keyOf(one)}>
                <Line of={one} />
                {change && (
                  <span className="publication-answers">
                    <button
                      type="button"
                      className="link"
                      aria-label={T.suspectClearOf(one.paragraph + 1, one.text)}
                      onClick={() => change({ cleared: clear(cleared, [one]) })}
                    >
                      {T.suspectClear}
                    </button>
                    <button
                      type="button"
                      className="link"
                      aria-label={T.suspectHideOf(one.paragraph + 1, one.text)}
                      onClick={() => change({ hidden: hideSuspect(hidden, one) })}
                    >
                      {T.hide}
                    </button>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {change && (
            <Button onClick={() => change({ cleared: clear(cleared, open) })}>
              {T.suspectsClearAll}
            </Button>
          )}
        </>
      )}
      {read.length > 0 && (
        <details>
          <summary>{T.clearedTitle(read.length)}</summary>
          <ul>
            {read.map((one) => (
              <li key={keyOf(one)}>
                <Line of={one} />
                {change && (
                  <button
                    type="button"
                    className="link"
                    aria-label={T.unclearOf(one.paragraph + 1, one.text)}
                    onClick={() => change({ cleared: unclear(cleared, one) })}
                  >
                    {T.unclear}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function keyOf({ paragraph, segment, text }: Suspect): string {
  return `${paragraph} ${segment} ${text}`;
}

function Line({ of: { paragraph, text, kind } }: { readonly of: Suspect }) {
  return <span>{T.suspectLine(paragraph + 1, text, T.suspects[kind])}</span>;
}
