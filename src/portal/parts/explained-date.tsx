/** The last day for publication, and why it is that day. */
import type { ExplainedDay } from '../explained-day.ts';
import { DECISION, dueSentence } from '../pages/decision.texts.ts';
import { Day } from './basics.tsx';

export interface DueProps {
  readonly due: string;
  readonly explained: ExplainedDay | null;
  /** Working days the rule gives, and its basis. */
  readonly limit: number;
  readonly basis: readonly string[];
}

export function ExplainedDate({ due, explained, limit, basis }: DueProps) {
  return (
    <>
      <Day of={due} />
      {explained && (
        <details className="why">
          <summary>{DECISION.why}</summary>
          <Strip of={explained} />
          <p className="note">{dueSentence(explained, limit, basis)}</p>
        </details>
      )}
    </>
  );
}

/** Whole weeks from Monday on. Hidden from readers aloud: the sentence beside it says the same. */
function Strip({ of: { blanks, days } }: { readonly of: ExplainedDay }) {
  const cells = Array.from({ length: blanks }, (_, place) => (
    <i key={place} className="blank" aria-hidden="true" />
  ));
  return (
    <div className="strip" aria-hidden="true">
      {cells}
      {days.map(({ day, kind, last }, index) => (
        <i key={day} className={last ? `${kind} last` : kind}>
          {index === 0 || day.endsWith('-01')
            ? `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
            : Number(day.slice(8))}
        </i>
      ))}
    </div>
  );
}
