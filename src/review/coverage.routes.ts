/** How much of what needed legal review had it: by construction all, and counted all the same (QZ-23). */
import type { Database } from '../platform/db/pool.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { asTable } from '../http/shapes.ts';
import type { CoverageYear } from './coverage.api.ts';
import { sendTable } from '../http/table.ts';

export function coverageRoutes(db: Database): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/review-coverage',
      access: STAFF,
      summary:
        'Decisions by year: how many needed legal review and how many passed one; with format=xlsx as a table.',
      query: asTable,
      answer: 'Coverage',
      async handle({ session, query, reply }) {
        const years = await db.query<CoverageYear & Record<string, unknown>>(
          'desk',
          session.bureau,
          {
            text: `select extract(year from d.decided_on)::int as year, count(*)::int as decisions,
              count(*) filter (where d.required = 'legal')::int as legal,
              count(*) filter (where d.required = 'legal' and o.kind = 'legal' and o.conclusion = 'agree' and o.text_hash = d.text_hash)::int as "legalReviewed",
              count(*) filter (where d.required = 'case' and o.conclusion = 'agree')::int as "caseReviewed"
            from facts.decision d
            left join facts.review_opinion o on o.bureau_id = d.bureau_id and o.matter_id = d.matter_id and o.seq = d.opinion_seq
            where d.bureau_id = $1 group by 1 order by 1 desc`,
            values: [session.bureau],
          },
        );
        if (!query.format) return { years };
        return sendTable(
          reply,
          '法制审核覆盖率',
          years.map((one) => ({
            年度: one.year,
            决定: one.decisions,
            应经法制审核: one.legal,
            已经法制审核: one.legalReviewed,
            已经案件审核: one.caseReviewed,
          })),
          ['年度', '决定', '应经法制审核', '已经法制审核', '已经案件审核'],
        );
      },
    }),
  ];
}
