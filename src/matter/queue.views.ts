/** Lists of matters and tasks, read from the work tables: one query a list. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Bureau } from '../bureau/bureau.ts';
import type { Database } from '../platform/db/pool.ts';
import type { StaffMember } from '../staff/staff.ts';
import { dueOf } from './clock.views.ts';
import type { MatterLine, RecordedLine, TaskView } from './matter.api.ts';
import { refOf } from './matter.views.ts';
import { readsAllMatters } from './reading.ts';

export interface ListSetting {
  readonly bureau: Bureau;
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly calendar: WorkCalendar;
  readonly now: Moment;
  readonly viewer: StaffMember;
}

export interface MatterFilter {
  readonly text?: string | undefined;
  readonly procedure?: string | undefined;
  readonly state?: string | undefined;
  readonly stage?: string | undefined;
  readonly unit?: string | undefined;
  readonly handler?: string | undefined;
  readonly party?: string | undefined;
  /** Where the last page ended. */
  readonly after?: PageEnd | undefined;
  readonly limit: number;
}

/** The last line of a page: the day it is due on, `infinity` for none, its latest act, its id. */
export interface PageEnd {
  readonly due: string;
  readonly at: Date;
  readonly id: string;
}

interface MatterRow extends Record<string, unknown> {
  readonly matter_id: string;
  readonly procedure: string;
  readonly subject: string;
  readonly party_name: string;
  readonly case_number: string | null;
  readonly decision_number: string | null;
  readonly unit_id: string;
  readonly handlers: string | string[];
  readonly stage: string;
  readonly state: string;
  readonly begun_on: string;
  readonly last_at: Date;
  readonly next_due: string | null;
  readonly next_estimated: string | null;
  readonly next_unit: string | null;
  readonly due: string;
}

/** The soonest day of its tasks that lies beyond the published calendar. */
const NEXT_ESTIMATED = `(select min(c.estimated_on) from work.task t
  join work.clock c on c.bureau_id = t.bureau_id and c.matter_id = t.matter_id and c.clock_id = t.clock_id
  where t.bureau_id = m.bureau_id and t.matter_id = m.matter_id)`;

/** What its soonest clock is counted in. */
const NEXT_UNIT = `(select c.unit from work.task t
  join work.clock c on c.bureau_id = t.bureau_id and c.matter_id = t.matter_id and c.clock_id = t.clock_id
  where t.bureau_id = m.bureau_id and t.matter_id = m.matter_id
  order by coalesce(t.due_on, c.estimated_on) nulls last limit 1)`;

/** The day a line shows; nothing is due of what is archived. */
const DUE = `coalesce(m.next_due, case when m.state <> 'archived' then ${NEXT_ESTIMATED} end, 'infinity')`;

