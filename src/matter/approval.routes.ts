/** Approval over HTTP: putting an act before the head, the head's answer. */
import { Type } from 'typebox';
import { type Route, route } from '../http/route.ts';
import { exact, opt, position, uuid } from '../http/shapes.ts';
import type { Approvals } from './approval.service.ts';
import { ActBody, actParams, command, requestOf } from './command.routes.ts';

const requestParams = Type.Object({ matter: uuid, seq: position });

export function approvalRoutes({ approvals }: { readonly approvals: Approvals }): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/matters/:matter/requests/:act',
      access: { any: ['officer', 'unit-head', 'reviewer'] },
      summary: 'Put a prepared act before the head for approval.',
      params: actParams,
      body: Type.Object({ ...ActBody, note: opt(Type.String({ maxLength: 2000 })) }, exact),
      answer: 'Done',
      handle: ({ session, params, body: { note, version, ...body } }) =>
        approvals.request(
          session,
          params.matter,
          requestOf(params.act, body),
          note ?? null,
          version ?? null,
        ),
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/requests/:seq/grant',
      access: { any: ['head'] },
      summary: 'Approve beforehand what others carry out, and sign the paper that says so.',
      params: requestParams,
      body: Type.Object(
        { ...command, documents: ActBody.documents, version: ActBody.version },
        exact,
      ),
      answer: 'Done',
      handle: ({ session, params, body: { id, at, documents = {}, version } }) =>
        approvals.grant(
          session,
          params.matter,
          Number(params.seq),
          { id, at, documents },
          version ?? null,
        ),
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/requests/:seq/refusal',
      access: { any: ['head'] },
      summary: 'Refuse a request for approval, with the reason.',
      params: requestParams,
      body: Type.Object(
        { ...command, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
        exact,
      ),
      answer: 'Done',
      handle: ({ session, params, body: { reason, ...rest } }) =>
        approvals.refuse(session, params.matter, rest, Number(params.seq), reason),
    }),
  ];
}
