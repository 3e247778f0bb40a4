/** Why an act is out of order, in words: which step is missing, with the articles of that step. Pure. */
import { momentAt } from '../calendar/moment.ts';
import { lastOf, type AnyAct, type Matter } from './matter.ts';
import { type OrderFault, orderFault } from './order.ts';
import { ORDER_TEXTS as T } from './order.texts.ts';
import type { ActRow, Procedure } from './procedure.ts';
import type { Said } from './refusal-view.ts';

/** What the act is told where it is out of order; null where it is not, or the procedure has no such act. */
export function orderSaid(matter: Matter, act: AnyAct, latest: number | null): Said | null {
  const row = matter.procedure.rows.get(act.code);
  const fault = row && orderFault(matter, act, row, latest);
  return fault ? saidOf(fault, matter, row) : null;
}

/** The latest moment of any act of the matter, in milliseconds; null where there is none. */
export function latestMoment({ acts }: Matter): number | null {
  return acts.reduce<number | null>((most, { at }) => Math.max(most ?? at.ms, at.ms), null);
}

function saidOf(fault: OrderFault, matter: Matter, row: ActRow): Said {
  const { procedure } = matter;
  switch (fault.kind) {
    case 'missing': {
      const steps = fault.steps.map((any) => T.any(any.map((code) => termOf(procedure, code))));
      return {
        title: T.missing(steps),
        help: T.missingHelp(steps[0] ?? '', row.term),
        basis: basisOf(procedure, fault.steps.flat()),
      };
    }
    case 'once':
      return {
        title: T.once(row.term, lastOf(matter, row.act)?.n ?? 0),
        help: T.onceHelp,
        basis: row.basis,
      };
    case 'ended':
      return {
        title: T.ended(termOf(procedure, fault.by)),
        help: T.endedHelp[fault.by],
        basis: basisOf(procedure, [fault.by]),
      };
    case 'overtaken':
      return { title: T.overtaken[fault.act], help: T.overtakenHelp, basis: row.basis };
    case 'settled':
      return { title: T.settled, help: T.settledHelp, basis: row.basis };
    case 'earlier': {
      const last = matter.acts.toSorted((a, b) => b.at.ms - a.at.ms)[0];
      const at = last ? momentAt(last.at.ms).text.slice(0, 16).replace('T', ' ') : '';
      return {
        title: T.earlier(last?.n ?? 0, last ? termOf(procedure, last.code) : '', at),
        help: T.earlierHelp,
        basis: [],
      };
    }
  }
}

function termOf({ rows }: Procedure, code: ActRow['act']): string {
  return rows.get(code)?.term ?? code;
}

/** The articles of these steps, each once. */
function basisOf({ rows }: Procedure, codes: readonly ActRow['act'][]): string[] {
  return [...new Set(codes.flatMap((code) => rows.get(code)?.basis ?? []))];
}
