/** Whether an act may be done: all that speaks against it, each by its code. */
import { isActCode } from './act-data.ts';
import { type Attempt, type Gate, type Setting } from './attempt.ts';
import { type GateCode, GATES, isGateCode, type RefusalCode } from './gates.ts';
import type { AnyAct, Matter } from './matter.ts';
import { orderFault } from './order.ts';
import type { ActRow } from './procedure.ts';

/**
 * The refusals an act meets, or an empty list: it is accepted. An act the procedure does not have, or
 * that is out of order, is refused for that alone; otherwise every guard of its row that fails is
 * named. `latest` is the moment of the latest act tried before, in milliseconds; null for none.
 */
export function decide(
  matter: Matter,
  act: AnyAct,
  setting: Setting,
  latest: number | null,
): RefusalCode[] {
  const row = isActCode(act.code) ? matter.procedure.rows.get(act.code) : undefined;
  if (!row) return ['act/unknown'];
  if (orderFault(matter, act, row, latest)) return ['act/out-of-order'];
  const { law, calendar, people, lists } = setting;
  const attempt: Attempt = { law, calendar, people, lists, matter, act, row, day: act.at.day };
  return guardsOf(row).flatMap(([code, gate]) => (gate(attempt) ? [code] : []));
}

type Guard = readonly [code: GateCode, gate: Gate];
const guards = new WeakMap<ActRow, readonly Guard[]>();

/** The guards a row names, looked up once a row. */
function guardsOf(row: ActRow): readonly Guard[] {
  let found = guards.get(row);
  if (!found) {
    found = row.gates.filter(isGateCode).map((code): Guard => [code, GATES[code]]);
    guards.set(row, found);
  }
  return found;
}
