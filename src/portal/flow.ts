/** A procedure as the public sees it: its stages in order, made from the very table the engine runs. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Procedure, TableClock } from '../matter/procedure.ts';
import { isRuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
import { publicationLimit } from './law-in-force.ts';

export interface FlowLimit {
  readonly name: string;
  readonly term: string;
  /** Null where the act itself sets the length. */
  readonly length: number | null;
  readonly unit: TableClock['unit'];
  /** A duty of the bureau, or a time after which something lapses. */
  readonly kind: 'duty' | 'lapse';
  readonly extendable: boolean;
  /** Term of the act it runs from. */
  readonly from: string;
}

export interface FlowStage {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What is done there. */
  readonly acts: readonly string[];
  readonly who: readonly string[];
  /** Whether officers act outside and so show their certificates first (QZ-6, XZ-G-7a). */
  readonly field: boolean;
  /** Whether no decision can be made before it is passed or not needed. */
  readonly gate: boolean;
  readonly limits: readonly FlowLimit[];
  readonly basis: readonly string[];
}

export interface Flow {
  readonly id: string;
  readonly title: string;
  readonly basis: readonly string[];
  /** The least number of officers who act outside together. */
  readonly officers: number;
  readonly stages: readonly FlowStage[];
  /** What may be done at several stages. */
  readonly anytime: readonly { readonly term: string; readonly basis: readonly string[] }[];
}

/** The flow of `procedure` under `law` on a day. */
export function flowOf(procedure: Procedure, law: Law, on: PlainDate): Flow {
  const decision = procedure.acts.find(({ act }) => act === procedure.decision);
  const gates = new Set((decision?.gates ?? []).map((gate) => gate.split('/')[0] ?? ''));
  const stageIds = new Set(procedure.stages.map(({ id }) => id));
  return {
    id: procedure.id,
    title: procedure.title,
    basis: procedure.basis,
    officers: law.value('handlers.minimum', on),
    stages: procedure.stages.map(({ id, title }, index) => {
      const acts = procedure.acts.filter(({ stage }) => stage === id);
      return {
        id,
        number: index + 1,
        title,
        acts: acts.map(({ term }) => term),
        who: [...new Set(acts.flatMap(({ who }) => who))],
        field: acts.some(({ field }) => field !== undefined),
        gate: gates.has(id) && id !== 'decision',
        limits: procedure.clocks.flatMap((clock) => {
          if ('special' in clock) return specialLimit(clock.name, procedure, id, law, on);
          return stageOf(procedure, clock) === id ? [limitOf(procedure, clock, law, on)] : [];
        }),
        basis: [...new Set(acts.flatMap(({ basis }) => basis))],
      };
    }),
    anytime: procedure.acts
      .filter(({ stage }) => !stageIds.has(stage))
      .map(({ term, basis }) => ({ term, basis })),
  };
}

/** A clock stands where what ends it is done; one that only runs out, where it starts. */
function stageOf(procedure: Procedure, clock: TableClock): string | undefined {
  const act = clock.ends[0]?.act ?? clock.start.act;
  return procedure.rows.get(act)?.stage;
}

function limitOf(procedure: Procedure, clock: TableClock, law: Law, on: PlainDate): FlowLimit {
  const { name, term, unit, kind, length } = clock;
  const rule = 'rule' in length && isRuleKey(length.rule) ? law.value(length.rule, on) : null;
  return {
    name,
    term,
    length: typeof rule === 'number' ? rule : null,
    unit,
    kind,
    extendable: clock.extendedBy !== undefined,
    from: procedure.rows.get(clock.start.act)?.term ?? '',
  };
}

function specialLimit(
  name: string,
  procedure: Procedure,
  stage: string,
  law: Law,
  on: PlainDate,
): FlowLimit[] {
  const from = procedure.rows.get(procedure.decision)?.term ?? '';
  const limit = (term: string, length: number, of: string): FlowLimit => ({
    name,
    term,
    length,
    unit: 'working-day',
    kind: 'duty',
    extendable: false,
    from: of,
  });
  const clock = procedure.clocks.find((one) => one.name === name);
  if (!clock || stage !== 'publication') return [];
  if (name === 'withdrawal') {
    const overturned = procedure.rows.get('decision.overturned')?.term ?? '';
    return [limit(clock.term, law.value('withdrawal.limit', on), overturned)];
  }
  const published =
    name === 'publication' ? publicationLimit(law, procedure.publishes, null, on) : null;
  return published ? [limit(clock.term, published.days, from)] : [];
}
