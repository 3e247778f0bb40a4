/** What a complete file holds (程序规定 art. 78, 行政处罚法 art. 47). */
import type { ActCode } from '../matter/act-data.ts';
import { has, lastOf, type Matter } from '../matter/matter.ts';

/** Acts the file needs before it may be archived and does not hold, in the order of the procedure. */
export function missingActs(matter: Matter): ActCode[] {
  const { required, requiredUnless } = matter.procedure;
  const needed = has(matter, 'case.declined')
    ? requiredUnless.declined
    : lastOf(matter, 'case.closed')?.data.ground === 'terminated'
      ? requiredUnless.terminated
      : undefined;
  const order = [...matter.procedure.rows.keys()];
  return (needed ?? required)
    .filter((code) => !has(matter, code) && !(code === 'notice.served' && isWithoutPenalty(matter)))
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** A decision other than a penalty needs no notice before it. */
function isWithoutPenalty(matter: Matter): boolean {
  const decision = lastOf(matter, 'decision.made');
  return decision !== undefined && decision.data.outcome !== 'penalty';
}
