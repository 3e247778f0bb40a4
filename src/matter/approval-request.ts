/** Requests for approval: which one an act may name. Pure. */
import { parseMoment } from '../calendar/moment.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import type { ActRequest } from './prepare-act.ts';

/** What is wrong with the request for approval that the act names; an act approved beforehand comes after its approval. */
export function approvalProblems(file: CaseFile, { request, act, at }: ActRequest): FieldProblem[] {
  if (request === null) return [];
  const named = file.requests.find((one) => one.seq === request && one.act === act);
  if (!named)
    return [
      {
        pointer: '/request',
        code: 'act/request-unknown',
        message: '这项请示已经办结或者不存在。',
      },
    ];
  const when = parseMoment(at);
  const granted = named.granted && parseMoment(named.granted.at);
  return when && granted && when.ms < granted.ms
    ? [{ pointer: '/at', code: 'act/before-approval', message: '发生时间早于批准时间。' }]
    : [];
}
