/** That nothing recorded can be changed or removed. The tables come from the catalogue: a new one is tried too. */
import { expect, it } from 'vitest';
import { ROLES } from '../../src/platform/db/roles.ts';
import { planner } from './plans.ts';
import { attempt } from './rows.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const story = tell(world.home, planner(world.home).legal());
await world.play(story.steps);

const { rows: tables } = await world.admin.query<{ name: string; columns: string[] }>(
  `select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
   from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where n.nspname in ('acts', 'facts') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
   group by c.oid order by 1`,
);

/** Tables of which requirements speak. */
const TITLES: Readonly<Record<string, string>> = {
  'acts.act': '[QZ-18b] [XZ-R-20a] acts.act: no role changes or removes a row',
  'facts.exhibit': '[QZ-18b] [XZ-R-20a] facts.exhibit: no role changes or removes a row',
};

/** What lawful deletion needs; the commitment to what was deleted stays. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'shredder acts.act': ['update salt', 'update opened'],
};

function changes(name: string, columns: readonly string[]): [what: string, sql: string][] {
  return [
    ...columns.map((column): [string, string] => [
      `update ${column}`,
      `update ${name} set ${column} = default where false`,
    ]),
    ['delete', `delete from ${name} where false`],
    ['truncate', `truncate ${name} cascade`],
  ];
}

it('the tables are there', () => {
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['acts.act', 'facts.decision', 'facts.review_opinion', 'facts.exhibit']),
  );
});

const titled = tables.map(
  ({ name, columns }) =>
    [TITLES[name] ?? `${name}: no role changes or removes a row`, name, columns] as const,
);
it.each(titled)('%s', async (_title, name, columns) => {
  for (const role of ROLES) {
    const client = await world.client(role);
    const done: string[] = [];
    for (const [what, sql] of changes(name, columns)) {
      const outcome = await attempt(client, sql);
      if (outcome === 'accepted') done.push(what);
      else expect(outcome.state, `${role}: ${sql}`).toBe('42501');
    }
    expect(done.sort(), role).toEqual([...(ALLOWED[`${role} ${name}`] ?? [])].sort());
  }
});

it('the same statements work for who may do everything', async () => {
  for (const { name, columns } of tables)
    for (const [, sql] of changes(name, columns)) {
      await world.admin.query('begin');
      expect(await attempt(world.admin, sql), sql).toBe('accepted');
      await world.admin.query('rollback');
    }
});

it('the shredder destroys salt and values of an act of its bureau, and of no other', async () => {
  const shredder = await world.client('shredder');
  const destroy = `update acts.act set salt = $1, opened = ''`;
  await shredder.query('begin');
  const { rowCount } = await shredder.query(destroy, [Buffer.alloc(32)]);
  const { rows } = await shredder.query<{ bureau: string }>(
    `select distinct bureau_id as bureau from acts.act where opened = ''`,
  );
  await shredder.query('rollback');
  for (const kept of [
    `update acts.act set opened = convert_to(replace(convert_from(opened, 'UTF8'), '某某', '张三'), 'UTF8')`,
    `update acts.act set opened = '', salt = sha256('')`,
    `update acts.act set salt = decode(repeat('00', 32), 'hex')`,
  ])
    await expect(shredder.query(kept), kept).rejects.toMatchObject({ code: '42501' });
  expect(rowCount).toBeGreaterThan(0);
  expect(rows).toEqual([{ bureau: world.home.id }]);
  const { rows: acts } = await world.admin.query<{ bureau: string }>(
    'select distinct bureau_id as bureau from acts.act order by 1',
  );
  expect(acts).toEqual([{ bureau: world.home.id }, { bureau: world.other.id }]);
});
