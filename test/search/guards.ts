/** The guards of a procedure table, and the table without some of them. */
import { type Procedure, type ProcedureTable, procedureOf } from '../../src/matter/procedure.ts';
import { pack } from '../support/script.ts';

/** One guard of one act: a refusal code, `once`, or `after a|b`. */
export interface Guard {
  readonly act: string;
  readonly what: string;
}
export const nameOf = ({ act, what }: Guard) => `${act}: ${what}`;
export const guardOf = (name: string): Guard => {
  const [act = '', what = ''] = name.split(': ');
  return { act, what };
};

/** Whether the table keeps it by the order of acts, and not by a gate. */
export const isOfOrder = ({ what }: Guard) => what === 'once' || what.startsWith('after ');

export function tableOf(id: 'penalty.ordinary' | 'penalty.summary'): Procedure {
  const found = pack.procedures.get(id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

/** Every guard of the table, row by row. */
export function guardsOf({ acts }: ProcedureTable): Guard[] {
  return acts.flatMap(({ act, gates, after, once }) =>
    [
      ...gates,
      ...after.map((any) => `after ${any.join('|')}`),
      ...(once ? (['once'] as const) : []),
    ].map((what) => ({ act, what })),
  );
}

/** The table without these guards. Throws where one of them is not in it. */
export function lacking(table: ProcedureTable, ...guards: readonly Guard[]): Procedure {
  let left: ProcedureTable = table;
  for (const { act, what } of guards) {
    const acts = left.acts.map(({ once, ...row }) =>
      row.act === act
        ? {
            ...row,
            gates: row.gates.filter((gate) => gate !== what),
            after: row.after.filter((any) => `after ${any.join('|')}` !== what),
            ...(once && what !== 'once' && { once }),
          }
        : { ...row, ...(once && { once }) },
    );
    if (guardsOf({ ...left, acts }).length !== guardsOf(left).length - 1)
      throw new Error(`no guard ${act}: ${what}`);
    left = { ...left, acts };
  }
  return procedureOf(left);
}
