/**
 * The public version of a decision: an allow-list projection of the signed decision. Its text is the
 * served text, segment by segment, minus what is marked withheld, each with its clause (公示规定 art. 6,
 * 7). Nothing is blacked out over a finished paper, and nothing is public because nobody thought of it.
 */
import type { DataOf } from '../matter/act-data.ts';
import type { Party } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Secret, Segment } from '../document/sensitive.ts';
import { coreOf, gapWords, maskedName, type Masking, maskWords } from './masking.ts';
import { PUBLIC_TEXTS } from './publicity.texts.ts';

/** A piece of the served text, with what must be looked at before it is published. */
export type ServedSegment = Segment;

/** The decision as it was served. */
export interface ServedDecision {
  readonly number: string;
  readonly authority: string;
  readonly violation: string;
  readonly penaltyWords: string;
  /** The articles broken, and those the penalty rests on. */
  readonly violated: string;
  readonly basis: string;
  readonly decidedOn: PlainDate;
  readonly styles: readonly string[];
  readonly text: readonly (readonly ServedSegment[])[];
  /** What the file tells of people, wherever it stands. */
  readonly secrets: readonly Secret[];
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
  readonly violation: string;
  readonly penalty: string;
  readonly summary: readonly SummaryLine[];
  /** What the entry is found by: what it shows, and the articles broken. */
  readonly searchable: readonly string[];
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
  const { body, withheld } =
    choice.form === 'summary' ? { body: [], withheld: [] } : publicText(served, choice, law, day);
  const masking: Masking = {
    party,
    secrets: served.secrets,
    hidden: hiddenTexts(served, choice),
    gap: gapWords(law.value('publish.withholding', day)),
  };
  const mask = (words: string) => maskWords(words, masking);
  const shown: Shown = {
    number: served.number,
    party: maskedName(party),
    violation: mask(served.violation),
    penalty: mask(served.penaltyWords),
    basis: mask(served.basis),
    authority: served.authority,
    date: served.decidedOn,
  };
  const title = PUBLIC_TEXTS.title(shown.party, shown.violation);
  const partyCode = party.kind === 'natural' ? null : party.code;
  return {
    title,
    party: shown.party,
    partyCode,
    violation: shown.violation,
    penalty: shown.penalty,
    summary: summaryLines(shown, party, choice.fields),
    searchable: [
      title,
      served.number,
      partyCode ?? '',
      shown.basis,
      mask(served.violated),
      shown.penalty,
    ],
    body,
    withheld,
  };
}

/** What the check hides in the text, as the summary may say it too. */
function hiddenTexts({ text }: ServedDecision, { hidden }: PublicationChoice): Masking['hidden'] {
  return hidden.flatMap(({ paragraph, segment, ground }) => {
    const core = coreOf(text[paragraph]?.[segment]?.text ?? '');
    return core === '' ? [] : [{ text: core, ground }];
  });
}

/** Values of the summary, as the public may read them. */
type Shown = Readonly<
  Record<'number' | 'party' | 'violation' | 'penalty' | 'basis' | 'authority' | 'date', string>
>;

/** Who stands for the party: its legal representative, whoever runs the shop, or whoever is in charge. */
const REPRESENTATIVE = {
  legal: 'representative',
  'individual-business': 'operator',
  other: 'principal',
} as const;

/** The summary shows the fields asked for, in this order; any other is not public. */
function summaryLines(shown: Shown, party: Party, fields: readonly string[]): SummaryLine[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['number', shown.number],
    ['party', shown.party],
    ...(party.kind === 'natural'
      ? []
      : ([
          ['code', party.code],
          [REPRESENTATIVE[party.kind], party.representative],
        ] as const)),
    ['violation', shown.violation],
    ['category', PUBLIC_TEXTS.penalty],
    ['penalty', shown.penalty],
    ['conclusion', shown.penalty],
    ['basis', shown.basis],
    ['authority', shown.authority],
    ['date', shown.date],
  ];
  // The party's code and who stands for it belong to the party wherever it is shown.
  const wanted = new Set(
    fields.includes('party') ? [...fields, 'code', ...Object.values(REPRESENTATIVE)] : fields,
  );
  const lines = all.filter(([field, value]) => wanted.has(field) && value !== null && value !== '');
  // A conclusion that repeats the penalty is shown once.
  return lines
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
          const note = notes[ground] ?? { ...PUBLIC_TEXTS.withheld, clause: absolute };
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
