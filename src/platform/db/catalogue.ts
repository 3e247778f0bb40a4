/** What is ours in a database, for the dumps: everything but PostgreSQL's own and extensions' objects. */
import { Client } from 'pg';
import { wireTypes } from './wire-types.ts';

/**
 * Lends a connection on which the catalogue prints every name with its schema, and always the same
 * way round.
 */
export async function withCatalogue<T>(
  url: string,
  read: (lines: (sql: string) => Promise<string[]>) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, types: wireTypes });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`set search_path = ''`);
    return await read(async (sql) => {
      const { rows } = await client.query<{ line: string | null }>(sql);
      return rows.map(({ line }) => {
        if (line === null) throw new Error(`the catalogue gave nothing for a line of: ${sql}`);
        return line;
      });
    });
  } finally {
    await client.end();
  }
}

/** SQL condition: schema `n` is not PostgreSQL's own. */
export const OUR_SCHEMAS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** SQL condition: the object with this `oid` in this catalogue was not made by an extension. */
export function notOfExtension(catalogue: string, oid: string): string {
  return `not exists (select from pg_depend x
    where x.classid = '${catalogue}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;
}

/** SQL expression: an object's kind and quoted name for a row `c` of pg_class in schema `n`. */
export const RELATION = `case c.relkind when 'S' then 'sequence' when 'v' then 'view'
  when 'm' then 'materialized view' else 'table' end
  || ' ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)`;

/** SQL expression: a function's name with its argument types, for a row `p` of pg_proc in schema `n`. */
export const ROUTINE = `'function ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
  || '(' || pg_get_function_identity_arguments(p.oid) || ')'`;
