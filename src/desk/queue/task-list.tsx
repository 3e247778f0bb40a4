/** Tasks grouped by time: chip, party and subject, what is to be done, the limit it stands under, the day. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { TaskView } from '../../matter/matter.api.ts';
import { taskWords } from '../../matter/task.texts.ts';
import { chipOfTask } from '../parts/chip.ts';
import { lengthOfTime } from '../parts/chip.texts.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { dayWords } from '../words/dates.ts';
import { groupTasks, nextDue } from './groups.ts';
import { useTerms } from './use-terms.ts';
import { askedWords, GROUP_TEXTS, QUEUE_TEXTS } from './queue.texts.ts';

export interface TaskListProps {
  readonly tasks: readonly TaskView[];
  readonly today: string;
  readonly onlyOverdue: boolean;
  readonly exportTo: string;
}

export function TaskList({ tasks, today, onlyOverdue, exportTo }: TaskListProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const termOf = useTerms();
  const groups = groupTasks(tasks).map((group, index) => ({
    key: group.key,
    title: (
      <>
        {GROUP_TEXTS[group.key]} <small>{group.tasks.length}</small>
      </>
    ),
    ...(index === 0 ? { note: QUEUE_TEXTS.daysNote } : {}),
    rows: group.tasks,
  }));
  return (
    <ListTable
      label={QUEUE_TEXTS.label}
      bare
      columns={columns(today, chosen, termOf)}
      groups={groups}
      rowKey={taskKey}
      to={taskAddress}
      linkIn="task"
      exportTo={exportTo}
      onChosen={(task) => setChosen(task && taskKey(task))}
      empty={
        <Empty action={<Link to="/matters">{QUEUE_TEXTS.toMatters}</Link>}>
          {emptyWords(tasks, today, onlyOverdue)}
        </Empty>
      }
    />
  );
}

function columns(
  today: string,
  chosen: string | null,
  termOf: (act: string) => string | undefined,
): Column<TaskView>[] {
  return [
    {
      key: 'chip',
      title: QUEUE_TEXTS.state,
      width: '148px',
      cell: (task) => {
        const chip = chipOfTask(task, today);
        return chip && <ClockChip chip={chip} />;
      },
    },
    {
      key: 'task',
      title: QUEUE_TEXTS.task,
      cell: (task) => (
        <span className="queue-task">
          <strong>
            {task.party}　{task.subject}
          </strong>
          <small>
            {[task.number, task.unit, task.askedBy && askedWords(task.kind, task.askedBy.name)]
              .filter(Boolean)
              .join('　')}
          </small>
        </span>
      ),
    },
    {
      key: 'what',
      title: QUEUE_TEXTS.what,
      width: '184px',
      cell: (task) => taskWords(task, termOf),
    },
    {
      key: 'clock',
      title: QUEUE_TEXTS.clock,
      width: '168px',
      wideOnly: true,
      cell: ({ clock }) =>
        clock && (
          <small className="queue-clock">
            {clock.term} {lengthOfTime(clock.length, clock.unit)}
          </small>
        ),
    },
    {
      key: 'due',
      title: QUEUE_TEXTS.due,
      width: '116px',
      align: 'right',
      cell: (task) => <Due task={task} today={today} isChosen={taskKey(task) === chosen} />,
    },
  ];
}

function Due({
  task,
  today,
  isChosen,
}: {
  readonly task: TaskView;
  readonly today: string;
  readonly isChosen: boolean;
}) {
  const words =
    task.status === 'paused'
      ? QUEUE_TEXTS.paused
      : task.due === null
        ? task.clock && QUEUE_TEXTS.unknown
        : dayWords(task.due, today);
  if (words === null) return <small>{QUEUE_TEXTS.noDue}</small>;
  if (!task.clock) return <strong>{words}</strong>;
  return (
    <ExplainedDate matter={task.matter} clock={task.clock.id} hasKey={isChosen}>
      <strong className="queue-due">{words}</strong>
      {task.provisional && <small>{QUEUE_TEXTS.provisional}</small>}
    </ExplainedDate>
  );
}

/** A task has no id of its own; matter, kind, clock and request together are one. */
function taskKey(task: TaskView): string {
  return [task.matter, task.kind, task.clock?.id ?? '', task.askedSeq ?? ''].join(':');
}

/** Where a task is done: the request that waits, the review, the check of the publication, the file. */
export function taskAddress({ matter, kind, act, askedSeq }: TaskView): string {
  if (kind === 'approval' || kind === 'approval.granted')
    return `/matters/${matter}/acts/${act}?request=${askedSeq}`;
  // Where an act has no paper by which it is approved beforehand, its form is the same without.
  if (kind === 'approval.refused') return `/matters/${matter}/acts/${act}?beforehand`;
  if (kind === 'review.accept' || kind === 'review.conclude') return `/matters/${matter}/review`;
  if (kind.startsWith('publication.')) return `/matters/${matter}/publication`;
  return kind === 'archive' ? `/matters/${matter}/archive` : `/matters/${matter}`;
}

function emptyWords(tasks: readonly TaskView[], today: string, onlyOverdue: boolean): string {
  if (onlyOverdue) return QUEUE_TEXTS.nothingOverdue;
  const next = nextDue(tasks, today);
  return next === null ? QUEUE_TEXTS.nothing : QUEUE_TEXTS.nothingToday(dayWords(next, today));
}
