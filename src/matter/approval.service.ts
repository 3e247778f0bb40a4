/**
 * Approval by the head. Most acts that need one are recorded by the head from what others have prepared.
 * Where others carry the act out, in the field, the head approves it beforehand on its own paper, and the
 * act then names that approval (行政强制法 art. 18; 程序规定 art. 33).
 */
import { asData } from '../act/recorder.ts';
import type { Json } from '../ledger/canonical-json.ts';
import { isPermitted } from './act-permission.ts';
import type { CaseFile } from './case-file.ts';
import type { Actor, Done, MatterService, Prepared, Verdict } from './matter.service.ts';
import type { ActRequest } from './prepare-act.ts';
import { invalid, refused } from './refusal.ts';

export interface Approvals {
  /** Puts a prepared act before the head. What already speaks against it, but for the missing approval, is refused now. */
  request(
    actor: Actor,
    matter: string,
    request: ActRequest,
    note: string | null,
    expected: number | null,
  ): Promise<Done>;
  /** Approves beforehand what others carry out, and issues the paper that says so. `of` is the position of the request. */
  grant(
    actor: Actor,
    matter: string,
    of: number,
    signed: Pick<ActRequest, 'id' | 'at' | 'documents'>,
    expected: number | null,
  ): Promise<Done>;
  refuse(
    actor: Actor,
    matter: string,
    command: { readonly id: string; readonly at: string },
    of: number,
    reason: string,
  ): Promise<Done>;
}

export function createApprovals(matters: MatterService): Approvals {
  return {
    request(actor, matter, request, note, expected) {
      const asked = { matter, actor: actor.person.id, request, note } as unknown as Json; // came in as JSON
      return matters.record(actor, matter, request.id, asked, expected, async (state) => {
        if (!state) throw invalid('matter/not-found');
        const prepared = await matters.prepare(actor, state, request);
        refuseUnless(prepared.verdict);
        if (!mayAsk(state, request, prepared, actor)) throw invalid('act/not-permitted');
        // Whole as they stand now: names and days of who signs before the head stay those of this day.
        const documents = Object.fromEntries(
          prepared.documents.map(({ template, values }) => [template.code, values]),
        );
        const data = {
          act: request.act,
          data: {
            fields: request.fields,
            documents: { ...request.documents, ...documents },
            by: request.by,
          },
          ...(note === null ? {} : { note }),
        };
        return [
          {
            id: request.id,
            type: 'approval.requested',
            happened: request.at,
            by: [actor.person.id],
            recordedBy: actor.person.id,
            pack: state.pack,
            data: asData(data),
          },
        ];
      });
    },
    grant(actor, matter, of, signed, expected) {
      const asked = { matter, actor: actor.person.id, of, signed } as unknown as Json; // came in as JSON
      return matters.record(actor, matter, signed.id, asked, expected, async (state) => {
        if (!state) throw invalid('matter/not-found');
        if (!actor.person.roles.includes('head')) throw invalid('act/not-permitted');
        const { act } = pending(state, of);
        const request: ActRequest = {
          ...signed,
          act,
          by: [],
          fields: {},
          request: of,
          hidden: [],
          beforehand: true,
        };
        const { verdict, form, issue } = await matters.prepare(actor, state, request);
        if (form.documents.length === 0) throw invalid('act/not-permitted');
        refuseUnless(verdict);
        const { documents = [], people = [] } = await issue();
        return [
          {
            id: request.id,
            type: 'approval.granted',
            happened: request.at,
            by: [actor.person.id],
            recordedBy: actor.person.id,
            pack: state.pack,
            data: asData({ of, documents, people }),
          },
        ];
      });
    },
    refuse(actor, matter, { id, at }, of, reason) {
      const data = { of, reason };
      const asked = {
        matter,
        actor: actor.person.id,
        type: 'approval.refused',
        at,
        data,
      } as unknown as Json; // came in as JSON
      return matters.record(actor, matter, id, asked, null, async (state) => {
        if (!state) throw invalid('matter/not-found');
        if (!actor.person.roles.includes('head')) throw invalid('act/not-permitted');
        pending(state, of);
        return [
          {
            id,
            type: 'approval.refused',
            happened: at,
            by: [actor.person.id],
            recordedBy: actor.person.id,
            pack: state.pack,
            data,
          },
        ];
      });
    },
  };
}

/** The request in that position, neither granted nor refused yet; throws CommandRefused. */
function pending(file: CaseFile, of: number): CaseFile['requests'][number] {
  const found = file.requests.find(({ seq, granted }) => seq === of && granted === null);
  if (!found) throw invalid('act/request-unknown');
  return found;
}

/** Beforehand asks who would carry the act out; otherwise the head records it, unless the system makes its papers. */
function mayAsk(file: CaseFile, request: ActRequest, { form }: Prepared, actor: Actor): boolean {
  if (!request.beforehand) return form.generated.length === 0 && form.approval.length === 0;
  return form.documents.length > 0 && isPermitted(file, { ...request, by: [] }, actor.person);
}

/** An act put before the head may lack the approval, and nothing else. */
const WAITING: ReadonlySet<string> = new Set(['approval/missing', 'clock/extension-not-approved']);

function refuseUnless(verdict: Verdict): void {
  if (verdict.problems.length > 0) throw invalid('input/invalid', verdict.problems);
  const other = verdict.refusals.filter((code) => !WAITING.has(code));
  if (other.length > 0) throw refused(other, verdict.said);
}
