/** One item of the review: its answer, empty at first, its note, and the page it points at. */
import { useId, useState } from 'react';
import { Switch } from '../offices/switch.tsx';
import { Sign } from '../parts/sign.tsx';
import type { ItemFinding } from './findings.ts';
import type { ReviewDraft } from './review-draft.ts';
import type { ReviewItem } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import type { Reading } from './use-reading.ts';

export interface ItemRowProps {
  readonly item: ReviewItem;
  readonly number: number;
  readonly draft: ReviewDraft;
  readonly finding: ItemFinding | undefined;
  readonly isChosen: boolean;
  readonly reading: Reading;
  readonly onChoose: () => void;
  readonly onAnswer: (value: string) => void;
  readonly change: (change: (now: ReviewDraft) => ReviewDraft) => void;
}

export function ItemRow(props: ItemRowProps) {
  const { item, number, draft, finding, isChosen, reading, onChoose, onAnswer, change } = props;
  const answer = draft.answers[item.name] ?? '';
  const note = draft.notes[item.name] ?? '';
  const cited = draft.citations[item.name];
  const noteId = useId();
  const [isWriting, setWriting] = useState(false);
  const isDiffering = answer === 'met' && finding?.says === 'not-met';
  const isNoteShown = isWriting || answer === 'not-met' || isDiffering || note !== '';
  const why = answer === 'not-met' ? T.noteRequired : isDiffering ? T.differs : null;
  return (
    // Chosen by the click and not before it: the row grows, and a button that moves under the pointer is never clicked.
    <li
      data-chosen={isChosen}
      onClick={onChoose}
      onFocus={({ target }) => {
        if (target.matches(':focus-visible')) onChoose();
      }}
    >
      <span className="review-item-number">{number}</span>
      <h3>{item.label}</h3>
      {finding ? (
        <small className="review-machine">
          <Sign name={finding.says} size={14} /> {T.machine[finding.says]}
        </small>
      ) : (
        <span />
      )}
      <Switch label={item.label} choices={item.answers} value={answer} onChoose={onAnswer} />
      {finding && <Findings finding={finding} reading={reading} />}
      {(isChosen || isNoteShown || cited) && (
        <div className="review-item-note">
          {isNoteShown && (
            <>
              <label htmlFor={noteId} className="unseen">
                {T.note(number)}
              </label>
              <textarea
                id={noteId}
                className="office-input"
                rows={2}
                autoFocus={isWriting}
                maxLength={1000}
                placeholder={T.notePlaceholder}
                aria-describedby={why === null ? undefined : `${noteId}-why`}
                value={note}
                onChange={({ target }) =>
                  change((now) => ({ ...now, notes: { ...now.notes, [item.name]: target.value } }))
                }
              />
              {why !== null && note.trim() === '' && <small id={`${noteId}-why`}>{why}</small>}
            </>
          )}
          <span className="review-item-evidence">
            {isChosen && !isNoteShown && (
              <button type="button" className="link" onClick={() => setWriting(true)}>
                {T.writeNote}
              </button>
            )}
            {cited && (
              <span>
                <button
                  type="button"
                  className="link"
                  onClick={() => reading.open(cited.file, cited.page)}
                >
                  {T.cited(cited.title, cited.page)}
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={T.uncite(T.cited(cited.title, cited.page))}
                  onClick={() => change((now) => withoutCitation(now, item.name))}
                >
                  <Sign name="close" size={10} />
                </button>
              </span>
            )}
            {isChosen && !cited && (
              <button
                type="button"
                className="link"
                onClick={() =>
                  change((now) => ({
                    ...now,
                    citations: {
                      ...now.citations,
                      [item.name]: {
                        file: reading.chosen.key,
                        title: reading.chosen.title,
                        page: reading.page,
                      },
                    },
                  }))
                }
              >
                {T.cite}
              </button>
            )}
          </span>
        </div>
      )}
    </li>
  );
}

/** What the machine saw, with the papers it was read off. */
function Findings({
  finding: { findings },
  reading,
}: {
  readonly finding: ItemFinding;
  readonly reading: Reading;
}) {
  return (
    <ul className="review-findings">
      {findings.map(({ text, papers }) => (
        <li key={text}>
          {text}
          {papers.map(({ seq, ordinal, title }) => (
            <button
              key={`${seq}:${ordinal}`}
              type="button"
              className="link"
              onClick={() => reading.open(`document:${seq}:${ordinal}`)}
            >
              {title}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

function withoutCitation(draft: ReviewDraft, name: string): ReviewDraft {
  return {
    ...draft,
    citations: Object.fromEntries(Object.entries(draft.citations).filter(([one]) => one !== name)),
  };
}
