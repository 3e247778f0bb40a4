/** The current state of a matter for lists and queues: one line, its clocks, what is to be done next. */
import { type Row, row, table } from '../act/row.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Law } from '../rule/law.ts';
import type { CaseFile } from './case-file.ts';
import type { Clock } from './clock.ts';
import { estimatedClock } from './clock-estimate.ts';
import { allClocks } from './clocks.ts';
import { actsOf, has, lastOf, type Matter } from './matter.ts';
import { tasksOf } from './tasks.ts';

export const WORK_MATTER = table('work.matter', 'work', ['bureau_id', 'matter_id'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  procedure: 'text',
  subject: 'text',
  party_name: 'text',
  party_code: 'text',
  unit_id: 'uuid',
  handlers: 'uuid[]',
  case_number: 'text',
  decision_number: 'text',
  stage: 'text',
  state: 'text',
  begun_on: 'date',
  last_seq: 'integer',
  last_at: 'timestamptz',
  next_due: 'date',
});

export const WORK_CLOCK = table('work.clock', 'work', ['bureau_id', 'matter_id', 'clock_id'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  clock_id: 'text',
  name: 'text',
  term: 'text',
  kind: 'text',
  unit: 'text',
  length: 'integer',
  started: 'date',
  due_on: 'date',
  estimated_on: 'date',
  due_at: 'timestamptz',
  ended_at: 'timestamptz',
  open: 'text',
});

export const WORK_TASK = table('work.task', 'work', ['bureau_id', 'matter_id', 'task_key'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  task_key: 'text',
  kind: 'text',
  act: 'text',
  roles: 'text[]',
  assignees: 'uuid[]',
  unit_id: 'uuid',
  clock_id: 'text',
  due_on: 'date',
  asked_by: 'uuid',
  asked_seq: 'integer',
});

export interface WorkSetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Every work row of the matter as it stands. */
export function workRows(bureau: string, file: CaseFile, setting: WorkSetting): Row[] {
  const clocks = allClocks(file.matter, setting);
  const tasks = tasksOf(file, clocks, setting.law);
  const due = tasks.flatMap((task) => (task.dueOn === null ? [] : [task.dueOn])).sort()[0] ?? null;
  const handlers = handlersOf(file);
  return [
    matterLine(bureau, file, handlers, due),
    ...clocks.map((clock) => clockRow(bureau, file.id, clock, setting.calendar)),
    ...tasks.map((task) =>
      row(WORK_TASK, {
        bureau_id: bureau,
        matter_id: file.id,
        task_key: task.key,
        kind: task.kind,
        act: task.act,
        roles: task.roles,
        assignees: task.assignees ?? handlers,
        unit_id: file.begun.unit,
        clock_id: task.clock,
        due_on: task.dueOn,
        asked_by: task.askedBy,
        asked_seq: task.askedSeq,
      }),
    ),
  ];
}

function matterLine(
  bureau: string,
  file: CaseFile,
  handlers: readonly string[],
  due: string | null,
): Row {
  const { matter, acts } = file;
  const last = acts.at(-1);
  return row(WORK_MATTER, {
    bureau_id: bureau,
    matter_id: file.id,
    procedure: matter.procedure.id,
    subject: matter.subject.matter,
    party_name: matter.party.name,
    party_code: matter.party.code,
    unit_id: file.begun.unit,
    handlers,
    case_number: file.documents.find((document) => document.form === 7)?.number ?? null,
    decision_number: lastOf(matter, 'decision.made')?.data.number ?? null,
    stage: stageOf(matter),
    state: stateOf(matter),
    begun_on: file.beganOn,
    last_seq: last?.seq ?? 0,
    last_at: last?.recorded ?? null,
    next_due: due,
  });
}

/** Handlers assigned last, or those who began the matter until somebody is. */
export function handlersOf(file: CaseFile): readonly string[] {
  return lastOf(file.matter, 'handlers.assigned')?.data.handlers ?? file.begun.handlers ?? [];
}

/** The stage of the last act that stands in the procedure's own stages. */
export function stageOf(matter: Matter): string {
  const stages = new Set(matter.procedure.stages.map((stage) => stage.id));
  const last = matter.acts.findLast((act) =>
    stages.has(matter.procedure.rows.get(act.code)?.stage ?? ''),
  );
  return (
    (last && matter.procedure.rows.get(last.code)?.stage) ?? matter.procedure.stages[0]?.id ?? ''
  );
}

export type MatterState = 'open' | 'decided' | 'closed' | 'declined' | 'archived';

export function stateOf(matter: Matter): MatterState {
  if (has(matter, 'file.archived')) return 'archived';
  if (has(matter, 'case.closed')) return 'closed';
  if (has(matter, 'case.declined')) return 'declined';
  return actsOf(matter, 'decision.made').length > 0 ? 'decided' : 'open';
}

function clockRow(bureau: string, matter: string, clock: Clock, calendar: WorkCalendar): Row {
  return row(WORK_CLOCK, {
    bureau_id: bureau,
    matter_id: matter,
    clock_id: clock.id,
    name: clock.name,
    term: clock.term,
    kind: clock.kind,
    unit: clock.unit,
    length: clock.length,
    started: clock.started,
    due_on: clock.dueDay,
    estimated_on: estimatedClock(clock, calendar)?.dueDay ?? null,
    due_at: clock.dueMoment ? new Date(clock.dueMoment.ms).toISOString() : null,
    ended_at: clock.ended ? new Date(clock.ended.at.ms).toISOString() : null,
    open: clock.count?.open ?? 'no',
  });
}
