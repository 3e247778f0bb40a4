/** Every act of the bureau, newest first, without its content: what the audit administrator watches. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AuditLine } from '../../act/audit.api.ts';
import { ACT_TERMS } from '../../matter/act.texts.ts';
import { termsOf } from '../../rule/act-terms.ts';
import { address, get } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Filters } from '../parts/filters.tsx';
import { Lines } from '../parts/lines.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, momentWords, spanWords } from '../words/dates.ts';
import { AUDIT_TEXTS as T } from './audit.texts.ts';
import { gapOf, isAsked } from './audit-lines.ts';

/** Lines of one page, as the route answers. */
const PAGE = 200;

export function Page() {
  const filter = useFilter(['kind', 'by', 'act']);
  const { kind, by, act } = filter.values;
  const terms = useTerms();
  const pages = useInfiniteQuery({
    queryKey: ['Acts', '/audit', kind],
    queryFn: ({ pageParam, signal }) =>
      get<'Acts'>('/audit', { kind, before: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ acts }) => (acts.length < PAGE ? null : (acts.at(-1)?.recorded ?? null)),
    placeholderData: keepPreviousData,
  });
  const all = pages.data?.pages.flatMap(({ acts }) => acts) ?? [];
  const found = new Map(all.map(({ type }) => [type, terms(type)]));
  return (
    <div className="page">
      <PageHead title={T.title} subtitle={T.subtitle} />
      <Filters
        filter={filter}
        fields={[
          {
            name: 'kind',
            label: T.kind,
            choices: Object.entries(T.kinds).map(([value, label]) => ({ value, label })),
          },
          { name: 'by', label: T.by },
          {
            name: 'act',
            label: T.act,
            choices: [...found].map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <ProblemNotice problem={pages.error} retry={() => void pages.refetch()} />
      {pages.isPending ? (
        <Lines count={8} />
      ) : (
        <ListTable<AuditLine>
          label={T.title}
          columns={columns(dayOf(serverNow()), terms)}
          rows={all.filter((line) => isAsked(line, { by, act }))}
          rowKey={({ stream, seq }) => `${stream}-${seq}`}
          exportTo={address('/audit', { kind, format: 'xlsx' })}
          empty={<Empty>{all.length === 0 ? T.none : T.noneFound}</Empty>}
          foot={
            pages.hasNextPage && (
              <Button
                size="small"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {T.more}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

/** The term of an act: as its procedure has it, or from the list of those that stand in none. */
function useTerms(): (act: string) => string {
  const { data } = useAnswer('Procedures', '/procedures');
  const known = termsOf(data?.procedures ?? []);
  return (act) => ACT_TERMS[act] ?? known.get(act) ?? act;
}

function columns(today: string, terms: (act: string) => string): readonly Column<AuditLine>[] {
  return [
    {
      key: 'recorded',
      title: T.columns.recorded,
      width: '170px',
      cell: ({ recorded }) => momentWords(recorded, today),
    },
    {
      key: 'act',
      title: T.columns.act,
      cell: ({ type, kind, stream }) =>
        kind === 'officer' ? (
          <Link to={`/people/${stream}`}>{terms(type)}</Link>
        ) : (
          <span title={type}>{terms(type)}</span>
        ),
    },
    { key: 'kind', title: T.columns.kind, width: '90px', cell: ({ kind }) => T.kinds[kind] },
    {
      key: 'by',
      title: T.columns.by,
      width: '150px',
      cell: ({ by }) => by,
    },
    {
      key: 'gap',
      title: T.columns.gap,
      width: '140px',
      cell: (line) => {
        const gap = gapOf(line);
        return gap === null ? <small>{T.sameTime}</small> : T.later(spanWords(gap));
      },
    },
    {
      key: 'leaf',
      title: T.columns.leaf,
      width: '140px',
      cell: ({ leaf }) => (leaf === null ? <small>{T.unsealed}</small> : T.sealed(leaf)),
    },
  ];
}
