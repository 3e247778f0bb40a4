/** What waits for the reviewer, and every matter that is in review. */
import type { MatterLine, TaskView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { chipOfDue, chipOfTask } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { dayOf, dayWords } from '../words/dates.ts';
import './review.css';
import { REVIEW_TEXTS as T } from './review.texts.ts';

const IN_REVIEW = { stage: 'review' };

export function Page() {
  const isReviewer = useHas('reviewer');
  return (
    <div className="page">
      <PageHead title={T.reviews} />
      {isReviewer ? <Waiting /> : <InReview />}
    </div>
  );
}

function Waiting() {
  const queue = useAnswer('Tasks', '/queue', { scope: 'mine' });
  const today = dayOf(serverNow());
  return (
    <>
      <Loaded of={queue}>
        {({ tasks }) => {
          const mine = tasks.filter(({ act }) => act.startsWith('review.'));
          const group = (act: string, title: string) => {
            const rows = mine.filter((task) => task.act === act);
            return rows.length === 0 ? [] : [{ key: act, title: `${title} ${rows.length}`, rows }];
          };
          return (
            <ListTable
              label={T.waiting}
              columns={taskColumns(today)}
              groups={[
                ...group('review.accepted', T.accept),
                ...group('review.concluded', T.conclude),
              ]}
              rowKey={({ matter, act }) => `${matter}:${act}`}
              to={({ matter }) => `/matters/${matter}/review`}
              exportTo={address('/queue', { scope: 'mine', of: 'review', format: 'xlsx' })}
              empty={<Empty>{T.nothingWaiting}</Empty>}
            />
          );
        }}
      </Loaded>
    </>
  );
}

function taskColumns(today: string): readonly Column<TaskView>[] {
  return [
    {
      key: 'party',
      title: T.columns.party,
      cell: ({ party, subject }) => <Two main={party} second={subject} />,
    },
    { key: 'number', title: T.columns.number, cell: ({ number }) => number ?? '', width: '220px' },
    {
      key: 'unit',
      title: T.columns.unit,
      cell: ({ unit }) => unit,
      width: '180px',
      wideOnly: true,
    },
    {
      key: 'asked',
      title: T.columns.asked,
      cell: ({ askedBy }) => askedBy?.name ?? '',
      width: '110px',
    },
    {
      key: 'due',
      title: T.columns.due,
      width: '240px',
      cell: (task) => {
        const chip = chipOfTask(task, today);
        return (
          <span className="review-due">
            {chip && <ClockChip chip={chip} />}
            {task.due !== null && task.clock && (
              <ExplainedDate matter={task.matter} clock={task.clock.id}>
                {dayWords(task.due, today)}
              </ExplainedDate>
            )}
          </span>
        );
      },
    },
  ];
}

function InReview() {
  const matters = useAnswer('Matters', '/matters', IN_REVIEW);
  const today = dayOf(serverNow());
  return (
    <Loaded of={matters}>
      {({ matters: lines }) => (
        <ListTable
          label={T.inReview}
          columns={matterColumns(today)}
          rows={lines}
          rowKey={({ id }) => id}
          to={({ id }) => `/matters/${id}/review`}
          exportTo={address('/matters', { ...IN_REVIEW, format: 'xlsx' })}
          empty={<Empty>{T.nothingInReview}</Empty>}
        />
      )}
    </Loaded>
  );
}

function matterColumns(today: string): readonly Column<MatterLine>[] {
  return [
    {
      key: 'party',
      title: T.columns.party,
      cell: ({ party, subject }) => <Two main={party} second={subject} />,
    },
    {
      key: 'number',
      title: T.columns.number,
      cell: ({ caseNumber }) => caseNumber ?? '',
      width: '220px',
    },
    { key: 'unit', title: T.columns.unit, cell: ({ unit }) => unit, width: '180px' },
    {
      key: 'due',
      title: T.columns.due,
      width: '240px',
      cell: ({ nextDue, provisional, workingDaysLeft, dueUnit }) =>
        nextDue === null ? (
          ''
        ) : (
          <span className="review-due">
            <ClockChip
              chip={chipOfDue({ due: nextDue, workingDaysLeft, provisional, dueUnit }, today)}
            />{' '}
            {dayWords(nextDue, today)}
          </span>
        ),
    },
  ];
}

function Two({ main, second }: { readonly main: string; readonly second: string }) {
  return (
    <span className="review-two">
      <strong>{main}</strong>
      <small>{second}</small>
    </span>
  );
}
