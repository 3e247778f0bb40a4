/**
 * A route as a value: who may use it, what goes in, what comes out. One list of these is the server, the
 * OpenAPI document and the table of permissions that a test walks.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { SignedIn } from '../staff/session.service.ts';
import type { AnswerName, Answers } from './answers.ts';
import { type Role, ROLES } from '../staff/person.ts';
import type { Duty } from '../staff/staff.ts';

/** Who may use a route: anybody; anybody with a session, whatever is still to be done; anybody fully signed in; or only some. */
export type Access =
  | 'public'
  | 'session'
  | 'signed-in'
  | { readonly any: readonly (Role | Duty)[] };

/** Everybody who works on matters; the three administrators do not. */
export const STAFF = { any: ROLES } as const satisfies Access;

export interface RouteContext<P, Q, B, S> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly session: S;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify path, `/api/matters/:matter`. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly params: TSchema | null;
  readonly query: TSchema | null;
  readonly body: TSchema | null;
  /** What a 200 answer holds as JSON; null for other media and empty answers. */
  readonly answer: AnswerName | null;
  /** Other media a 200 answer may have; empty where it is JSON or a file of any kind. */
  readonly media: readonly string[];
  readonly handle: (
    context: RouteContext<unknown, unknown, unknown, SignedIn | null>,
  ) => Promise<unknown>;
}

type Parsed<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined;
type SessionOf<A extends Access> = A extends 'public' ? SignedIn | null : SignedIn;

/** Routes without a JSON answer send something else themselves, or nothing. */
type AnswerOf<N> = N extends AnswerName
  ? Answers[N] | FastifyReply
  : FastifyReply | undefined | void;

/** Describes a route; the types of the handler follow from the schemas. */
export function route<
  const A extends Access,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  const N extends AnswerName | undefined = undefined,
>(spec: {
  method: Route['method'];
  path: string;
  access: A;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer?: N;
  media?: readonly string[];
  handle: (
    context: RouteContext<Parsed<P>, Parsed<Q>, Parsed<B>, SessionOf<A>>,
  ) => Promise<AnswerOf<N>>;
}): Route {
  return {
    method: spec.method,
    path: spec.path,
    access: spec.access,
    summary: spec.summary,
    params: spec.params ?? null,
    query: spec.query ?? null,
    body: spec.body ?? null,
    answer: spec.answer ?? null,
    media: spec.media ?? [],
    // The registrar has checked the parts against these very schemas before it calls.
    handle: spec.handle as unknown as Route['handle'],
  };
}

/** Whether somebody signed in may use the route. */
export function isAllowed(
  access: Access,
  session: SignedIn | null,
): 'yes' | 'sign-in' | 'finish' | 'no' {
  if (access === 'public') return 'yes';
  if (!session) return 'sign-in';
  if (access === 'session') return 'yes';
  if (session.pending !== 'none') return 'finish';
  if (access === 'signed-in') return 'yes';
  const own: readonly string[] = [...session.person.roles, ...session.person.duties];
  return access.any.some((one) => own.includes(one)) ? 'yes' : 'no';
}
