/** That the tables described in code are the tables of the database, column by column. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Table } from '../../src/act/row.ts';
import { freshDatabase } from '../support/database.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');

interface Catalogued {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
}

const { rows: catalogue } = await admin.query<Catalogued>(
  `select c.oid::regclass::text as name,
     jsonb_object_agg(a.attname, case format_type(a.atttypid, a.atttypmod)
       when 'timestamp with time zone' then 'timestamptz' else format_type(a.atttypid, a.atttypmod) end) as columns,
     (select jsonb_agg(k.attname order by p.place) from pg_constraint x,
        unnest(x.conkey) with ordinality as p(attnum, place), pg_attribute k
      where x.conrelid = c.oid and x.contype = 'p' and k.attrelid = c.oid and k.attnum = p.attnum) as key
   from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where n.nspname in ('acts', 'facts', 'work', 'published') and c.relkind in ('r', 'p')
     and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   group by c.oid order by 1`,
);

/** Written by no act: what people were typing, and what is made when something is published. */
const NOT_FROM_ACTS = ['work.draft', 'work.phrase', 'published.proof', 'published.page'];

const described = await tablesInCode();

async function tablesInCode(): Promise<Table[]> {
  const source = join(database.packageRoot, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.rows.ts') || file === join('act', 'statement.ts'),
  );
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(join(source, file))),
  );
  return modules.flatMap((module) => Object.values(module).filter(isTable));
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'columns' in value && 'key' in value;
}

it.each(described.map((table) => [table.name, table] as const))(
  'the description of %s is the table',
  (name, { columns, key }) => {
    const found = catalogue.find((one) => one.name === name);
    expect({ columns, key }).toEqual({ columns: found?.columns, key: found?.key });
  },
);

it('every table that acts fill is described, once', () => {
  const wanted = catalogue.map(({ name }) => name).filter((name) => !NOT_FROM_ACTS.includes(name));
  expect(described.map(({ name }) => name).sort()).toEqual(wanted.sort());
});
