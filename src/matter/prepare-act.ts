/** From a request to what the act will say: fields and documents checked, data derived, people named. Pure. */
import { checkValues } from '../document/check.ts';
import { type DocumentTemplate, type Problem, titleOf, type Values } from '../document/document.ts';
import { isObject } from '../document/values.ts';
import type { Json } from '../ledger/canonical-json.ts';
import { withChannels } from '../publicity/channel-choices.ts';
import { shownFields } from '../publicity/channels.ts';
import type { ServedSegment } from '../publicity/entry.ts';
import { withFoundLater } from '../publicity/found-later.ts';
import { REVIEW_PAPER, reviewStart } from '../publicity/review-paper.ts';
import { unitOf } from '../publicity/review-problems.ts';
import type { PersonSnapshot } from '../staff/snapshot.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { parseMoment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Law } from '../rule/law.ts';
import { type StaffMember } from '../staff/staff.ts';
import type { ActCode } from './act-data.ts';
import { type ActForm, applies, approvalFormOf, formOf, numbered } from './act-form.ts';
import { checkFields, deriveData, type FieldProblem } from './act-input.ts';
import { type ContextSources, prefill } from './case-context.ts';
import type { CaseFile } from './case-file.ts';
import { caseSecrets } from './case-secrets.ts';
import { lastOf } from './matter.ts';
import { aboutOf, certified } from './acting.ts';
import { ownStart, postProblems } from './post-fields.ts';
import { RECEIPT, receiptRows } from './receipt.ts';
import { referenceProblems } from './references.ts';
import type { Pack } from '../rule/pack.ts';

/** An act somebody wants recorded, as the desk and the API send it. */
export interface ActRequest {
  /** UUIDv7; the same id sent twice has one effect. */
  readonly id: string;
  readonly act: ActCode;
  /** When it happened: ISO 8601 with `+08:00`. */
  readonly at: string;
  /** Ids of people, or `party`. Empty means whoever sends it. */
  readonly by: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly documents: Readonly<Record<string, Values>>;
  /** Position of the request for approval that this act grants, or that was granted before it. */
  readonly request: number | null;
  /** Not the act, but the papers by which the head approves it beforehand. */
  readonly beforehand?: boolean;
  /** Segments of the served text the check of the publication hides, each with its ground. */
  readonly hidden: readonly {
    readonly paragraph: number;
    readonly segment: number;
    readonly ground: string;
  }[];
  /** What looks personal in that text and may be public all the same, as the check declares. */
  readonly cleared?: readonly {
    readonly paragraph: number;
    readonly segment: number;
    readonly text: string;
  }[];
}

/** A document that will be issued with the act. */
export interface PreparedDocument {
  readonly template: DocumentTemplate;
  readonly values: Values;
  /** 文种字 of the number it gets, and the field of the form that shows it; null where it carries none. */
  readonly word: string | null;
  readonly numberField: string | null;
  /** Fields that hold the number of another document of the act, with its code. */
  readonly numbers: Readonly<Record<string, string>>;
}

export interface PreparedAct {
  readonly form: ActForm;
  readonly by: readonly string[];
  readonly data: Record<string, Json>;
  readonly documents: readonly PreparedDocument[];
  readonly problems: readonly FieldProblem[];
}

export interface PrepareContext extends ContextSources {
  readonly pack: Pack;
  readonly law: Law;
  readonly calendar: WorkCalendar;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly actor: StaffMember;
  /** What no font can print, with its place in the values. */
  readonly unprintable: (values: unknown) => readonly Problem[];
}

