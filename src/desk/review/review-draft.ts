/** What a reviewer has put down so far: kept as a draft, turned into the review form. Pure. */
import type { PersonRef } from '../../matter/matter.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { MISSING_TEXTS, OPINION_TEXTS } from './review.texts.ts';
import { assembleOpinion } from './opinion.ts';
import type { ReviewItem } from './review-form.ts';

/** A page the reviewer points at. */
export interface Citation {
  readonly file: string;
  readonly title: string;
  readonly page: number;
}

export interface Material {
  readonly name: string;
  /** Null while nobody has counted. */
  readonly pages: number | null;
}

export interface ReviewDraft {
  /** Answers, notes and citations by field of the item. */
  readonly answers: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly citations: Readonly<Record<string, Citation>>;
  readonly conclusion: string;
  /** The wording; null while it is the one put together from the answers. */
  readonly text: string | null;
  /** Null: as the file knows it. */
  readonly grounds: readonly string[] | null;
  readonly materials: readonly Material[] | null;
  readonly returned: string;
  /** Null: the number used last. */
  readonly licence: string | null;
  readonly headOpinion: string;
  /** Id of the head of the reviewing unit. */
  readonly head: string;
}

export const EMPTY_DRAFT: ReviewDraft = {
  answers: {},
  notes: {},
  citations: {},
  conclusion: '',
  text: null,
  grounds: null,
  materials: null,
  returned: '',
  licence: null,
  headOpinion: '',
  head: '',
};

/** A draft as it was kept; what does not fit is left empty. Null for what never was one. */
export function readDraft(content: unknown): ReviewDraft | null {
  if (!isObject(content)) return null;
  const text = (name: string): string => {
    const value = content[name];
    return typeof value === 'string' ? value : '';
  };
  const { grounds, materials } = content;
  return {
    answers: record(content['answers'], isText),
    notes: record(content['notes'], isText),
    citations: record(content['citations'], isCitation),
    conclusion: text('conclusion'),
    text: typeof content['text'] === 'string' ? content['text'] : null,
    grounds: Array.isArray(grounds) ? grounds.filter(isText) : null,
    materials: Array.isArray(materials) ? materials.filter(isMaterial) : null,
    returned: text('returned'),
    licence: typeof content['licence'] === 'string' ? content['licence'] : null,
    headOpinion: text('headOpinion'),
    head: text('head'),
  };
}

function record<T>(value: unknown, is: (one: unknown) => one is T): Record<string, T> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (is(one) ? [[key, one] as const] : [])),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isMaterial(value: unknown): value is Material {
  return (
    isObject(value) &&
    isText(value['name']) &&
    (value['pages'] === null || typeof value['pages'] === 'number')
  );
}

function isCitation(value: unknown): value is Citation {
  return (
    isObject(value) &&
    isText(value['file']) &&
    isText(value['title']) &&
    typeof value['page'] === 'number'
  );
}

/** Answers that need their reason written down. */
const NOT_MET = 'not-met';

/** What the file and the person already say, beside the draft. */
export interface ReviewSources {
  readonly kind: string;
  readonly round: number;
  readonly grounds: readonly string[];
  readonly materials: readonly Material[];
  readonly reviewer: { readonly name: string; readonly post: string };
  /** Who holds the post of head of the reviewing unit. */
  readonly heads: readonly PersonRef[];
  /** The licence number used last; empty where none is kept. */
  readonly licence: string;
  /** Names of items against which the machine found something. */
  readonly against: readonly string[];
}

/** What still stands between the draft and a signature, in the order of the page; empty when nothing. */
export function missingToSign(
  items: readonly ReviewItem[],
  draft: ReviewDraft,
  sources: ReviewSources,
): string[] {
  const numbers = (is: (item: ReviewItem) => boolean): number[] =>
    items.flatMap((item, index) => (is(item) ? [index + 1] : []));
  const unanswered = numbers(({ name, isAsked }) => isAsked && !draft.answers[name]);
  const unexplained = numbers(
    ({ name }) => draft.answers[name] === NOT_MET && !draft.notes[name]?.trim(),
  );
  const differing = numbers((item) => isAgainstMachine(item, draft, sources.against)).filter(
    (number) => !draft.notes[items[number - 1]?.name ?? '']?.trim(),
  );
  const legal = sources.kind === 'legal';
  const missing: (string | false)[] = [
    unanswered.length > 0 && MISSING_TEXTS.unanswered(unanswered),
    unexplained.length > 0 && MISSING_TEXTS.unexplained(unexplained),
    differing.length > 0 && MISSING_TEXTS.differing(differing),
    draft.conclusion === '' && MISSING_TEXTS.conclusion,
    unanswered.length === 0 && opinionText(items, draft).trim() === '' && MISSING_TEXTS.text,
    legal && (draft.grounds ?? sources.grounds).length === 0 && MISSING_TEXTS.grounds,
    (draft.materials ?? sources.materials).some(({ pages }) => pages === null) &&
      MISSING_TEXTS.materials,
    legal && licenceOf(draft, sources) === '' && MISSING_TEXTS.licence,
    draft.headOpinion.trim() === '' && MISSING_TEXTS.headOpinion,
    headOf(draft, sources) === undefined && MISSING_TEXTS.head,
  ];
  return missing.filter((one) => one !== false);
}

