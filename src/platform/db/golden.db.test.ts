import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { dumpPrivileges } from './dump-privileges.ts';
import { dumpSchema } from './dump-schema.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');
const version = await admin.query<{ major: number }>(
  `select current_setting('server_version_num')::int / 10000 as major`,
);
/** The major version the golden files were written with: printed expressions differ between majors. */
const MAJOR = 18;

it.each([
  ['schema.sql', dumpSchema],
  ['privileges.txt', dumpPrivileges],
])('db/%s is what the migrations make', async (name, dump) => {
  const path = join(database.packageRoot, 'db', name);
  if (version.rows[0]?.major !== MAJOR) {
    process.stderr.write(`db/${name} is not compared: this is not PostgreSQL ${MAJOR}\n`);
    return;
  }
  const actual = await dump(database.adminUrl);
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(path, actual);
  expect(actual).toBe(await readFile(path, 'utf8'));
});

it('prints every kind of object and of right', async () => {
  const owned = await makeOneOfEach();
  const schema = await dumpSchema(owned);
  const privileges = await dumpPrivileges(owned);
  expect(schema).toContain('create domain work.colour as text not null constraint colour_check');
  expect(schema).toContain("create type work.mood as enum ('calm', 'it''s fine');");
  expect(schema).toContain(
    `create table work.sample (
  bureau_id text not null,
  id integer not null generated always as identity,
  "Odd" work.colour default 'red'::text,
  doubled integer generated always as ((id * 2)) stored,
  constraint sample_pkey PRIMARY KEY (bureau_id, id),
  constraint sample_key FOREIGN KEY (bureau_id, id) REFERENCES work.sample(bureau_id, id),
  constraint sample_positive CHECK ((id > 0))
);
CREATE INDEX sample_odd ON work.sample USING btree ("Odd");
comment on table work.sample is 'it''s a sample';
comment on column work.sample.id is 'the id';`,
  );
  expect(schema).toContain('create view work.seen with (security_invoker=true) as\n');

  const desk = privileges.slice(privileges.indexOf('== rights of zhuding_desk'));
  const ofDesk = desk.slice(0, desk.indexOf('\n\n')).replaceAll(/ +/g, ' ');
  expect(ofDesk).toContain('table work.sample SELECT INSERT\n');
  expect(ofDesk).toContain('column work.sample."Odd" UPDATE\n');
  expect(ofDesk).toContain('view work.seen SELECT');
  expect(privileges).toContain(
    `table work.sample enabled NOT FORCED
  desk_select permissive for SELECT to zhuding_desk using (bureau_id = ( SELECT context.bureau() AS bureau))
  gate restrictive for ALL to PUBLIC using true with check false\n`,
  );
});

async function makeOneOfEach(): Promise<string> {
  await admin.query('set role zhuding_owner');
  for (const statement of [
    `create domain work.colour text not null constraint colour_check check (value <> '')`,
    `create type work.mood as enum ('calm', 'it''s fine')`,
    `create table work.sample (bureau_id text not null, id int generated always as identity,
       "Odd" work.colour default 'red', doubled int generated always as (id * 2) stored,
       constraint sample_pkey primary key (bureau_id, id),
       constraint sample_key foreign key (bureau_id, id) references work.sample (bureau_id, id),
       constraint sample_positive check (id > 0))`,
    `create index sample_odd on work.sample ("Odd")`,
    `comment on table work.sample is 'it''s a sample'`,
    `comment on column work.sample.id is 'the id'`,
    `create view work.seen with (security_invoker = true) as select id from work.sample`,
    `grant select, insert on work.sample to zhuding_desk`,
    `grant update ("Odd") on work.sample to zhuding_desk`,
    `grant select on work.seen to zhuding_desk`,
    `alter table work.sample enable row level security`,
    `create policy desk_select on work.sample for select to zhuding_desk
       using (bureau_id = (select context.bureau()))`,
    `create policy gate on work.sample as restrictive using (true) with check (false)`,
  ]) {
    await admin.query(statement);
  }
  await admin.query('reset role');
  return database.adminUrl;
}
