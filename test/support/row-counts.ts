/** How many rows each table of acts, facts, work and publication has. */
import type { Client } from 'pg';

export async function rowCounts(admin: Client): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('acts', 'facts', 'work', 'published', 'intake') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await admin.query<{ count: string }>(`select count(*) from ${name}`);
    counts[name] = Number(found.rows[0]?.count);
  }
  return counts;
}
