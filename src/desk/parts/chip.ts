/** What a clock's chip says: its tone, its shape and its words. Pure. */
import type { ClockView, TaskView } from '../../matter/matter.api.ts';
import { daysBetween } from '../words/dates.ts';
import { CHIP_TEXTS } from './chip.texts.ts';

export interface Chip {
  readonly tone: 'red' | 'yellow' | 'green' | 'grey';
  /** The shape doubles the tone, so that a print in black and white loses nothing. */
  readonly shape: '◆' | '▲' | '●' | '○';
  readonly words: string;
  /** Past the last published holiday notice: the day may move. */
  readonly provisional: boolean;
}

/** Working days left from which a clock is yellow. */
const SOON = 2;

function chip(tone: Chip['tone'], words: string, provisional = false): Chip {
  const shape = ({ red: '◆', yellow: '▲', green: '●', grey: '○' } as const)[tone];
  return { tone, shape, words, provisional };
}

export type ClockOfChip = Pick<
  ClockView,
  'kind' | 'unit' | 'status' | 'left' | 'workingDaysLeft' | 'provisional'
>;

/** The chip of a clock of a matter. */
export function chipOfClock(clock: ClockOfChip): Chip {
  const { status, left, provisional } = clock;
  switch (status) {
    case 'met':
      return chip('grey', CHIP_TEXTS.met);
    case 'late':
      return chip('red', CHIP_TEXTS.late);
    case 'paused':
      return chip('grey', CHIP_TEXTS.paused, provisional);
    case 'unknown':
      return chip('grey', CHIP_TEXTS.unknown, true);
    case 'lapsed':
      return chip('grey', CHIP_TEXTS.lapsed);
    case 'overdue':
      return chip('red', CHIP_TEXTS.overdue(count(left), clock.unit), provisional);
    case 'running':
      return running(clock);
  }
}

function running(clock: ClockOfChip): Chip {
  const { left, workingDaysLeft, provisional, kind, unit } = clock;
  if (left === null) return chip('green', CHIP_TEXTS.running, provisional);
  if (left <= 0)
    return chip(
      'yellow',
      kind === 'lapse' ? CHIP_TEXTS.lapsesToday : CHIP_TEXTS.today,
      provisional,
    );
  const tone = workingDaysLeft !== null && workingDaysLeft <= SOON ? 'yellow' : 'green';
  return chip(tone, CHIP_TEXTS.left(left, unit), provisional);
}

/** The chip of a line of the queue; `today` is `YYYY-MM-DD`. Null where nothing is counted. */
export function chipOfTask(task: TaskView, today: string): Chip | null {
  const { status, due, workingDaysLeft, provisional } = task;
  if (status === 'paused') return chip('grey', CHIP_TEXTS.paused);
  if (due === null) return task.clock ? chip('grey', CHIP_TEXTS.unknown, true) : null;
  // The party's time to speak is nobody's to be late with.
  if (task.kind === 'statement' && status === 'overdue') return chip('grey', CHIP_TEXTS.lapsed);
  const unit = task.clock?.unit === 'working-day' ? 'working-day' : 'day';
  const left = unit === 'working-day' ? workingDaysLeft : daysBetween(today, due);
  if (status === 'overdue') return chip('red', CHIP_TEXTS.overdue(count(left), unit), provisional);
  return running({
    kind: task.kind === 'statement' ? 'lapse' : 'duty',
    unit,
    status: 'running',
    left: left ?? daysBetween(today, due),
    workingDaysLeft,
    provisional,
  });
}

/** The day something is due on, where nothing of its clock is known but the working days left. */
export interface DueOfChip {
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly workingDaysLeft: number | null;
  readonly provisional: boolean;
  /** What its clock is counted in, where that is known; else working days. */
  readonly dueUnit?: string | null;
}

/** The chip of a day alone; `today` is `YYYY-MM-DD`. It says the same as the chip of the clock or task of that day. */
export function chipOfDue(
  { due, workingDaysLeft, provisional, dueUnit = null }: DueOfChip,
  today: string,
): Chip {
  const isWorking = workingDaysLeft !== null && (dueUnit ?? 'working-day') === 'working-day';
  const unit = isWorking ? 'working-day' : 'day';
  const left = isWorking ? workingDaysLeft : daysBetween(today, due);
  if (due < today) return chip('red', CHIP_TEXTS.overdue(count(left), unit), provisional);
  if (due === today) return chip('yellow', CHIP_TEXTS.today, provisional);
  return running({
    kind: 'duty',
    unit,
    status: 'running',
    left: Math.max(left, 1),
    workingDaysLeft,
    provisional,
  });
}

function count(left: number | null): number {
  return Math.abs(left ?? 0);
}