/** Prepares the act. Problems are complete; data are only meaningful without any. */
export function prepareAct(
  file: CaseFile,
  request: ActRequest,
  context: PrepareContext,
  hash: (values: Record<string, Json>) => string,
): PreparedAct {
  const { actor, pack } = context;
  const when = parseMoment(request.at);
  const asked = formOf(pack.forms, file.matter.procedure.id, request.act);
  const whole = when ? withChannels(asked, request.act, file.matter, context.law, when.day) : asked;
  const form = request.beforehand ? approvalFormOf(whole) : whole;
  const by = request.by.length > 0 ? request.by : [actor.id];
  const problems: FieldProblem[] = [
    ...checkFields(form, request.fields),
    ...referenceProblems(form, request.fields, file, context.people),
  ];
  const known = knownTo(file, request, by, context);
  const documents: PreparedDocument[] = [];
  for (const wanted of form.documents) {
    const given = request.documents[wanted.code];
    if (!applies(wanted, request.fields) || (wanted.optional && !given)) continue;
    const template = templateOf(context, wanted.code);
    const values = {
      ...ownStart(template, prefill(template, file, known), given ?? {}, actor),
      ...(template.code === REVIEW_PAPER && when
        ? reviewStart(file, { ...context, day: when.day, unit: unitOf(file, context) })
        : {}),
      ...(template.code === RECEIPT ? receiptRows(file, request.act, documents) : {}),
      ...given,
      ...wanted.set,
    };
    problems.push(
      ...checkValues(template, without(values, numbered(wanted)))
        .filter(isNone(numbered(wanted)))
        .map(at(wanted.code)),
      ...postProblems(template, values, actor).map(at(wanted.code)),
      ...context.unprintable(values).map(at(wanted.code)),
    );
    documents.push({
      template,
      values,
      word: wanted.word ?? template.numberWord,
      numberField: wanted.numberField ?? null,
      numbers: wanted.numbers ?? {},
    });
  }
  for (const code of Object.keys(request.documents))
    if (!form.documents.some((wanted) => wanted.code === code) && !form.proposal.includes(code))
      problems.push({
        pointer: `/documents/${code}`,
        code: 'document/unknown',
        message: '这个环节不产生这种文书。',
      });

  const values = Object.fromEntries(
    documents.map((document) => [document.template.code, document.values]),
  );
  const data: Record<string, Json> = {
    ...deriveData(form, request.fields, values),
    ...approvalOf(file, request, actor),
  };
  if (when && !request.beforehand) {
    const { day } = when;
    Object.assign(data, proposal(file, request, form, context, hash, problems, day));
    if (request.act === 'decision.made' && problems.length === 0)
      Object.assign(data, decisionData(documents, data, context, hash, day));
    if (request.act.startsWith('publication.'))
      Object.assign(data, publicationData(file, request, data, context, day));
  }
  if (request.request !== null) data['request'] = request.request;
  data['people'] = snapshots(named(by, data), context);
  return { form, by, data, documents, problems };
}

/** What the papers of the act start from: who carries a field act out, and which earlier act it is about. */
function knownTo(
  file: CaseFile,
  request: ActRequest,
  by: readonly string[],
  context: PrepareContext,
): ContextSources {
  const inField = file.matter.procedure.rows.get(request.act)?.field !== undefined;
  const acting = inField && !request.beforehand ? certified(by, context.people) : [];
  const about = aboutOf(request.fields);
  return {
    ...context,
    ...(acting.length < 2 ? {} : { acting: acting.map(({ id }) => id) }),
    ...(about === undefined ? {} : { about }),
  };
}

function templateOf({ templates }: PrepareContext, code: string): DocumentTemplate {
  const template = templates.get(code);
  if (!template) throw new Error(`no template ${code}`);
  return template;
}

const at =
  (code: string) =>
  (problem: Problem | FieldProblem): FieldProblem => ({
    pointer: `/documents/${code}${problem.pointer}`,
    code: problem.code,
    message: problem.message,
  });
const isNone =
  (fields: readonly string[]) =>
  (problem: Problem): boolean =>
    !fields.some((field) => problem.pointer === `/${field}`);

