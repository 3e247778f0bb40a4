/** The check before publication: what is hidden on which ground, and the form it fills in. Pure. */
import type { FormDocumentView, MatterView } from '../../matter/matter.api.ts';
import type { PublicationPreview } from '../../publicity/publication.api.ts';
import { type Cleared, isCleared, questionOf } from '../../publicity/review-answers.ts';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

export type Hidden = PublicationPreview['hidden'];
type Suspect = PublicationPreview['suspects'][number];

/** The document code of the check's form. */
export const CHECK_FORM = 'publication-review';

export interface CheckDraft {
  /** Null: as the last check left it. */
  readonly hidden: Hidden | null;
  /** What was read and may be public; null: as the last check left it. */
  readonly cleared: Cleared | null;
  readonly form: string;
  /** yes or no by field of the form. */
  readonly contains: Readonly<Record<string, string>>;
  readonly isConsistent: boolean;
  readonly isPartyTold: boolean;
  readonly result: string;
  readonly withholdGround: string;
  readonly opinion: string;
  /** Ids; empty means as the file suggests. */
  readonly recorder: string;
  readonly responsible: string;
}

export const EMPTY_CHECK: CheckDraft = {
  hidden: null,
  cleared: null,
  form: 'both',
  contains: {},
  isConsistent: false,
  isPartyTold: false,
  result: '',
  withholdGround: '',
  opinion: '',
  recorder: '',
  responsible: '',
};

