/** The served text and the public one, paragraph beside paragraph. */
import { Fragment, useState } from 'react';
import type { PublicationPreview } from '../../publicity/publication.api.ts';
import type { Cleared } from '../../publicity/review-answers.ts';
import {
  type CheckDraft,
  groundOf,
  hideParagraph,
  type Hidden,
  openSuspects,
  unhideParagraph,
} from './check.ts';
import { dayWords } from '../words/dates.ts';
import { Suspects } from './suspects.tsx';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

export interface TextsProps {
  readonly preview: PublicationPreview;
  readonly hidden: Hidden;
  readonly cleared: Cleared;
  /** Left out where nothing may be hidden now. */
  readonly change?: (part: Partial<CheckDraft>) => void;
}

export function Texts({ preview, hidden, cleared, change }: TextsProps) {
  const { served, public: shown, grounds } = preview;
  const suspects = openSuspects(preview, cleared);
  const what = (ground: string): string => grounds.find(({ id }) => id === ground)?.what ?? ground;
  return (
    <section className="publication-texts" aria-label={T.text}>
      <dl aria-label={T.summary}>
        {shown.summary.map(({ field, value }) => (
          <div key={field}>
            <dt>{T.fields[field] ?? field}</dt>
            <dd>{field === 'date' ? dayWords(value, '') : value}</dd>
          </div>
        ))}
      </dl>
      <Suspects
        open={suspects}
        all={preview.suspects}
        hidden={hidden}
        cleared={cleared}
        {...(change ? { change } : {})}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{T.served}</th>
            <th scope="col">{T.public}</th>
            {change && (
              <th scope="col">
                <span className="unseen">{T.hide}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {served.map(({ style, segments }, index) => {
            const open = shown.body[index];
            return (
              // A decision's paragraphs have no name but their place, and never move.
              <tr key={index} className={`publication-${style}`}>
                <td data-title={T.served}>
                  <p>
                    {segments.map((segment, at) =>
                      segment.sensitive === undefined ? (
                        <Served
                          key={at}
                          text={segment.text}
                          suspects={suspects.filter(
                            (one) => one.paragraph === index && one.segment === at,
                          )}
                        />
                      ) : (
                        <mark key={at} title={T.sensitive(what(segment.sensitive))}>
                          {segment.text}
                        </mark>
                      ),
                    )}
                  </p>
                </td>
                <td data-title={T.public}>
                  {!open && index === 0 && <p className="note">{T.summaryOnly}</p>}
                  {open && (
                    <p>
                      {open.segments.map((segment, at) =>
                        'withheld' in segment ? (
                          <b key={at} className="publication-gap">
                            {T.withheldMark(segment.withheld, segment.what)}
                          </b>
                        ) : (
                          <span key={at}>{segment.text}</span>
                        ),
                      )}
                    </p>
                  )}
                </td>
                {change && (
                  <td className="publication-hiding">
                    <Hide
                      number={index + 1}
                      grounds={grounds}
                      ground={groundOf(hidden, index)}
                      onHide={(ground) =>
                        change({ hidden: hideParagraph(hidden, index, segments, ground) })
                      }
                      onUnhide={() => change({ hidden: unhideParagraph(hidden, index) })}
                    />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Withheld preview={preview} />
    </section>
  );
}

type Suspect = PublicationPreview['suspects'][number];

/** An open piece of the served text, its suspects marked. */
function Served({
  text,
  suspects,
}: {
  readonly text: string;
  readonly suspects: readonly Suspect[];
}) {
  const [first, ...others] = suspects;
  if (!first) return <span>{text}</span>;
  const pieces = text.split(first.text);
  return pieces.map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <mark className="publication-suspect" title={T.suspectMark(T.suspects[first.kind])}>
          {first.text}
        </mark>
      )}
      <Served text={piece} suspects={others} />
    </Fragment>
  ));
}

interface HideProps {
  readonly number: number;
  readonly grounds: PublicationPreview['grounds'];
  readonly ground: string | null;
  readonly onHide: (ground: string) => void;
  readonly onUnhide: () => void;
}

/** Nothing is hidden without its ground: the ground is what one chooses. */
function Hide({ number, grounds, ground, onHide, onUnhide }: HideProps) {
  const [isOpen, setOpen] = useState(false);
  if (ground !== null)
    return (
      <span className="publication-hide">
        <small>{grounds.find(({ id }) => id === ground)?.what ?? ground}</small>
        <button
          type="button"
          className="link"
          aria-label={T.unhideParagraph(number)}
          onClick={onUnhide}
        >
          {T.unhide}
        </button>
      </span>
    );
  if (!isOpen)
    return (
      <span className="publication-hide">
        <button
          type="button"
          className="link"
          aria-label={T.hideParagraph(number)}
          onClick={() => setOpen(true)}
        >
          {T.hide}
        </button>
      </span>
    );
  return (
    <span className="publication-hide is-open">
      <select
        className="office-input"
        aria-label={T.ground(number)}
        autoFocus
        value=""
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setOpen(false);
          if (target.value !== '') onHide(target.value);
        }}
      >
        <option value="">{T.chooseGround}</option>
        {grounds.map(({ id, what, clause }) => (
          <option key={id} value={id}>
            {T.groundLine(what, clause)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Withheld({ preview }: { readonly preview: PublicationPreview }) {
  const { withheld } = preview.public;
  return (
    <footer>
      <h2>{T.withheldTitle}</h2>
      {withheld.length === 0 ? (
        <p>{T.noneWithheld}</p>
      ) : (
        <ol>
          {withheld.map(({ number, what, reason, clause }) => (
            <li key={number}>{T.withheldNote(what, reason, clause)}</li>
          ))}
        </ol>
      )}
    </footer>
  );
}