function without(values: Values, fields: readonly string[]): Values {
  return { ...values, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}

/** An act that a head must approve: whoever granted it beforehand, or records it and is one, approves it. */
function approvalOf(
  file: CaseFile,
  { act, fields, request }: ActRequest,
  actor: StaffMember,
): Record<string, Json> {
  const granted = file.requests.find(({ seq }) => seq === request)?.granted;
  if (granted) return { approvedBy: granted.by };
  const row = file.matter.procedure.rows.get(act);
  const approvable =
    row?.gates.some(
      (gate) => gate === 'approval/missing' || gate === 'clock/extension-not-approved',
    ) ?? false;
  if (!approvable || fields['urgent'] === true || !actor.roles.includes('head')) return {};
  return act === 'disagreement.resolved' ? { decidedBy: actor.id } : { approvedBy: actor.id };
}

/** The proposed decision that goes to review: its values, and the hash of what may not change afterwards. */
function proposal(
  file: CaseFile,
  request: ActRequest,
  form: ActForm,
  context: PrepareContext,
  hash: (values: Record<string, Json>) => string,
  problems: FieldProblem[],
  day: PlainDate,
): Record<string, Json> {
  if (form.proposal.length === 0) return {};
  const code = form.proposal.find((one) => request.documents[one]);
  if (code === undefined) {
    problems.push({ pointer: '/documents', code: 'field/missing', message: '还缺拟处理决定稿。' });
    return {};
  }
  const template = templateOf(context, code);
  const values = { ...prefill(template, file, context), ...request.documents[code] };
  const open = context.law.value('review.draft.excludes', day);
  const found = [
    ...checkValues(template, values)
      // What the review does not fix may still be missing; what is there must hold all the same.
      .filter(
        ({ pointer, code: fault }) =>
          fault !== 'document/field-missing' || !open.some((field) => pointer === `/${field}`),
      ),
    ...context.unprintable(values),
  ];
  problems.push(...found.map(at(code)));
  if (found.length > 0) return {};
  const kept = values as Record<string, Json>; // checked above
  return { proposal: { code, values: kept }, draft: draftHash(kept, open, hash) };
}

/** Hash of the part of a decision that is fixed by its review. */
export function draftHash(
  values: Record<string, Json>,
  open: readonly string[],
  hash: (values: Record<string, Json>) => string,
): string {
  return hash(Object.fromEntries(Object.entries(values).filter(([name]) => !open.includes(name))));
}

function decisionData(
  documents: readonly PreparedDocument[],
  { remedy }: Record<string, Json>,
  { law, bureau }: PrepareContext,
  hash: (values: Record<string, Json>) => string,
  day: PlainDate,
): Record<string, Json> {
  const [document] = documents;
  if (!document) return {};
  const open = law.value('review.draft.excludes', day);
  const isAbove = document.values['reconsideration-body'] === bureau.profile.superior;
  return {
    ...(isAbove && isObject(remedy) ? { remedy: { ...remedy, body: 'superior-bureau' } } : {}),
    draft: draftHash(document.values as Record<string, Json>, open, hash),
    title: titleOf(document.template, document.values),
  };
}

/** What follows from the decision and the check, so that the publisher chooses only channel and form. */
function publicationData(
  file: CaseFile,
  request: ActRequest,
  data: Record<string, Json>,
  { law, templates }: PrepareContext,
  day: PlainDate,
): Record<string, Json> {
  if (request.act === 'publication.reviewed')
    return {
      hidden: request.hidden.map((one) => ({ ...one })),
      cleared: (request.cleared ?? []).map((one) => ({ ...one })),
    };
  if (request.act !== 'publication.published') return {};
  const decision = lastOf(file.matter, 'decision.made');
  const reviewed: unknown = Reflect.get(
    lastOf(file.matter, 'publication.reviewed')?.data ?? {},
    'hidden',
  );
  const checked = Array.isArray(reviewed) ? (reviewed as ActRequest['hidden']) : []; // recorded by the check
  const text = servedText(decision?.data);
  const hidden = withFoundLater(text, checked, caseSecrets(file, templates));
  const hidesPeople =
    file.matter.party.kind === 'natural' ||
    hidden.length > checked.length ||
    text.flat().some(({ sensitive }) => sensitive !== undefined);
  const channel = typeof data['channel'] === 'string' ? data['channel'] : '';
  return {
    fields: shownFields(file.matter, law, day, channel),
    masked: request.fields['masked'] !== false,
    hidden: hidden.map((one) => ({ ...one })),
    redacted: [
      ...new Set([...hidden.map((one) => one.ground), ...(hidesPeople ? ['privacy'] : [])]),
    ],
    ...(decision?.data.draft === undefined ? {} : { draft: decision.data.draft }),
  };
}

/** The text of the decision as it was served. */
function servedText(decision: object | undefined): readonly (readonly ServedSegment[])[] {
  const text: unknown = Reflect.get(decision ?? {}, 'text');
  return Array.isArray(text) ? (text as ServedSegment[][]) : []; // set when the decision was made
}

/** Everyone the act names. */
function named(by: readonly string[], data: Record<string, Json>): string[] {
  const ids = [...by];
  for (const field of ['approvedBy', 'decidedBy', 'handlers', 'chair', 'officers']) {
    const value = data[field];
    if (typeof value === 'string') ids.push(value);
    else if (Array.isArray(value)) ids.push(...value.filter((one) => typeof one === 'string'));
  }
  return [...new Set(ids)].filter((id) => id !== 'party');
}

function snapshots(ids: readonly string[], { people, bureau }: PrepareContext): Json[] {
  return ids.flatMap((id): Json[] => {
    const person = people.get(id);
    if (!person) return [];
    const { certificate, listing } = person;
    const snapshot: PersonSnapshot = {
      id,
      name: person.name,
      post: person.post,
      unit: bureau.units.find((unit) => unit.id === person.unit)?.name ?? '',
      ...(certificate
        ? {
            certificate: {
              number: certificate.number,
              from: certificate.from,
              until: certificate.until,
            },
          }
        : {}),
      ...(listing
        ? {
            listing: {
              seq: listing.seq,
              qualified: listing.qualified,
              from: listing.from,
              until: listing.until,
            },
          }
        : {}),
    };
    return [snapshot as unknown as Json]; // plain strings, numbers and booleans
  });
}
