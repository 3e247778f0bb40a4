/** Lines of matters as a table, on the list of matters and in the file of a party. */
import type { ReactNode } from 'react';
import type { MatterLine } from '../../matter/matter.api.ts';
import { stateWords } from '../../matter/state.texts.ts';
import { serverNow } from '../api/server-clock.ts';
import { chipOfDue } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { dayOf, dayWords } from '../words/dates.ts';
import { MATTERS_TEXTS } from './matters.texts.ts';
import './matters.css';

export interface MatterTableProps {
  readonly matters: readonly MatterLine[];
  /** Titles of procedures by id. */
  readonly procedures: readonly { readonly value: string; readonly label: string }[];
  readonly exportTo?: string;
  readonly foot?: ReactNode;
  readonly empty: ReactNode;
}

export function MatterTable({ matters, procedures, empty, ...rest }: MatterTableProps) {
  const today = dayOf(serverNow());
  const titles = new Map(procedures.map(({ value, label }) => [value, label]));
  return (
    <ListTable
      label={MATTERS_TEXTS.title}
      rows={matters}
      rowKey={({ id }) => id}
      to={({ id }) => `/matters/${id}`}
      columns={columns(today, titles)}
      empty={empty}
      {...rest}
    />
  );
}

function columns(today: string, titles: ReadonlyMap<string, string>): Column<MatterLine>[] {
  return [
    {
      key: 'party',
      title: MATTERS_TEXTS.party,
      cell: ({ party, subject }) => (
        <span className="matter-name">
          <strong>{party}</strong>
          <small>{subject}</small>
        </span>
      ),
    },
    {
      key: 'number',
      title: MATTERS_TEXTS.number,
      width: '21%',
      cell: ({ caseNumber, decisionNumber, procedure }) => (
        <span className="matter-name">
          <span>{decisionNumber ?? caseNumber ?? MATTERS_TEXTS.noNumber}</span>
          <small>{titles.get(procedure) ?? ''}</small>
        </span>
      ),
    },
    {
      key: 'unit',
      title: MATTERS_TEXTS.unit,
      width: '18%',
      cell: ({ unit, handlers }) => (
        <span className="matter-name">
          <span>{unit}</span>
          <small>{handlers.join('、')}</small>
        </span>
      ),
    },
    {
      key: 'state',
      title: MATTERS_TEXTS.state,
      width: '96px',
      cell: ({ state }) => stateWords(state),
    },
    {
      key: 'begun',
      title: MATTERS_TEXTS.begunOn,
      width: '146px',
      wideOnly: true,
      cell: ({ begunOn }) => dayWords(begunOn, today),
    },
    {
      key: 'due',
      title: MATTERS_TEXTS.nextDue,
      width: '196px',
      cell: ({ nextDue, provisional, workingDaysLeft, dueUnit }) =>
        nextDue && (
          <span className="matter-due">
            <ClockChip
              chip={chipOfDue({ due: nextDue, workingDaysLeft, provisional, dueUnit }, today)}
            />
            {dayWords(nextDue, today)}
          </span>
        ),
    },
  ];
}