/** A draft as it was kept; what does not fit is left empty. Null for what never was one. */
export function readCheck(content: unknown): CheckDraft | null {
  if (!isObject(content)) return null;
  const text = (name: keyof CheckDraft, otherwise = ''): string => {
    const value = content[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const { hidden, cleared, contains } = content;
  return {
    hidden: Array.isArray(hidden) ? hidden.filter(isHidden) : null,
    cleared: Array.isArray(cleared) ? cleared.filter(isClearedPlace) : null,
    form: text('form', EMPTY_CHECK.form),
    contains: isObject(contains)
      ? Object.fromEntries(
          Object.entries(contains).flatMap(([key, value]) =>
            typeof value === 'string' ? [[key, value] as const] : [],
          ),
        )
      : {},
    isConsistent: content['isConsistent'] === true,
    isPartyTold: content['isPartyTold'] === true,
    result: text('result'),
    withholdGround: text('withholdGround'),
    opinion: text('opinion'),
    recorder: text('recorder'),
    responsible: text('responsible'),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHidden(value: unknown): value is Hidden[number] {
  return (
    isObject(value) &&
    typeof value['paragraph'] === 'number' &&
    typeof value['segment'] === 'number' &&
    typeof value['ground'] === 'string'
  );
}

function isClearedPlace(value: unknown): value is Cleared[number] {
  return (
    isObject(value) &&
    typeof value['paragraph'] === 'number' &&
    typeof value['segment'] === 'number' &&
    typeof value['text'] === 'string'
  );
}

/** What looks personal and is neither hidden nor read yet. */
export function openSuspects(preview: PublicationPreview, cleared: Cleared): Suspect[] {
  return preview.suspects.filter((one) => !isCleared(one, cleared));
}

/** The suspects declared harmless, beside those that were. */
export function clear(cleared: Cleared, suspects: readonly Suspect[]): Cleared {
  const added = suspects.filter((one) => !isCleared(one, cleared));
  return [
    ...cleared,
    ...added.map(({ paragraph, segment, text }) => ({ paragraph, segment, text })),
  ];
}

export function unclear(cleared: Cleared, suspect: Cleared[number]): Cleared {
  return cleared.filter((one) => !isCleared(suspect, [one]));
}

/** On which ground one click hides what looks like this. */
const GROUNDS: Readonly<Record<Suspect['kind'], string>> = {
  name: 'natural-name',
  address: 'address',
  birth: 'birth',
  number: 'privacy',
  plate: 'privacy',
};

/** The segment the suspect stands in, hidden. */
export function hideSuspect(hidden: Hidden, { paragraph, segment, kind }: Suspect): Hidden {
  return [...hidden, { paragraph, segment, ground: GROUNDS[kind] }].sort(
    (a, b) => a.paragraph - b.paragraph || a.segment - b.segment,
  );
}

/** The answers of the form about what the text contains; yes to what is hidden, until somebody says otherwise. */
export function containsAnswers(
  { contains }: CheckDraft,
  { served, hidden }: PublicationPreview,
): Readonly<Record<string, string>> {
  const marked = served.flatMap(({ segments }) =>
    segments.flatMap(({ sensitive }) => sensitive ?? []),
  );
  const grounds = [...marked, ...hidden.map(({ ground }) => ground)];
  return { ...Object.fromEntries(grounds.map((one) => [questionOf(one), 'yes'])), ...contains };
}

/** The paragraph hidden on that ground: every segment that is not hidden by itself. */
export function hideParagraph(
  hidden: Hidden,
  paragraph: number,
  segments: PublicationPreview['served'][number]['segments'],
  ground: string,
): Hidden {
  const others = hidden.filter((one) => one.paragraph !== paragraph);
  const own = segments.flatMap(({ sensitive }, segment) =>
    sensitive === undefined ? [{ paragraph, segment, ground }] : [],
  );
  return [...others, ...own].sort((a, b) => a.paragraph - b.paragraph || a.segment - b.segment);
}

export function unhideParagraph(hidden: Hidden, paragraph: number): Hidden {
  return hidden.filter((one) => one.paragraph !== paragraph);
}

/** The ground on which a paragraph is hidden by the check; null where it is not. */
export function groundOf(hidden: Hidden, paragraph: number): string | null {
  return hidden.find((one) => one.paragraph === paragraph)?.ground ?? null;
}

/** The questions of the form about what the text contains, in its order. */
export function containsQuestions(
  form: FormDocumentView,
): { readonly name: string; readonly label: string }[] {
  return form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => name.startsWith('contains-'))
    .map(({ name, label }) => ({ name, label }));
}

export interface CheckSources {
  readonly procedure: string;
  readonly publication: MatterView['publication'];
  readonly preview: PublicationPreview;
  readonly questions: readonly { readonly name: string; readonly label: string }[];
  readonly reviewer: NamedPerson;
  readonly recorder: NamedPerson | null;
  readonly responsible: NamedPerson | null;
}

export interface NamedPerson {
  readonly name: string;
  readonly post: string;
}

/** What still stands between the check and its signature; empty when nothing. */
export function missingInCheck(draft: CheckDraft, sources: CheckSources): string[] {
  const contains = containsAnswers(draft, sources.preview);
  const open = sources.questions.filter(({ name }) => !contains[name]);
  const suspects = openSuspects(sources.preview, draft.cleared ?? sources.preview.cleared);
  const isWithheld = draft.result === 'withhold';
  const missing: (string | false)[] = [
    open.length > 0 && T.missing.contains(open.map(({ label }) => label).join('、')),
    !isWithheld && suspects.length > 0 && T.missing.suspects(suspects.length),
    !isWithheld && !(draft.isConsistent && draft.isPartyTold) && T.missing.statements,
    draft.result === '' && T.missing.result,
    isWithheld && draft.withholdGround.trim() === '' && T.missing.ground,
    draft.opinion.trim() === '' && T.missing.opinion,
    (sources.recorder === null || sources.responsible === null) && T.missing.people,
    (draft.hidden ?? []).some(({ ground }) => ground === '') && T.missing.hidden,
  ];
  return missing.filter((one) => one !== false);
}

/** Values of the check's form; what the file itself knows is left to the server. */
export function checkValues(draft: CheckDraft, sources: CheckSources): Record<string, unknown> {
  const { procedure, publication, preview, recorder, responsible, reviewer } = sources;
  const due = publication.flatMap((one) => (one.due === null ? [] : [one.due])).sort()[0];
  const [kind = ''] = procedure.split('.');
  const redactions = placesWithheld(preview);
  return {
    'act-kind': kind,
    ...(due === undefined ? {} : { deadline: due }),
    ...(recorder ? { recorder: { name: recorder.name, post: recorder.post } } : {}),
    ...(responsible ? { responsible: { name: responsible.name, post: responsible.post } } : {}),
    ...(publication.length === 0
      ? {}
      : { channels: [...new Set(publication.map(({ channel }) => channel))] }),
    form: draft.form,
    summary: [preview.public.summary.map(({ value }) => value).join('，')],
    ...containsAnswers(draft, preview),
    ...(redactions.length > 0 ? { redactions } : {}),
    consistent: draft.isConsistent,
    'party-told': draft.isPartyTold,
    result: draft.result,
    ...(draft.result === 'withhold' ? { 'withhold-ground': draft.withholdGround.trim() } : {}),
    'reviewer-opinion': draft.opinion.trim(),
    reviewer: { name: reviewer.name, post: reviewer.post },
  };
}

/** Each gap of the public text: where it is, what it was, and the clause. */
function placesWithheld(
  preview: PublicationPreview,
): { place: string; kind: string; ground: string }[] {
  const { body, withheld } = preview.public;
  return body.flatMap(({ segments }, paragraph) =>
    segments.flatMap((segment) => {
      if (!('withheld' in segment)) return [];
      const note = withheld.find(({ number }) => number === segment.withheld);
      return [{ place: T.place(paragraph + 1), kind: segment.what, ground: note?.clause ?? '' }];
    }),
  );
}
