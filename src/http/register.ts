/** Puts routes on a Fastify server: who is asking, may they, does what they send hold, and problems as answers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Pack } from '../rule/pack.ts';
import type { SignedIn } from '../staff/session.service.ts';
import { type SchemaError, schemaFaults } from './field-faults.ts';
import { HttpProblem, problemOf, sendProblem, tableProblem } from './problems.ts';
import { makeReadable } from './readable.ts';
import { isAllowed, type Route } from './route.ts';

export interface Registrar {
  readonly routes: readonly Route[];
  readonly pack: Pack;
  /** Whose session the request carries. */
  readonly session: (request: FastifyRequest) => Promise<SignedIn | null>;
}

interface Checks {
  readonly params: Check | null;
  readonly query: Check | null;
  readonly body: Check | null;
}

interface Check {
  Check(value: unknown): boolean;
  Errors(value: unknown): SchemaError[];
}

/** Registers every route of the list, and answers for what none of them is for. */
export function registerRoutes(app: FastifyInstance, { routes, pack, session }: Registrar): void {
  for (const one of routes) {
    const checks: Checks = {
      params: compiled(one.params),
      query: compiled(one.query),
      body: compiled(one.body),
    };
    app.route({
      method: one.method,
      url: one.path,
      handler: async (request, reply) => {
        if (one.method !== 'GET') refuseForeignOrigin(request);
        const signedIn =
          one.access === 'public' ? await optional(session(request)) : await session(request);
        refuseUnlessAllowed(one, signedIn);
        insist(checks.params, request.params, '', 'http/not-found');
        insist(checks.query, request.query, '?', 'http/malformed');
        insist(checks.body, request.body ?? null, '', 'http/malformed');
        const answer = await one.handle({
          params: request.params,
          query: request.query,
          body: request.body,
          session: signedIn,
          request,
          reply,
        });
        if (reply.sent) return reply;
        return answer === undefined ? reply.code(204).send() : answer;
      },
    });
  }
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, tableProblem('http/not-found', request.url, [])),
  );
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, pack));
}

/** A page that does not need a session works without one, also when the session cannot be looked up. */
async function optional(session: Promise<SignedIn | null>): Promise<SignedIn | null> {
  return session.catch(() => null);
}

function compiled(schema: TSchema | null): Check | null {
  return schema === null ? null : Compile(schema);
}

function refuseUnlessAllowed(one: Route, session: SignedIn | null): void {
  switch (isAllowed(one.access, session)) {
    case 'yes':
      return;
    case 'sign-in':
      throw new HttpProblem('auth/needed');
    case 'finish':
      throw new HttpProblem('auth/unfinished');
    case 'no':
      throw new HttpProblem('auth/forbidden');
  }
}

/** Browsers say where a request comes from; one from another site changes nothing here. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem('http/foreign-origin');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.headers.host)
    throw new HttpProblem('http/foreign-origin');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function insist(
  check: Check | null,
  value: unknown,
  prefix: string,
  code: 'http/not-found' | 'http/malformed',
): void {
  const unreadable = makeReadable(value, prefix);
  if (unreadable.length === 0 && (!check || check.Check(value))) return;
  const faults =
    unreadable.length > 0
      ? unreadable.slice(0, 50)
      : schemaFaults(check?.Errors(value) ?? [], prefix);
  throw new HttpProblem(code, code === 'http/not-found' ? [] : faults);
}

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  pack: Pack,
): FastifyReply {
  const known = problemOf(error, request.url, pack) ?? fastifyProblem(error, request.url);
  if (known) return sendProblem(reply, known);
  request.log.error({ err: error }, 'request failed');
  return sendProblem(reply, {
    ...tableProblem('http/internal', request.url, []),
    detail: `您写的还在。再试一次；还不行，把编号 ${request.id} 告诉管理员。`,
  });
}

/** Faults Fastify itself finds in a request. */
function fastifyProblem(error: unknown, instance: string): ReturnType<typeof problemOf> {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : null;
  if (status === 413) return tableProblem('http/too-large', instance, []);
  if (status === 415) return tableProblem('http/unsupported', instance, []);
  return typeof status === 'number' && status >= 400 && status < 500
    ? tableProblem('http/malformed', instance, [])
    : null;
}
