/** Decisions and their place before the public, those that are late or due first. */
import type { DecisionLine } from '../../publicity/publication.api.ts';
import { address } from '../api/client.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { chipOfDue } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { Filters } from '../parts/filters.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import { isShown } from './decisions.ts';
import './publication.css';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

export function Page() {
  const decisions = useAnswer('Decisions', '/decisions');
  const filter = useFilter(['text', 'status']);
  const mayCheck = useHas('publisher');
  const today = dayOf(serverNow());
  return (
    <div className="page">
      <PageHead title={T.title} />
      <Filters
        filter={filter}
        fields={[
          { name: 'text', label: T.filterText },
          {
            name: 'status',
            label: T.filterStatus,
            choices: Object.entries(T.statuses).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <Loaded of={decisions}>
        {({ decisions: lines }) => (
          <ListTable<DecisionLine>
            label={T.title}
            columns={columns(today)}
            rows={lines.filter((line) => isShown(line, filter.values))}
            rowKey={({ matter, number }) => `${matter}:${number}`}
            to={({ matter }) =>
              mayCheck ? `/matters/${matter}/publication` : `/matters/${matter}`
            }
            exportTo={address('/decisions', { format: 'xlsx' })}
            empty={<Empty>{lines.length === 0 ? T.noDecisions : T.noneFound}</Empty>}
          />
        )}
      </Loaded>
    </div>
  );
}

function columns(today: string): readonly Column<DecisionLine>[] {
  return [
    {
      key: 'party',
      title: T.columns.party,
      cell: ({ party, subject }) => (
        <span className="publication-two">
          <strong>{party}</strong>
          <small>{subject}</small>
        </span>
      ),
    },
    { key: 'number', title: T.columns.number, width: '230px', cell: ({ number }) => number },
    {
      key: 'decided',
      title: T.columns.decided,
      width: '120px',
      cell: ({ decidedOn }) => dayWords(decidedOn, today),
    },
    {
      key: 'due',
      title: T.columns.due,
      width: '300px',
      cell: (line) => <Clocks line={line} today={today} />,
    },
    {
      key: 'status',
      title: T.columns.status,
      width: '180px',
      cell: ({ status, publishedOn, withdrawnOn }) => (
        <span className="publication-two">
          <span>{T.statuses[status]}</span>
          {(withdrawnOn ?? publishedOn) !== null && (
            <small>
              {withdrawnOn === null
                ? T.publishedOn(dayWords(publishedOn ?? '', today))
                : T.withdrawnOn(dayWords(withdrawnOn, today))}
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'unit',
      title: T.columns.unit,
      width: '190px',
      wideOnly: true,
      cell: ({ unit }) => unit,
    },
  ];
}

/** The clock of each channel: with its chip while it runs, only the day once it is settled. */
function Clocks({ line, today }: { readonly line: DecisionLine; readonly today: string }) {
  return (
    <ul className="publication-clocks">
      {line.channels.map(({ channel, clock, due, provisional, workingDaysLeft, isOpen }) => (
        <li key={clock}>
          <small>{T.channelShort[channel] ?? channel}</small>
          {due !== null && (
            <>
              {isOpen && line.withheldOn === null && (
                <ClockChip chip={chipOfDue({ due, workingDaysLeft, provisional }, today)} />
              )}
              <ExplainedDate matter={line.matter} clock={clock}>
                {dayWords(due, today)}
              </ExplainedDate>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