/** A page of matters, overdue and soonest first, then those with the latest act, and where the next page begins. */
export async function listMatters(
  db: Database,
  filter: MatterFilter,
  setting: ListSetting,
): Promise<{ matters: MatterLine[]; next: string | null }> {
  const values: unknown[] = [setting.bureau.id];
  const where = ['bureau_id = $1'];
  const add = (sql: (place: string) => string, value: unknown): void =>
    void where.push(sql(`$${values.push(value)}`));
  if (filter.text)
    add(
      (p) =>
        `(party_name ilike ${p} or subject ilike ${p} or case_number ilike ${p} or decision_number ilike ${p} or party_code ilike ${p})`,
      `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`,
    );
  if (filter.procedure) add((p) => `procedure = ${p}`, filter.procedure);
  if (filter.state) add((p) => `state = ${p}`, filter.state);
  if (filter.stage) add((p) => `stage = ${p}`, filter.stage);
  if (filter.unit) add((p) => `unit_id = ${p}`, filter.unit);
  if (filter.handler) add((p) => `${p}::uuid = any (handlers)`, filter.handler);
  if (filter.party) add((p) => `(party_code = ${p} or party_name = ${p})`, filter.party);
  if (!readsAllMatters(setting.viewer)) {
    const unit = `$${values.push(setting.viewer.unit)}`;
    const own = `$${values.push(setting.viewer.id)}`;
    where.push(`(unit_id = ${unit}::uuid or ${own}::uuid = any (handlers))`);
  }
  if (filter.after) {
    const { due, at, id } = filter.after;
    const [day, moment, matter] = [due, at, id].map((value) => `$${values.push(value)}`);
    where.push(
      `(${DUE} > ${day}::date or (${DUE} = ${day}::date and (last_at, matter_id) < (${moment}::timestamptz, ${matter}::uuid)))`,
    );
  }
  const limit = `$${values.push(filter.limit + 1)}`;
  const rows = await db.query<MatterRow>('desk', setting.bureau.id, {
    text: `select m.*, ${NEXT_ESTIMATED} as next_estimated, ${NEXT_UNIT} as next_unit, ${DUE}::text as due from work.matter m
      where ${where.join(' and ')} order by ${DUE}, last_at desc, matter_id desc limit ${limit}`,
    values,
  });
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    matters: page.map((row) => matterLine(row, setting)),
    next:
      rows.length > filter.limit && last
        ? `${last.due}|${last.last_at.toISOString()}|${last.matter_id}`
        : null,
  };
}

function matterLine(row: MatterRow, { bureau, people, calendar, now }: ListSetting): MatterLine {
  const { day, provisional, left } = dueOf(row.next_due, row.next_estimated, now.day, calendar);
  return {
    id: row.matter_id,
    procedure: row.procedure,
    subject: row.subject,
    party: row.party_name,
    caseNumber: row.case_number,
    decisionNumber: row.decision_number,
    unit: bureau.units.find((unit) => unit.id === row.unit_id)?.name ?? '',
    handlers: uuids(row.handlers).flatMap((id) => people.get(id)?.name ?? []),
    stage: row.stage,
    state: row.state,
    begunOn: row.begun_on,
    lastAt: row.last_at.toISOString(),
    nextDue: day,
    provisional,
    workingDaysLeft: left,
    dueUnit: day === null ? null : row.next_unit,
  };
}

/** uuid[] as the driver hands it over. */
export function uuids(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string'
    ? value
        .slice(1, -1)
        .split(',')
        .filter((one) => one !== '')
    : value;
}

interface TaskRow extends Record<string, unknown> {
  readonly matter_id: string;
  readonly kind: string;
  readonly act: string;
  readonly due_on: string | null;
  readonly estimated_on: string | null;
  readonly unit_id: string;
  readonly asked_by: string | null;
  readonly asked_seq: number | null;
  readonly party_name: string;
  readonly subject: string;
  readonly number: string | null;
  readonly clock_id: string | null;
  readonly term: string | null;
  readonly length: number | null;
  readonly unit: string | null;
  readonly open: string | null;
}

export type QueueScope = 'mine' | 'unit' | 'asked';

/** What waits for this person (or their unit), soonest first; or what they wait for. */
export async function listTasks(
  db: Database,
  scope: QueueScope,
  person: StaffMember,
  setting: ListSetting,
): Promise<TaskView[]> {
  const mine = scope === 'mine';
  const condition =
    scope === 'asked'
      ? 't.asked_by = $2::uuid'
      : mine
        ? `(($2::uuid = any (t.assignees) and t.roles && $3::text[]) or (cardinality(t.assignees) = 0 and t.roles && $3::text[]) or (t.roles && $3::text[] and not ($3::text[] && array['officer', 'unit-head']) ))
           and t.asked_by is distinct from $2::uuid`
        : 't.unit_id = $2::uuid';
  const rows = await db.query<TaskRow>('desk', setting.bureau.id, {
    text: `select t.matter_id, t.kind, t.act, t.due_on, t.unit_id, t.asked_by, t.asked_seq, t.clock_id,
        m.party_name, m.subject, coalesce(m.decision_number, m.case_number) as number, c.term, c.length, c.unit, c.open, c.estimated_on
      from work.task t
      join work.matter m on m.bureau_id = t.bureau_id and m.matter_id = t.matter_id
      left join work.clock c on c.bureau_id = t.bureau_id and c.matter_id = t.matter_id and c.clock_id = t.clock_id
      where t.bureau_id = $1 and ${condition}
      order by coalesce(t.due_on, c.estimated_on) nulls last, t.matter_id, t.task_key limit 500`,
    values:
      scope === 'unit'
        ? [setting.bureau.id, person.unit]
        : scope === 'asked'
          ? [setting.bureau.id, person.id]
          : [setting.bureau.id, person.id, [...person.roles]],
  });
  return rows.map((row) => taskView(row, setting));
}