/** An item answered as met although the machine found something against it: the reviewer says why. */
export function isAgainstMachine(
  { name }: ReviewItem,
  { answers }: ReviewDraft,
  against: readonly string[],
): boolean {
  return answers[name] === 'met' && against.includes(name);
}

/** The licence number the form carries. */
export function licenceOf({ licence }: ReviewDraft, sources: ReviewSources): string {
  return (licence ?? sources.licence).trim();
}

/** The head of the reviewing unit: the one chosen, or the only one there is. */
export function headOf({ head }: ReviewDraft, { heads }: ReviewSources): PersonRef | undefined {
  return heads.find(({ id }) => id === head) ?? (heads.length === 1 ? heads[0] : undefined);
}

/** Somebody of the register, as far as the choice of a head looks at them. */
type Candidate = Pick<PersonView, 'id' | 'name' | 'post' | 'unit' | 'roles' | 'active'>;

/** Who heads the reviewing unit; the reviewer only where nobody else does. */
export function unitHeads(
  people: readonly Candidate[],
  reviewer: { readonly id: string; readonly unit: string },
): PersonRef[] {
  const heads = people.filter(
    ({ unit, active, roles }) => active && unit === reviewer.unit && roles.includes('unit-head'),
  );
  const others = heads.filter(({ id }) => id !== reviewer.id);
  return (others.length > 0 ? others : heads).map(({ id, name, post }) => ({ id, name, post }));
}

/** The wording of the opinion: the reviewer's own, or the one put together from the answers. */
export function opinionText(items: readonly ReviewItem[], draft: ReviewDraft): string {
  return (
    draft.text ??
    assembleOpinion(items, draft.answers, (item) => noteWords(draft, item), draft.conclusion)
  );
}

/** Whether the conclusion agrees although an item is not met. */
export function isDoubtful(items: readonly ReviewItem[], draft: ReviewDraft): boolean {
  return draft.conclusion === 'agree' && items.some(({ name }) => draft.answers[name] === NOT_MET);
}

/** Values of the review form; what the file itself knows is left to the server. */
export function reviewValues(
  items: readonly ReviewItem[],
  draft: ReviewDraft,
  sources: ReviewSources,
): Record<string, unknown> {
  const { kind, round, reviewer } = sources;
  const head = headOf(draft, sources);
  const grounds = draft.grounds ?? sources.grounds;
  const notes = items.flatMap(({ name, label }) => {
    const note = noteWords(draft, name);
    return note === '' ? [] : [{ item: label, note }];
  });
  return {
    'review-kind': kind,
    ...(kind === 'legal' && grounds.length > 0 ? { grounds } : {}),
    round,
    materials: (draft.materials ?? sources.materials).map(({ name, pages }) =>
      pages === null ? { name } : { name, pages },
    ),
    ...(draft.returned.trim() === '' ? {} : { returned: paragraphs(draft.returned) }),
    ...Object.fromEntries(
      items.flatMap(({ name }) =>
        draft.answers[name] ? [[name, draft.answers[name]] as const] : [],
      ),
    ),
    ...(notes.length > 0 ? { notes } : {}),
    ...(draft.conclusion === '' ? {} : { opinion: draft.conclusion }),
    'opinion-text': paragraphs(opinionText(items, draft)),
    reviewer: { name: reviewer.name, post: reviewer.post },
    ...(kind === 'legal' ? { 'reviewer-licence': licenceOf(draft, sources) } : {}),
    'review-head-opinion': draft.headOpinion.trim(),
    ...(head ? { 'review-head': { name: head.name, post: head.post } } : {}),
  };
}

/** The note of an item with the page it points at. */
function noteWords({ notes, citations }: ReviewDraft, name: string): string {
  const cited = citations[name];
  const note = notes[name]?.trim().replace(/[。；;.]+$/, '') ?? '';
  return cited ? `${note}${OPINION_TEXTS.cited(cited.title, cited.page)}` : note;
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
