/** The parties of the bureau, each once. */
import type { PartyLine } from '../../party/party.api.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Filters } from '../parts/filters.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, momentWords } from '../words/dates.ts';
import { PARTIES_TEXTS } from './parties.texts.ts';

export function Page() {
  const filter = useFilter(['text']);
  const parties = useAnswer('Parties', '/parties', filter.query);
  const today = dayOf(serverNow());
  return (
    <div className="page">
      <PageHead title={PARTIES_TEXTS.title} subtitle={PARTIES_TEXTS.hint} />
      <Filters filter={filter} fields={[{ name: 'text', label: PARTIES_TEXTS.text }]} />
      <Loaded of={parties}>
        {(data) => (
          <ListTable
            label={PARTIES_TEXTS.title}
            rows={data.parties}
            rowKey={({ name, code }) => code ?? name}
            to={({ name, code }) => `/parties/${encodeURIComponent(code ?? name)}`}
            exportTo={address('/parties', { ...filter.query, format: 'xlsx' })}
            empty={<Empty>{filter.isSet ? PARTIES_TEXTS.noneFound : PARTIES_TEXTS.none}</Empty>}
            columns={columns(today)}
          />
        )}
      </Loaded>
    </div>
  );
}

function columns(today: string): Column<PartyLine>[] {
  return [
    { key: 'name', title: PARTIES_TEXTS.name, cell: ({ name }) => <strong>{name}</strong> },
    {
      key: 'code',
      title: PARTIES_TEXTS.code,
      width: '240px',
      cell: ({ code }) => code ?? <small>{PARTIES_TEXTS.noCode}</small>,
    },
    {
      key: 'matters',
      title: PARTIES_TEXTS.matters,
      width: '96px',
      align: 'right',
      cell: ({ matters }) => matters,
    },
    {
      key: 'open',
      title: PARTIES_TEXTS.open,
      width: '96px',
      align: 'right',
      cell: ({ open }) => open,
    },
    {
      key: 'last',
      title: PARTIES_TEXTS.lastAt,
      width: '180px',
      align: 'right',
      cell: ({ lastAt }) => momentWords(lastAt, today),
    },
  ];
}
