/** Tasks by time: one list, not four widgets. Pure. */
import type { TaskView } from '../../matter/matter.api.ts';
import { hasOpened } from '../../matter/task.texts.ts';

export const GROUPS = ['overdue', 'today', 'open', 'soon', 'later', 'none'] as const;
export type GroupKey = (typeof GROUPS)[number];

export interface TaskGroup {
  readonly key: GroupKey;
  readonly tasks: readonly TaskView[];
}

/**
 * The group of a task. What stands still, or runs past the calendar, waits with what comes later. The party's time to
 * speak is nobody's to be late with: when it is over, the next act is open.
 */
export function groupOf(task: Pick<TaskView, 'status' | 'clock' | 'kind'>): GroupKey {
  const { status, clock } = task;
  if (hasOpened(task)) return 'open';
  return status === 'paused' || (status === 'none' && clock !== null) ? 'later' : status;
}

/** Groups in the order of time, each soonest first; empty groups are left out. */
export function groupTasks(tasks: readonly TaskView[]): TaskGroup[] {
  return GROUPS.flatMap((key) => {
    const own = tasks.filter((task) => groupOf(task) === key);
    return own.length === 0 ? [] : [{ key, tasks: own.toSorted(byTime) }];
  });
}

export function countGroups(tasks: readonly TaskView[]): Record<GroupKey, number> {
  const counts: Record<GroupKey, number> = {
    overdue: 0,
    today: 0,
    open: 0,
    soon: 0,
    later: 0,
    none: 0,
  };
  for (const task of tasks) counts[groupOf(task)] += 1;
  return counts;
}

/** The soonest day after today, for a day on which nothing is due. */
export function nextDue(tasks: readonly TaskView[], today: string): string | null {
  return (
    tasks.flatMap(({ due }) => (due !== null && due > today ? [due] : [])).toSorted()[0] ?? null
  );
}

/** Tasks somebody asked for: they stand beside the list, with whoever waits. */
export function askedOf(tasks: readonly TaskView[]): TaskView[] {
  return tasks.filter((task) => task.askedBy !== null);
}

const LAST = '9999-12-31';

function byTime(one: TaskView, other: TaskView): number {
  return (one.due ?? LAST).localeCompare(other.due ?? LAST);
}