function taskView(row: TaskRow, { bureau, people, calendar, now }: ListSetting): TaskView {
  const { day: due, provisional, left } = dueOf(row.due_on, row.estimated_on, now.day, calendar);
  return {
    matter: row.matter_id,
    party: row.party_name,
    subject: row.subject,
    number: row.number,
    kind: row.kind,
    act: row.act,
    due,
    provisional,
    status:
      row.open === 'paused'
        ? 'paused'
        : due === null
          ? 'none'
          : due < now.day
            ? 'overdue'
            : due === now.day
              ? 'today'
              : left !== null && left <= 5
                ? 'soon'
                : 'later',
    workingDaysLeft: left,
    unit: bureau.units.find((unit) => unit.id === row.unit_id)?.name ?? '',
    clock:
      row.clock_id !== null && row.term !== null && row.length !== null && row.unit !== null
        ? { id: row.clock_id, term: row.term, length: row.length, unit: row.unit }
        : null,
    askedBy: row.asked_by === null ? null : (refOf(people, row.asked_by)[0] ?? null),
    askedSeq: row.asked_seq,
  };
}

interface RecordedRow extends Record<string, unknown> {
  readonly matter_id: string;
  readonly seq: number;
  readonly type: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly procedure: string;
  readonly party_name: string;
  readonly subject: string;
  readonly number: string | null;
}

/** The acts this person recorded, newest first, 200 at most; `termOf` knows what an act of a procedure is called. */
export async function listRecorded(
  db: Database,
  { bureau, viewer }: ListSetting,
  termOf: (procedure: string, act: string) => string | null,
): Promise<RecordedLine[]> {
  const rows = await db.query<RecordedRow>('desk', bureau.id, {
    text: `select a.stream_id as matter_id, a.seq, a.type, a.happened_at, a.recorded_at, m.procedure, m.party_name, m.subject,
        coalesce(m.decision_number, m.case_number) as number
      from acts.act a join work.matter m on m.bureau_id = a.bureau_id and m.matter_id = a.stream_id
      where a.bureau_id = $1 and a.recorded_by = $2 and a.stream_kind = 'matter'
      order by a.recorded_at desc, a.stream_id, a.seq desc limit 200`,
    values: [bureau.id, viewer.id],
  });
  return rows.flatMap((row): RecordedLine[] => {
    const term = termOf(row.procedure, row.type);
    if (term === null) return [];
    return [
      {
        matter: row.matter_id,
        seq: row.seq,
        party: row.party_name,
        subject: row.subject,
        number: row.number,
        term,
        happened: row.happened_at.toISOString(),
        recorded: row.recorded_at.toISOString(),
      },
    ];
  });
}

/** Positions of a matter's acts that are in the log, under a checkpoint. */
export async function sealedPositions(
  db: Database,
  bureau: string,
  matter: string,
): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ seq: number }>('desk', bureau, {
    name: 'sealed-positions',
    text: `select l.seq from ledger.leaf l where l.bureau_id = $1 and l.stream_id = $2
      and l.idx < (select coalesce(max(size), 0) from ledger.checkpoint where bureau_id = $1)`,
    values: [bureau, matter],
  });
  return new Set(rows.map((row) => row.seq));
}
