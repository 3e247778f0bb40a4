/**
 * The check of the text before publication: what it hides stands in the text, each on a ground; whatever looks personal is hidden
 * or declared harmless; and what every summary must hold stays (公示规定 art. 4, 6, 16). Pure.
 */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { dateInWords } from '../document/wording.ts';
import type { FieldProblem } from '../matter/act-input.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { caseSecrets, openTexts } from '../matter/case-secrets.ts';
import { cite } from '../rule/cite.ts';
import type { RuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
import { PENALTY_SYSTEM, shownFields, siteChannels } from './channels.ts';
import { publicEntry, type PublicationChoice, type ServedDecision } from './entry.ts';
import { withFoundLater } from './found-later.ts';
import { coreOf } from './masking.ts';
import { PUBLIC_TEXTS } from './publicity.texts.ts';
import { type Cleared, isCleared } from './review-answers.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import { type Suspect, suspects } from './suspects.ts';

export type Hidden = PublicationChoice['hidden'];

export interface ReviewSetting {
  readonly law: Law;
  readonly day: PlainDate;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
}

/** Grounds on which something may be hidden. */
export function groundsOf(law: Law, day: PlainDate): string[] {
  return [
    ...Object.keys(law.value('publish.withholding', day)),
    ...law.value('publish.withheld.absolute', day),
  ];
}

/** What is hidden that does not stand in the text, or on no ground the rules know. */
export function placeProblems(
  { text }: Pick<ServedDecision, 'text'>,
  hidden: Hidden,
  law: Law,
  day: PlainDate,
): FieldProblem[] {
  const grounds = groundsOf(law, day);
  return hidden.flatMap((one, index) => {
    const misplaced = misplacedIn(text, one, `/hidden/${index}`);
    if (misplaced) return [misplaced];
    if (grounds.includes(one.ground)) return [];
    const message = T.noGround(grounds.join('、'));
    return [{ pointer: `/hidden/${index}/ground`, code: 'field/choice-unknown', message }];
  });
}

function misplacedIn(
  text: ServedDecision['text'],
  { paragraph, segment }: { readonly paragraph: number; readonly segment: number },
  pointer: string,
): FieldProblem | null {
  const segments = text[paragraph];
  if (!segments)
    return {
      pointer: `${pointer}/paragraph`,
      code: 'field/out-of-range',
      message: T.noParagraph,
    };
  return segments[segment]
    ? null
    : { pointer: `${pointer}/segment`, code: 'field/out-of-range', message: T.noSegment };
}

/** What is declared harmless and does not stand there. */
export function clearedProblems(
  { text }: Pick<ServedDecision, 'text'>,
  cleared: Cleared,
): FieldProblem[] {
  return cleared.flatMap((one, index) => {
    const misplaced = misplacedIn(text, one, `/cleared/${index}`);
    if (misplaced) return [misplaced];
    return text[one.paragraph]?.[one.segment]?.text.includes(one.text)
      ? []
      : [{ pointer: `/cleared/${index}/text`, code: 'field/choice-unknown', message: T.notThere }];
  });
}

/** What looks personal and stays open with these segments hidden, beside what the file tells is hidden by itself. */
export function openSuspects(
  file: CaseFile,
  { text }: Pick<ServedDecision, 'text'>,
  hidden: Hidden,
  templates: ReviewSetting['templates'],
): Suspect[] {
  const secrets = caseSecrets(file, templates);
  const names = secrets.flatMap(({ text: name, sensitive }) =>
    sensitive === 'natural-name' || sensitive === 'reporter' ? [name] : [],
  );
  return suspects(text, withFoundLater(text, hidden, secrets), openTexts(file), names);
}

/** Places named in one problem; the check shows all of them. */
const MOST_NAMED = 20;

/** Suspects that are neither hidden nor declared harmless, named in one problem. */
export function suspectProblems(found: readonly Suspect[], cleared: Cleared): FieldProblem[] {
  const open = found.filter((one) => !isCleared(one, cleared));
  if (open.length === 0) return [];
  const named = open.slice(0, MOST_NAMED).map((one) => T.place(one.paragraph + 1, one.text));
  const places = `${named.join('、')}${open.length > MOST_NAMED ? T.more : ''}`;
  return [
    {
      pointer: '/cleared',
      code: 'publication/not-reviewed',
      message: T.suspectsOpen(open.length, places),
    },
  ];
}

/** What the check hides though every summary must hold it, or so much that nothing is published. */
export function summaryProblems(
  file: CaseFile,
  served: ServedDecision,
  hidden: Hidden,
  { law, day }: Pick<ReviewSetting, 'law' | 'day'>,
): FieldProblem[] {
  if (hidden.length === 0) return [];
  const lost = lostFields(file, served, hidden, law, day);
  const problem = (message: string, key: 'publish.summaryFields' | 'publish.leastOpen') => ({
    pointer: '/hidden',
    code: 'publication/summary-incomplete',
    message: T.byRule(message, basisOf(law, key, day)),
  });
  const least = law.value('publish.leastOpen', day) / 100;
  return [
    ...(lost.length > 0
      ? [
          problem(
            T.summaryHidden(lost.map((field) => T.fields[field]).join('、')),
            'publish.summaryFields',
          ),
        ]
      : []),
    ...(openShare(served, hidden) < least ? [problem(T.allHidden, 'publish.leastOpen')] : []),
  ];
}

function basisOf(law: Law, key: RuleKey, day: PlainDate): string {
  return (law.resolution(key, day).chosen?.rule.basis ?? []).map(cite).join('、');
}

type RequiredField = keyof typeof T.fields;

/** Fields of the summary that show nothing any more, or whose very words are hidden in the text. */
function lostFields(
  { matter }: CaseFile,
  served: ServedDecision,
  hidden: Hidden,
  law: Law,
  day: PlainDate,
): RequiredField[] {
  const channels = [...siteChannels(law, day), PENALTY_SYSTEM];
  const fields = [...new Set(channels.flatMap((one) => shownFields(matter, law, day, one)))];
  const entry = publicEntry(served, matter.party, { form: 'summary', fields, hidden }, law, day);
  const words: Readonly<Record<RequiredField, string>> = {
    number: served.number,
    party: matter.party.kind === 'natural' ? '' : matter.party.name,
    violation: served.violation,
    penalty: served.penaltyWords,
    authority: served.authority,
    date: dateInWords(served.decidedOn),
  };
  const cores = hidden.map((one) => coreOf(served.text[one.paragraph]?.[one.segment]?.text ?? ''));
  const required = Object.keys(words) as RequiredField[]; // its own keys
  return required.filter((field) => {
    if (!fields.includes(field) || words[field] === '') return false;
    const shown = entry.summary.find((line) => line.field === field)?.value ?? '';
    return isNothing(shown) || cores.includes(words[field]);
  });
}

function isNothing(shown: string): boolean {
  return !/[\p{Letter}\p{Number}]/u.test(shown.replaceAll(PUBLIC_TEXTS.anyGap, ''));
}

/** How much of what was open when it was served still is, in characters. */
function openShare({ text }: ServedDecision, hidden: Hidden): number {
  let [before, after] = [0, 0];
  for (const [paragraph, segments] of text.entries())
    for (const [segment, one] of segments.entries()) {
      if (one.sensitive !== undefined) continue;
      before += one.text.length;
      if (!hidden.some((other) => other.paragraph === paragraph && other.segment === segment))
        after += one.text.length;
    }
  return before === 0 ? 1 : after / before;
}
