/** Requests for approval: which one an act may name, who approves, and that the approved is what was asked for. Pure. */
import { momentAt, parseMoment } from '../calendar/moment.ts';
import { printValue } from '../document/print-value.ts';
import { isBlank } from '../document/values.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import { APPROVAL_TEXTS } from './approval.texts.ts';
import type { ApprovalRequest, CaseFile } from './case-file.ts';
import { answerWords } from './gist.ts';
import type { ActRequest, PrepareContext, PreparedAct } from './prepare-act.ts';

/** Whether an act is done by the head's approval, so that others put it before the head. */
export function needsApproval({ matter }: CaseFile, act: ActRequest['act']): boolean {
  const row = matter.procedure.rows.get(act);
  return row !== undefined && row.who.length === 1 && row.who[0] === 'head';
}

/** Whether the head approves it in their own name; a discussion needs the head too, but is held by all who took part. */
export function isApproval(file: CaseFile, act: ActRequest['act']): boolean {
  const gates = file.matter.procedure.rows.get(act)?.gates ?? [];
  return needsApproval(file, act) && gates.some((gate) => APPROVAL_GATES.has(gate));
}

const APPROVAL_GATES: ReadonlySet<string> = new Set([
  'approval/missing',
  'clock/extension-not-approved',
]);

/**
 * What is wrong with the act as an approval: the request it names, who approves, and whether it is what was asked for.
 * `prepare` makes the act from other answers.
 */
export function approvalProblems(
  file: CaseFile,
  request: ActRequest,
  prepared: PreparedAct,
  { actor, people }: Pick<PrepareContext, 'actor' | 'people'>,
  prepare: (request: ActRequest) => PreparedAct,
): FieldProblem[] {
  const asked = requestGranted(file, request);
  return [
    ...requestProblems(file, request),
    ...refusalProblems(file, request),
    ...approverProblems(file, request, prepared.by, actor, people),
    ...(asked === null
      ? []
      : changedProblems(
          { fields: asked.fields, prepared: prepare({ ...request, ...asked }) },
          { fields: request.fields, prepared },
          actor,
        )),
  ];
}

/** An act approved beforehand comes after its approval. */
function requestProblems(file: CaseFile, { request, act, at }: ActRequest): FieldProblem[] {
  if (request === null) return [];
  const named = file.requests.find((one) => one.seq === request && one.act === act);
  if (!named)
    return [{ pointer: '/request', code: 'act/request-unknown', message: APPROVAL_TEXTS.unknown }];
  const when = parseMoment(at);
  const granted = named.granted && parseMoment(named.granted.at);
  return when && granted && when.ms < granted.ms
    ? [{ pointer: '/at', code: 'act/before-approval', message: APPROVAL_TEXTS.before }]
    : [];
}

/**
 * What the head did not approve is neither asked for again nor approved at an earlier time. What could not wait for the
 * head was done when it was done.
 */
function refusalProblems({ acts }: CaseFile, { act, at, fields }: ActRequest): FieldProblem[] {
  const when = parseMoment(at);
  if (!when || fields['urgent'] === true) return [];
  const asked = new Set(
    acts
      .filter(({ type, data }) => type === 'approval.requested' && data['act'] === act)
      .map(({ seq }) => seq),
  );
  const refusals = acts.flatMap(({ type, data: { of }, happened }) => {
    const refused = parseMoment(happened);
    const isOfAct = type === 'approval.refused' && typeof of === 'number' && asked.has(of);
    return isOfAct && refused ? [refused.ms] : [];
  });
  const last = Math.max(...refusals);
  if (refusals.length === 0 || when.ms >= last) return [];
  const words = momentAt(last).text.slice(0, 16).replace('T', ' ');
  return [
    { pointer: '/at', code: 'act/before-approval', message: APPROVAL_TEXTS.beforeRefusal(words) },
  ];
}

/**
 * What is wrong with `by` of an act that is the head's: the head who records it did it, alone or with other heads, and none
 * of those who prepared it. Who may not record it can still ask for it, whatever name the form has.
 */
function approverProblems(
  file: CaseFile,
  { act, beforehand = false }: ActRequest,
  by: readonly string[],
  actor: StaffMember,
  people: ReadonlyMap<string, StaffMember>,
): FieldProblem[] {
  if (beforehand || !isApproval(file, act) || !actor.roles.includes('head')) return [];
  const isHeads = by.every((id) => people.get(id)?.roles.includes('head') === true);
  return isHeads && by.includes(actor.id)
    ? []
    : [{ pointer: '/by', code: 'act/not-permitted', message: APPROVAL_TEXTS.notTheirs }];
}

/** The answers of the request that waits and that the head grants with this; null where it grants none. */
function requestGranted(
  file: CaseFile,
  { request, act, beforehand = false }: ActRequest,
): Pick<ActRequest, 'fields' | 'documents'> | null {
  const named = file.requests.find(
    (one) => one.seq === request && one.act === act && one.granted === null,
  );
  if (!named || !(beforehand || needsApproval(file, act))) return null;
  const { fields, documents } = answersOf(named);
  return { fields, documents };
}

/** What was filled in when the act was put before the head. */
export function answersOf({
  data,
}: Pick<ApprovalRequest, 'data'>): Pick<ActRequest, 'fields' | 'documents' | 'by'> {
  return data as Pick<ActRequest, 'fields' | 'documents' | 'by'>; // recorded by the service
}

/**
 * What the head would change of papers that others have signed. `asked` is the act as it was put before the head, `now` as it
 * would be recorded; their own opinion, name and date are theirs to give. An act without papers is the head's own ruling.
 */
function changedProblems(
  asked: Pick<ActRequest, 'fields'> & { readonly prepared: PreparedAct },
  now: Pick<ActRequest, 'fields'> & { readonly prepared: PreparedAct },
  { roles }: Pick<StaffMember, 'roles'>,
): FieldProblem[] {
  const { form, documents } = now.prepared;
  if (form.documents.length === 0) return [];
  const before = new Map(asked.prepared.documents.map((one) => [one.template.code, one]));
  const after = new Set(documents.map(({ template }) => template.code));
  return [
    ...form.fields
      .filter(({ name }) => !isSame(asked.fields[name], now.fields[name]))
      .map((field) =>
        changed(`/fields/${field.name}`, answerWords(field, asked.fields[field.name]) ?? ''),
      ),
    ...[...before.values()]
      .filter(({ template }) => !after.has(template.code))
      .map(({ template: { code, title } }) => changed(`/documents/${code}`, title)),
    ...documents.flatMap(({ template, values }) => {
      const was = before.get(template.code);
      if (!was) return [changed(`/documents/${template.code}`, '')];
      return template.sections
        .flatMap(({ fields }) => fields)
        .filter(({ name, post }) => {
          const isOwn = post !== undefined && roles.includes(post);
          return !isOwn && !isSame(was.values[name], values[name]);
        })
        .map((field) =>
          changed(
            `/documents/${template.code}/${field.name}`,
            printValue(field, was.values[field.name]).text,
          ),
        );
    }),
  ];
}

function changed(pointer: string, was: string): FieldProblem {
  return { pointer, code: 'act/not-as-requested', message: APPROVAL_TEXTS.changed(was) };
}

/** Whether two answers say the same; an empty one says the same as none. */
function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (isBlank(part)) return undefined;
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}
