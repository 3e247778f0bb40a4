/** The served text on its sheet: nothing in it that was not served, except gaps that name their clause. */
import { DECISION } from '../pages/decision.texts.ts';
import type { PublicParagraph, PublicSegment, WithheldNote } from '../../publicity/entry.ts';
import type { PublishedEntry } from '../published.views.ts';

export function ServedText({ entry }: { readonly entry: PublishedEntry }) {
  return (
    <article className="sheet" aria-label={DECISION.document}>
      {entry.body.map((paragraph, index) => (
        <Paragraph key={index} of={paragraph} notes={entry.withheld} />
      ))}
    </article>
  );
}

function Paragraph({
  of: { style, segments },
  notes,
}: {
  readonly of: PublicParagraph;
  readonly notes: readonly WithheldNote[];
}) {
  const content = segments.map((segment, index) => (
    <Segment key={index} of={segment} notes={notes} />
  ));
  switch (style) {
    case 'title':
      return <h2 className="title">{content}</h2>;
    case 'summary-title':
    case 'heading':
      return <h3>{content}</h3>;
    default:
      return <p className={SHEET_STYLES.has(style) ? style : 'body'}>{content}</p>;
  }
}

/** Styles of paragraphs that the sheet knows; any other reads as running text. */
const SHEET_STYLES: ReadonlySet<string> = new Set([
  'summary',
  'office',
  'number',
  'party',
  'item',
  'sign',
  'copies',
]);

function Segment({
  of,
  notes,
}: {
  readonly of: PublicSegment;
  readonly notes: readonly WithheldNote[];
}) {
  if ('text' in of) return <span>{of.text}</span>;
  const note = notes.find(({ number }) => number === of.withheld);
  const clause = note?.clause ?? '';
  return (
    <mark>
      <span className="aloud">{DECISION.gapSpoken(of.what, clause)}</span>
      <span aria-hidden="true">
        {DECISION.gap(of.what)}
        <i>
          {shortClause(clause)}
          <sup>{of.withheld}</sup>
        </i>
      </span>
    </mark>
  );
}

/** 第六条 of 公示规定第六条; other clauses stay as they are. */
function shortClause(clause: string): string {
  return /第[一二三四五六七八九十百]+条.*$/.exec(clause)?.[0] ?? clause;
}

/** All gaps again, with reason and clause. */
export function Withheld({ notes }: { readonly notes: readonly WithheldNote[] }) {
  return (
    <section className="gaps">
      <h2>{DECISION.gaps(notes.length)}</h2>
      <table>
        <thead>
          <tr>
            {DECISION.gapColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notes.map(({ number, what, reason, clause }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{what}</td>
              <td>{reason}</td>
              <td>{clause}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
