/** What citizens handed in on the portal. */
import type { PublicRequestView } from '../../publicity/publication.api.ts';
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
import './publication.css';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

export function Page() {
  const requests = useAnswer('PublicRequests', '/requests');
  const filter = useFilter(['kind']);
  const today = dayOf(serverNow());
  const { kind } = filter.values;
  return (
    <div className="page">
      <PageHead title={T.requests} />
      <Filters
        filter={filter}
        fields={[
          {
            name: 'kind',
            label: T.requestColumns.kind,
            choices: Object.entries(T.requestKinds).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <Loaded of={requests}>
        {({ requests: all }) => (
          <ListTable<PublicRequestView>
            label={T.requests}
            columns={columns(today)}
            rows={all.filter((one) => kind === '' || one.kind === kind)}
            rowKey={({ id }) => id}
            exportTo={address('/requests', { format: 'xlsx' })}
            empty={<Empty>{all.length === 0 ? T.noRequests : T.noRequestsFound}</Empty>}
          />
        )}
      </Loaded>
    </div>
  );
}

function columns(today: string): readonly Column<PublicRequestView>[] {
  const { kind, received, name, content, entry } = T.requestColumns;
  return [
    {
      key: 'kind',
      title: kind,
      width: '120px',
      cell: (one) => <strong>{T.requestKinds[one.kind] ?? one.kind}</strong>,
    },
    {
      key: 'received',
      title: received,
      width: '150px',
      cell: (one) => momentWords(one.receivedAt, today),
    },
    {
      key: 'name',
      title: name,
      width: '200px',
      cell: (one) => (
        <span className="publication-two">
          <span>{one.name}</span>
          <small>{one.contact}</small>
        </span>
      ),
    },
    {
      key: 'content',
      title: content,
      cell: (one) => <span className="publication-request">{one.content}</span>,
    },
    {
      key: 'entry',
      title: entry,
      width: '180px',
      cell: (one) =>
        one.entry === null ? (
          ''
        ) : (
          <span className="publication-two">
            <span>{one.entry}</span>
            {one.field !== null && <small>{T.fields[one.field] ?? one.field}</small>}
          </span>
        ),
    },
  ];
}
