/** Answers that are not success: RFC 9457 problem documents. Only this file knows which code means which status. */
import type { FastifyReply } from 'fastify';
import { EvidenceRefused, problemBody } from '../evidence/evidence.problems.ts';
import { isConnectionFailure } from '../platform/db/errors.ts';
import { StorageError } from '../platform/storage/storage-error.ts';
import type { Pack } from '../rule/pack.ts';
import type { FieldFault } from './field-faults.ts';
import { PROBLEMS } from './problems.texts.ts';
import { CommandRefused } from '../matter/refusal.ts';
import { refusalView } from '../matter/refusal-view.ts';
import { SignInRefused } from '../staff/session.service.ts';

export type ProblemCode = keyof typeof PROBLEMS;

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly problems?: readonly FieldFault[];
  readonly refusals?: readonly {
    readonly code: string;
    readonly title: string;
    readonly help: string;
    readonly basis: readonly string[];
  }[];
}

/** Thrown by handlers for a code of this table. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly problems: readonly FieldFault[];
  constructor(code: ProblemCode, problems: readonly FieldFault[] = []) {
    super(code);
    this.code = code;
    this.problems = problems;
  }
}

/** The problem document of an error, or null for one that is our own fault. */
export function problemOf(error: unknown, instance: string, pack: Pack): ProblemDocument | null {
  if (error instanceof HttpProblem) return tableProblem(error.code, instance, error.problems);
  if (error instanceof SignInRefused) return tableProblem(error.code, instance, []);
  if (error instanceof EvidenceRefused) return problemBody(error.code, error.values, instance);
  if (error instanceof StorageError) return problemBody(error.code, {}, instance);
  // Whether it took effect is not known; the same command sent again tells.
  if (isConnectionFailure(error)) return tableProblem('http/unavailable', instance, []);
  if (!(error instanceof CommandRefused)) return null;
  const { reason } = error;
  if (reason.kind === 'invalid') return tableProblem(reason.code, instance, reason.problems);
  const refusals = reason.refusals.map((code) => refusalView(code, pack, reason.said));
  const [first] = refusals;
  return {
    type: `urn:zhuding:problem:${first?.code ?? 'act'}`,
    title: first?.title ?? '现在不能办',
    status: 409,
    detail: first?.help ?? '',
    instance,
    code: first?.code ?? 'act',
    refusals,
  };
}

export function tableProblem(
  code: ProblemCode,
  instance: string,
  problems: readonly FieldFault[],
): ProblemDocument {
  const { status, title, detail } = PROBLEMS[code];
  return {
    type: `urn:zhuding:problem:${code}`,
    title,
    status,
    detail,
    instance,
    code,
    ...(problems.length > 0 ? { problems } : {}),
  };
}

export function sendProblem(reply: FastifyReply, problem: ProblemDocument): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
