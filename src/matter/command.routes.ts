/** Recording over HTTP: acts, marks, voided numbers. */
import { ClearedPlaces, HiddenPlaces } from '../publicity/review.schema.ts';
import { type Static, Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { type EnteredParty, partyProblems } from '../party/party-problems.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { exact, moment, newId, opt, uuid } from '../http/shapes.ts';
import { isActCode } from './act-data.ts';
import { DESK_ACT_DATA, DeskParty } from './desk-act-data.ts';
import type { DeskActs } from './desk-acts.service.ts';
import type { MatterService } from './matter.service.ts';
import type { ActRequest } from './prepare-act.ts';
import { refuseWith } from './refusal.ts';
import { refusalView } from './refusal-view.ts';

export interface CommandRoutesWorld {
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly desk: DeskActs;
  readonly now: () => number;
}

const values = Type.Record(Type.String(), Type.Unknown());

/** An act as it is sent. */
export const ActBody = {
  id: newId,
  at: moment,
  by: opt(Type.Array(Type.Union([uuid, Type.Literal('party')]), { maxItems: 20 })),
  fields: opt(values),
  documents: opt(Type.Record(Type.String(), values)),
  request: opt(Type.Integer({ minimum: 1 })),
  hidden: opt(HiddenPlaces),
  cleared: opt(ClearedPlaces),
  /** What is sent is not the act but the paper by which the head approves it beforehand. */
  beforehand: opt(Type.Boolean()),
  /** The last position the sender saw. */
  version: opt(Type.Integer({ minimum: 0 })),
};
export const ActBodySchema = Type.Object(ActBody, exact);
const matterParams = Type.Object({ matter: uuid });
export const actParams = Type.Object({ matter: uuid, act: Type.String({ maxLength: 60 }) });
export const command = { id: newId, at: moment };

export function commandRoutes({ registry, matters, desk, now }: CommandRoutesWorld): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/matters',
      access: { any: ['officer', 'unit-head'] },
      summary: 'Begin a matter with its first act; both are recorded or neither.',
      body: Type.Object(
        {
          id: newId,
          matter: newId,
          procedure: DESK_ACT_DATA['matter.begun'].properties.procedure,
          subject: DESK_ACT_DATA['matter.begun'].properties.subject,
          flags: DESK_ACT_DATA['matter.begun'].properties.flags,
          party: DeskParty,
          handlers: opt(Type.Array(uuid, { maxItems: 20 })),
          first: Type.Object({ act: Type.String(), ...ActBody }, exact),
        },
        exact,
      ),
      answer: 'Done',
      async handle({ session, body }) {
        const { id, matter, first, procedure, subject, flags, party, handlers } = body;
        refuseBadParty(party, momentAt(now()).day);
        const people = await registry.people(session.bureau);
        refuseWith(
          (handlers ?? []).flatMap((handler, index, all) => {
            const message = !people.get(handler)?.active
              ? '从本局人员名录里选。'
              : all.indexOf(handler) < index
                ? '这个人已经在上面了。'
                : null;
            return message === null
              ? []
              : [{ pointer: `/handlers/${index}`, code: 'act/person-unknown', message }];
          }),
        );
        const begun = {
          id,
          data: {
            procedure,
            subject,
            flags,
            party,
            unit: session.person.unit,
            handlers: handlers ?? [session.person.id],
          },
        };
        return matters.begin(session, matter, begun, requestOf(first.act, first));
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/acts/:act/check',
      access: STAFF,
      summary: 'What would be refused, and why; records nothing.',
      params: actParams,
      body: ActBodySchema,
      answer: 'Verdict',
      async handle({ session, params, body }) {
        const request = requestOf(params.act, body);
        const verdict = await matters.check(session, params.matter, request);
        const file = await matters.read(session, params.matter);
        const bureau = await registry.bureau(session.bureau);
        if (!bureau) throw new HttpProblem('matter/not-found');
        const { pack } = matters.lawByHash(bureau)(file.pack);
        return {
          problems: verdict.problems,
          refusals: verdict.refusals.map((code) => refusalView(code, pack, verdict.said)),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/acts/:act',
      access: STAFF,
      summary: 'Record an act. The same id sent twice has one effect.',
      params: actParams,
      body: ActBodySchema,
      answer: 'Done',
      handle: ({ session, params, body }) =>
        matters.act(session, params.matter, requestOf(params.act, body), body.version ?? null),
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/party',
      access: { any: ['officer', 'unit-head'] },
      summary:
        'Complete or correct what is known of the party, before anything is decided about it.',
      params: matterParams,
      body: Type.Object(
        { ...command, party: DeskParty, reason: Type.String({ minLength: 1, maxLength: 400 }) },
        exact,
      ),
      answer: 'Done',
      handle: ({ session, params, body: { party, reason, ...rest } }) =>
        desk.amendParty(session, params.matter, rest, { party, reason }),
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/flags',
      access: { any: ['officer', 'unit-head'] },
      summary: 'Mark what the matter concerns; marks bear on its review and are never taken back.',
      params: matterParams,
      body: Type.Object(
        {
          ...command,
          flags: DESK_ACT_DATA['subject.flagged'].properties.flags,
          reason: Type.String({ minLength: 1, maxLength: 400 }),
        },
        exact,
      ),
      answer: 'Done',
      handle: ({ session, params, body: { flags, reason, ...rest } }) =>
        desk.flag(session, params.matter, rest, { flags, reason }),
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/documents/void',
      access: { any: ['unit-head', 'head'] },
      summary: 'Void a document number, with the reason; the number is never used again.',
      params: matterParams,
      body: Type.Object(
        {
          ...command,
          of: Type.Integer({ minimum: 1 }),
          number: Type.String({ maxLength: 60 }),
          reason: Type.String({ minLength: 1, maxLength: 400 }),
        },
        exact,
      ),
      answer: 'Done',
      handle: ({ session, params, body: { of, number, reason, ...rest } }) =>
        desk.voidDocument(session, params.matter, rest, { of, number, reason }),
    }),
  ];
}

/** The request a body makes; throws HttpProblem where the law has no such act. */
export function requestOf(
  act: string,
  body: Omit<Static<typeof ActBodySchema>, 'version'>,
): ActRequest {
  if (!isActCode(act)) throw new HttpProblem('http/not-found');
  return {
    id: body.id,
    act,
    at: body.at,
    by: body.by ?? [],
    fields: body.fields ?? {},
    documents: body.documents ?? {},
    request: body.request ?? null,
    beforehand: body.beforehand ?? false,
    hidden: body.hidden ?? [],
    ...(body.cleared ? { cleared: body.cleared } : {}),
  };
}

/** Throws HttpProblem with every item of the party that cannot be true. */
function refuseBadParty(party: EnteredParty, today: PlainDate): void {
  const problems = partyProblems(party, today);
  const [first] = problems;
  if (!first) return;
  const alone = problems.length === 1 && isIdentity(first.code) ? first.code : 'input/invalid';
  throw new HttpProblem(alone, problems);
}

function isIdentity(code: string): code is 'party/code-invalid' | 'party/id-invalid' {
  return code === 'party/code-invalid' || code === 'party/id-invalid';
}
