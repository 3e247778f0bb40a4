/**
 * A procedure as a table: its acts with who may do them, what must stand before, which guards they
 * pass and which statutory form they produce; its clocks with what starts, ends and stops them. The
 * same table runs the engine, is searched for unreviewed paths, and is what the desk, the flow chart
 * and the checklist show. The tables are data: `rules/national/procedures/*.json`.
 */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { PROCEDURES, PUBLICATION_KINDS } from '../rule/keys.ts';
import { ROLES } from '../staff/person.ts';
import { ACT_CODES, type ActCode } from './act-data.ts';

const ActCodeSchema = Type.Enum([...ACT_CODES]);
const text = Type.String({ minLength: 1 });
const basis = Type.Array(text, { minItems: 1 });
const exact = { additionalProperties: false };

/** A field must equal a value, be among several, or differ from one; on a list field it must be contained. */
const Where = Type.Record(
  text,
  Type.Union([
    Type.String(),
    Type.Boolean(),
    Type.Array(Type.String()),
    Type.Object({ not: Type.Union([Type.String(), Type.Boolean()]) }, exact),
  ]),
);
export type Where = Static<typeof Where>;

const ActRow = Type.Object(
  {
    act: ActCodeSchema,
    term: text,
    stage: text,
    once: Type.Optional(Type.Literal(true)),
    /** All of the lists must be met; one accepted act of each list is enough. `@decision` names the procedure's decision. */
    after: Type.Array(
      Type.Array(Type.Union([ActCodeSchema, Type.Literal('@decision')]), { minItems: 1 }),
    ),
    /** A field act, always or when its data say so: needs two certified officers who showed their certificates. */
    field: Type.Optional(Type.Union([Type.Literal(true), Where])),
    who: Type.Array(Type.Enum([...ROLES]), { minItems: 1 }),
    /** Number of the statutory form (1 to 56) its text record is. */
    form: Type.Optional(Type.Integer({ minimum: 1, maximum: 56 })),
    gates: Type.Array(text),
    basis,
  },
  exact,
);
export type ActRow = Static<typeof ActRow>;

const TableClock = Type.Object(
  {
    name: text,
    term: text,
    start: Type.Object(
      {
        act: ActCodeSchema,
        where: Type.Optional(Where),
        condition: Type.Optional(Type.Enum(['hearing-scope', 'fined', 'penalty', 'acceptance'])),
      },
      exact,
    ),
    length: Type.Union([Type.Object({ rule: text }, exact), Type.Object({ field: text }, exact)]),
    unit: Type.Enum(['working-day', 'day', 'month', 'hour']),
    ends: Type.Array(
      Type.Object(
        {
          act: ActCodeSchema,
          where: Type.Optional(Where),
          link: Type.Optional(Type.Literal('of')),
          /** Ends the clock even when it came first: what the clock asks for is then already done. */
          early: Type.Optional(Type.Literal(true)),
        },
        exact,
      ),
    ),
    kind: Type.Enum(['duty', 'lapse']),
    rolls: Type.Optional(Type.Literal(true)),
    extendedBy: Type.Optional(ActCodeSchema),
    stops: Type.Array(text),
    /** Stops count only if the party was told: always, or as that rule says. */
    stopsNeedTold: Type.Optional(Type.Union([Type.Literal(true), text])),
    basis,
  },
  exact,
);
export type TableClock = Static<typeof TableClock>;

/** A clock whose start or end depends on more than one act; the named feature computes it. */
const SpecialClock = Type.Object(
  {
    name: text,
    term: text,
    special: Type.Enum(['publicity', 'record', 'execution']),
    kind: Type.Literal('duty'),
    basis,
  },
  exact,
);

const ProcedureSchema = Type.Object(
  {
    id: Type.Enum([...PROCEDURES]),
    title: text,
    decision: ActCodeSchema,
    publishes: Type.Enum([...PUBLICATION_KINDS]),
    basis,
    /** Acts a complete file holds. */
    required: Type.Array(ActCodeSchema),
    requiredUnless: Type.Object(
      {
        terminated: Type.Optional(Type.Array(ActCodeSchema)),
        declined: Type.Optional(Type.Array(ActCodeSchema)),
      },
      exact,
    ),
    stages: Type.Array(Type.Object({ id: text, title: text }, exact), { minItems: 1 }),
    acts: Type.Array(ActRow),
    clocks: Type.Array(Type.Union([TableClock, SpecialClock])),
  },
  exact,
);
export type ProcedureTable = Static<typeof ProcedureSchema>;
export type ProcedureId = ProcedureTable['id'];

export interface Procedure extends ProcedureTable {
  readonly rows: ReadonlyMap<ActCode, ActRow>;
}

const check = Compile(ProcedureSchema);

/** Parses one procedure table; throws Error naming what does not hold (a wrong table must not start). */
export function parseProcedure(json: unknown, file: string): Procedure {
  if (!check.Check(json))
    throw new Error(
      `${file}: ${check
        .Errors(json)
        .map((e) => `${e.instancePath} ${e.message}`)
        .join('; ')}`,
    );
  return procedureOf(json);
}

/** The procedure made of a table; for tests that change a table. */
export function procedureOf(table: ProcedureTable): Procedure {
  return { ...table, rows: new Map(table.acts.map((row) => [row.act, row])) };
}

/** The acts that must stand before `row`, with the decision of the procedure put in its place. */
export function precedents(procedure: Procedure, row: ActRow): ActCode[][] {
  return row.after.map((any) => any.map((act) => (act === '@decision' ? procedure.decision : act)));
}

/** Whether the act's data meet the condition. */
export function meets(where: Where | undefined, data: object): boolean {
  if (!where) return true;
  return Object.entries(where).every(([field, wanted]) => {
    const value: unknown = Reflect.get(data, field);
    if (Array.isArray(wanted)) return wanted.some((one) => one === value);
    if (typeof wanted === 'object') return value !== wanted.not;
    return Array.isArray(value) ? value.includes(wanted) : value === wanted;
  });
}
