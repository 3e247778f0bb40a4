/** 已办: what this person recorded lately. */
import type { RecordedLine } from '../../matter/matter.api.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { momentWords } from '../words/dates.ts';
import { QUEUE_TEXTS } from './queue.texts.ts';

export function DoneList({ today }: { readonly today: string }) {
  const recorded = useAnswer('RecordedActs', '/queue/done');
  return (
    <Loaded of={recorded}>
      {({ acts }) => (
        <ListTable
          label={QUEUE_TEXTS.done}
          rows={acts}
          rowKey={({ matter, seq }) => `${matter}:${seq}`}
          to={({ matter }) => `/matters/${matter}`}
          linkIn="task"
          columns={columns(today)}
          exportTo={address('/queue/done', { format: 'xlsx' })}
          empty={<Empty>{QUEUE_TEXTS.noDone}</Empty>}
        />
      )}
    </Loaded>
  );
}

function columns(today: string): Column<RecordedLine>[] {
  return [
    {
      key: 'task',
      title: QUEUE_TEXTS.task,
      cell: ({ party, subject, number }) => (
        <span className="queue-task">
          <strong>
            {party}　{subject}
          </strong>
          <small>{number}</small>
        </span>
      ),
    },
    { key: 'term', title: QUEUE_TEXTS.act, width: '24%', cell: ({ term }) => term },
    {
      key: 'happened',
      title: QUEUE_TEXTS.happened,
      width: '150px',
      align: 'right',
      cell: ({ happened }) => momentWords(happened, today),
    },
    {
      key: 'recorded',
      title: QUEUE_TEXTS.recorded,
      width: '150px',
      align: 'right',
      wideOnly: true,
      cell: ({ recorded }) => momentWords(recorded, today),
    },
  ];
}
