/**
 * The public version of a decision: an allow-list projection of the signed decision. Its text is the
 * served text, segment by segment, minus what is marked withheld, each with its clause (公示规定 art. 6,
 * 7). Nothing is blacked out over a finished paper, and nothing is public because nobody thought of it.
 */
import type { DataOf } from '../matter/act-data.ts';
import type { Party } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { maskedName } from './masking.ts';

/** A piece of the served text, with what must be looked at before it is published. */
export interface ServedSegment {
  readonly text: string;
  readonly sensitive?: string;
}

/** The decision as it was served. */
export interface ServedDecision {
  readonly number: string;
  readonly authority: string;
  readonly violation: string;
  readonly penaltyWords: string;
  readonly basis: string;
  readonly decidedOn: PlainDate;
  readonly styles: readonly string[];
  readonly text: readonly (readonly ServedSegment[])[];
}

export interface WithheldNote {
  /** 1-based, as printed beside the gap. */
  readonly number: number;
  readonly what: string;
  readonly reason: string;
  readonly clause: string;
}

/** What stands in the public text: served words, or a gap that names its clause. */
export type PublicSegment =
  | { readonly text: string }
  | { readonly withheld: number; readonly what: string };

export interface PublicParagraph {
  readonly style: string;
  readonly segments: readonly PublicSegment[];
}

export interface SummaryLine {
  readonly field: string;
  readonly value: string;
}

export interface PublicEntry {
  readonly title: string;
  readonly party: string;
  readonly partyCode: string | null;
  readonly summary: readonly SummaryLine[];
  readonly body: readonly PublicParagraph[];
  readonly withheld: readonly WithheldNote[];
}

export interface PublicationChoice {
  readonly form: DataOf<'publication.published'>['form'];
  /** Fields the summary shows. */
  readonly fields: readonly string[];
  /** Further segments withheld by decision of the bureau: position of paragraph and segment, and on which ground. */
  readonly hidden: readonly {
    readonly paragraph: number;
    readonly segment: number;
    readonly ground: string;
  }[];
}

/** The public version of `served`. */
export function publicEntry(
  served: ServedDecision,
  party: Party,
  choice: PublicationChoice,
  law: Law,
  day: PlainDate,
): PublicEntry {
  const name = maskedName(party);
  const { body, withheld } =
    choice.form === 'summary' ? { body: [], withheld: [] } : publicText(served, choice, law, day);
  return {
    title: `${name}${served.violation}案`,
    party: name,
    partyCode: party.kind === 'natural' ? null : party.code,
    summary: summaryLines(served, party, choice.fields),
    body,
    withheld,
  };
}

/** The summary shows the fields asked for, in this order; any other is not public. */
function summaryLines(
  served: ServedDecision,
  party: Party,
  fields: readonly string[],
): SummaryLine[] {
  const organisation = party.kind !== 'natural';
  const all: readonly (readonly [string, string | null])[] = [
    ['number', served.number],
    ['party', maskedName(party)],
    ['code', organisation ? party.code : null],
    ['representative', organisation ? party.representative : null],
    ['violation', served.violation],
    ['category', '行政处罚'],
    ['penalty', served.penaltyWords],
    ['conclusion', served.penaltyWords],
    ['basis', served.basis],
    ['authority', served.authority],
    ['date', served.decidedOn],
  ];
  // The party's code and representative belong to the party wherever it is shown.
  const wanted = new Set(fields.includes('party') ? [...fields, 'code', 'representative'] : fields);
  const shown = all.filter(([field, value]) => wanted.has(field) && value !== null && value !== '');
  // A conclusion that repeats the penalty is shown once.
  return shown
    .filter(([field]) => field !== 'conclusion' || !wanted.has('penalty'))
    .map(([field, value]) => ({ field, value: value ?? '' }));
}

function publicText(served: ServedDecision, choice: PublicationChoice, law: Law, day: PlainDate) {
  const notes = law.value('publish.withholding', day);
  const [absolute = ''] = (
    law.resolution('publish.withheld.absolute', day).chosen?.rule.basis ?? []
  ).map((basis) => basis.replace(' ', ''));
  const withheld: WithheldNote[] = [];
  const body = served.text.map(
    (paragraph, p): PublicParagraph => ({
      style: served.styles[p] ?? 'body',
      segments: merged(
        paragraph.map((segment, s) => {
          const ground =
            choice.hidden.find((one) => one.paragraph === p && one.segment === s)?.ground ??
            segment.sensitive ??
            null;
          if (ground === null) return { text: segment.text };
          const note = notes[ground] ?? {
            what: '有关内容',
            reason: '依法不予公开',
            clause: absolute,
          };
          withheld.push({ number: withheld.length + 1, ...note });
          return { withheld: withheld.length, what: note.what };
        }),
      ),
    }),
  );
  return { body, withheld };
}

/** Neighbouring open segments read as one. */
function merged(segments: readonly PublicSegment[]): PublicSegment[] {
  const result: PublicSegment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last && 'text' in last && 'text' in segment)
      result[result.length - 1] = { text: last.text + segment.text };
    else result.push(segment);
  }
  return result;
}
