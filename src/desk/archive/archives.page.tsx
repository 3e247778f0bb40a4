/** Closed matters that wait for the archive, and those that lie in it. */
import type { MatterLine } from '../../matter/matter.api.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { chipOfDue } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { Filters } from '../parts/filters.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import './archive.css';
import { ARCHIVE_TEXTS as T } from './archive.texts.ts';

export function Page() {
  const filter = useFilter(['state']);
  const state = filter.values.state === '' ? 'closed' : filter.values.state;
  const matters = useAnswer('Matters', '/matters', { state });
  const today = dayOf(serverNow());
  return (
    <div className="page">
      <PageHead title={T.list} />
      <Filters
        filter={filter}
        fields={[
          {
            name: 'state',
            label: T.state.closed,
            choices: Object.entries(T.state).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <Loaded of={matters}>
        {({ matters: rows }) => (
          <ListTable<MatterLine>
            label={T.list}
            columns={columns(today)}
            rows={rows}
            rowKey={({ id }) => id}
            to={({ id }) => `/matters/${id}/archive`}
            exportTo={address('/matters', { state, format: 'xlsx' })}
            empty={<Empty>{state === 'closed' ? T.nothing : T.nothingArchived}</Empty>}
          />
        )}
      </Loaded>
    </div>
  );
}

function columns(today: string): readonly Column<MatterLine>[] {
  const { party, number, decision, unit, due } = T.columnsList;
  return [
    {
      key: 'party',
      title: party,
      cell: (line) => (
        <span className="archive-two">
          <strong>{line.party}</strong>
          <small>{line.subject}</small>
        </span>
      ),
    },
    { key: 'number', title: number, width: '220px', cell: ({ caseNumber }) => caseNumber ?? '' },
    {
      key: 'decision',
      title: decision,
      width: '230px',
      cell: ({ decisionNumber }) => decisionNumber ?? '',
    },
    { key: 'unit', title: unit, width: '190px', wideOnly: true, cell: (line) => line.unit },
    {
      key: 'due',
      title: due,
      width: '220px',
      cell: ({ nextDue, provisional, workingDaysLeft, dueUnit, state }) =>
        nextDue === null || state === 'archived' ? (
          ''
        ) : (
          <span className="archive-due">
            <ClockChip
              chip={chipOfDue({ due: nextDue, workingDaysLeft, provisional, dueUnit }, today)}
            />{' '}
            {dayWords(nextDue, today)}
          </span>
        ),
    },
  ];
}
