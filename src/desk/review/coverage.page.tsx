/** How much of what needed legal review had it, year by year, each figure with its fraction. */
import type { CoverageYear } from '../../review/coverage.api.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { COVERAGE_TEXTS as T } from './coverage.texts.ts';
import { percent } from './percent.ts';
import './review.css';

export function Page() {
  const coverage = useAnswer('Coverage', '/review-coverage');
  return (
    <div className="page">
      <PageHead title={T.title} subtitle={T.subtitle} />
      <Loaded of={coverage}>
        {({ years }) => (
          <ListTable<CoverageYear>
            label={T.title}
            columns={COLUMNS}
            rows={years}
            rowKey={({ year }) => String(year)}
            exportTo={address('/review-coverage', { format: 'xlsx' })}
            empty={<Empty>{T.none}</Empty>}
          />
        )}
      </Loaded>
    </div>
  );
}

const COLUMNS: readonly Column<CoverageYear>[] = [
  { key: 'year', title: T.columns.year, cell: ({ year }) => <strong>{T.yearWords(year)}</strong> },
  {
    key: 'decisions',
    title: T.columns.decisions,
    width: '120px',
    align: 'right',
    cell: ({ decisions }) => decisions,
  },
  {
    key: 'reviewed',
    title: `${T.columns.reviewed} / ${T.columns.legal}`,
    width: '260px',
    align: 'right',
    cell: ({ legal, legalReviewed }) => `${legalReviewed} / ${legal}`,
  },
  {
    key: 'figure',
    title: T.columns.figure,
    width: '160px',
    align: 'right',
    cell: ({ legal, legalReviewed }) =>
      legal === 0 ? (
        <small>{T.nothingDue}</small>
      ) : (
        <span className="review-figure">
          {percent(legalReviewed, legal)}
          <small>%</small>
        </span>
      ),
  },
  {
    key: 'case',
    title: T.columns.caseReviewed,
    width: '160px',
    align: 'right',
    cell: ({ caseReviewed }) => caseReviewed,
  },
];
