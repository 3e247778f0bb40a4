/** What a session can be talked into: roles, settings, objects of its own, other forms of writing. */
import { afterAll, describe, expect, it } from 'vitest';
import { loginName, OWNER, ROLES } from '../../src/platform/db/roles.ts';
import { type Attack, sceneOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { actOf, decision, drop, rowOf } from './bend.ts';
import { unlawful } from './oracle.ts';
import { planner } from './plans.ts';
import { attempt, insertion, type Step } from './rows.ts';
import { type Story, tell } from './story.ts';
import { openWorld, speakFor } from './world.ts';

const world = await openWorld();
const scene = sceneOf(world);
const plans = planner(world.home);
await world.play(tell(world.home, plans.legal()).steps);

const denied = { state: '42501', constraint: null };

describe.each([...ROLES])('%s', (role) => {
  const others = [OWNER, ...ROLES.filter((other) => other !== role).map(loginName)];

  it.each([
    ...others.map((other) => `set role ${other}`),
    ...others.map((other) => `set session authorization ${other}`),
    `set session_replication_role = replica`,
    `select set_config('session_replication_role', 'replica', true)`,
    'alter table facts.decision disable trigger all',
    'alter table facts.decision disable row level security',
    'alter table facts.decision no force row level security',
    'alter table facts.decision drop constraint decision_reviewed',
    'alter table facts.decision add constraint open check (true) not valid',
    'alter table facts.decision alter column required drop not null',
    'alter table facts.decision owner to current_user',
    'alter table facts.review_basis alter constraint review_basis_has_opinion not deferrable',
    'drop table facts.review_opinion cascade',
    'create policy open on facts.decision using (true)',
    'alter policy decision_insert on facts.decision with check (true)',
    'drop policy decision_insert on facts.decision',
    `create trigger t before insert on facts.decision
       for each row execute function suppress_redundant_updates_trigger()`,
    'create rule r as on insert to facts.review_opinion do instead nothing',
    'create table work.child () inherits (facts.decision)',
    `create or replace function law.review_required(procedure text, grounds text[]) returns text
       language sql immutable return 'none'`,
    'alter function law.review_required(text, text[]) set search_path = public',
    'drop function law.review_required(text, text[])',
    `create function law.agree(text, text) returns boolean language sql return true`,
    'create operator law.= (leftarg = text, rightarg = text, function = pg_catalog.texteq)',
    'create cast (text as integer) with inout as implicit',
    'create domain law.kind as text',
    'create temporary table decision ()',
    `create temporary view decision as select 'none' as required`,
    'create schema law2',
    `update pg_catalog.pg_constraint set convalidated = false`,
    'delete from pg_catalog.pg_policy',
    `comment on table facts.decision is 'mine'`,
    'lock table facts.decision in access exclusive mode',
    `copy facts.decision from program 'true'`,
    `copy facts.decision to program 'true'`,
    `select lo_import('/etc/hostname')`,
    `load 'auto_explain'`,
  ])('may not: %s', async (sql) => {
    const client = await world.client(role);
    await client.query('begin');
    const outcome = await attempt(client, sql);
    await client.query('rollback');
    expect(outcome).toEqual(denied);
  });

  it('is still itself after resetting itself', async () => {
    const client = await world.client(role);
    for (const sql of ['reset role', 'set role none', 'reset session authorization'])
      await client.query(sql);
    const { rows } = await client.query('select current_user as now, session_user as at_first');
    expect(rows).toEqual([{ now: loginName(role), at_first: loginName(role) }]);
  });
});

it('a right is passed on by nobody: only the reviewers may write opinions', async () => {
  for (const role of ROLES)
    await attempt(await world.client(role), 'grant insert on facts.review_opinion to public');
  const { rows } = await world.admin.query<{ holder: string; right: string }>(
    `select holder, verb from unnest($1::text[]) holder, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
     where has_table_privilege(holder, 'facts.review_opinion', verb)`,
    [['public', ...ROLES.map(loginName)]],
  );
  expect(rows).toEqual([{ holder: 'zhuding_review', verb: 'INSERT' }]);
});

describe('settings anybody may change do not change the law', async () => {
  // The worst case: somebody has found a schema to put operators and functions of the same names into.
  for (const sql of [
    'create schema evil',
    'grant usage on schema evil to public',
    ...[
      'text',
      'integer',
      'boolean',
      'bytea',
      'uuid',
      'text[]',
      'uuid[]',
      'bigint',
      'jsonb',
    ].flatMap((type, place) => [
      `create function evil.yes${place}(${type}, ${type}) returns boolean language sql immutable return true`,
      `grant execute on function evil.yes${place}(${type}, ${type}) to public`,
      ...['=', '>=', '<', '<='].map(
        (operator) =>
          `create operator evil.${operator} (leftarg = ${type}, rightarg = ${type}, function = evil.yes${place})`,
      ),
    ]),
    'create operator evil.@> (leftarg = text[], rightarg = text[], function = evil.yes5)',
    'create operator evil.<@ (leftarg = text[], rightarg = text[], function = evil.yes5)',
    'create operator evil.&& (leftarg = text[], rightarg = text[], function = evil.yes5)',
    `create function evil.jsonb_array_elements(jsonb) returns setof jsonb language sql immutable as 'select null::jsonb where false'`,
    'grant execute on function evil.jsonb_array_elements(jsonb) to public',
  ])
    await world.admin.query(sql);

  const tried: Attack[] = ATTACKS.filter(({ name }) =>
    [
      'no review at all',
      'another text than the one reviewed',
      'a disagreeing opinion quoted as agreeing',
      'a finding that no review is needed',
      'grounds left out of the last link and the decision alike',
      'a case that is on the list said to be on none',
      'a milder scope and list than the rules have',
      'a hearing recorded without its link',
      'a hearing forgotten by the last link',
      'a mark of complexity lost on the way',
      'a fine above the limit, decided on the spot',
    ].includes(name),
  );

  it('the operators of that schema deceive whoever looks there first', async () => {
    const desk = await world.database.connect('desk');
    await desk.query('set search_path = evil, pg_catalog');
    const { rows } = await desk.query(`select 'none'::text = 'legal'::text as same`);
    expect(rows).toEqual([{ same: true }]);
  });

  it.each([
    'set search_path = evil, pg_catalog',
    'set constraints all deferred',
    'set transform_null_equals = on',
    'set array_nulls = off',
    'set default_transaction_isolation = serializable',
    'set plan_cache_mode = force_generic_plan',
  ])('%s', async (setting) => {
    expect(tried.length).toBe(11);
    for (const { name, story, refused } of tried) {
      const { steps } = story(scene);
      let outcome;
      for (const step of steps) {
        const client = await world.database.connect(step.role);
        await speakFor(world.database, client, world.home.id);
        await client.query('begin');
        await client.query(setting);
        outcome = await attempt(client, insertion(step.rows));
        if (outcome === 'accepted') outcome = await attempt(client, 'commit');
        await client.end();
        if (outcome !== 'accepted') break;
      }
      expect(outcome, name).toEqual(refused);
    }
  });

  it('set row_security = off shows nothing and lets nothing in', async () => {
    const desk = await world.database.connect('desk');
    await speakFor(world.database, desk, world.home.id);
    await desk.query('set row_security = off');
    expect(await attempt(desk, 'select from facts.decision')).toEqual(denied);
    const [step] = tell(world.home, plans.unreviewed()).steps;
    expect(await attempt(desk, insertion(step?.rows ?? []))).toEqual(denied);
  });
});

describe('other forms of writing an unreviewed decision', () => {
  /** Everything up to the decision, in a transaction of the desk; and the row of the decision. */
  async function upToDecision(): Promise<{
    desk: Awaited<ReturnType<typeof world.client>>;
    row: string;
    columns: string;
  }> {
    const story = tell(world.home, plans.ordinary(plans.BIG, plans.decided));
    const { cells } = rowOf(story, 'facts.decision');
    drop(story, ({ table }) => table === 'facts.decision');
    const desk = await world.client('desk');
    await desk.query('begin');
    await desk.query('set constraints all deferred');
    for (const { rows } of story.steps) await desk.query(insertion(rows));
    return {
      desk,
      row: `jsonb_populate_record(null::facts.decision, '${JSON.stringify(cells)}')`,
      columns: Object.keys(cells).join(', '),
    };
  }

  const reviewed = { state: '23514', constraint: 'decision_reviewed' };

  it.each([
    [
      'insert',
      (columns: string, row: string) =>
        `insert into facts.decision (${columns}) select ${columns} from ${row}`,
      reviewed,
    ],
    [
      'on conflict do nothing',
      (columns: string, row: string) =>
        `insert into facts.decision (${columns}) select ${columns} from ${row} on conflict do nothing`,
      reviewed,
    ],
    [
      'on conflict do update',
      (columns: string, row: string) =>
        `insert into facts.decision (${columns}) select ${columns} from ${row} on conflict (bureau_id, matter_id) do update set fine = 0`,
      denied,
    ],
    [
      'merge, where there is none',
      (columns: string, row: string) =>
        `merge into facts.decision d using (select * from ${row}) s on false when not matched then insert (${columns}) values (${columns.replaceAll(/(\w+)/g, 's.$1')})`,
      reviewed,
    ],
    [
      'merge, where there is one',
      (_columns: string, row: string) =>
        `merge into facts.decision d using (select * from ${row}) s on d.matter_id <> s.matter_id when matched then update set fine = 0`,
      denied,
    ],
    [
      'a prepared statement',
      (columns: string, row: string) =>
        `prepare decide as insert into facts.decision (${columns}) select ${columns} from ${row}; execute decide`,
      reviewed,
    ],
    [
      'a block of PL/pgSQL',
      (columns: string, row: string) =>
        `do $do$ begin insert into facts.decision (${columns}) select ${columns} from ${row}; end $do$`,
      reviewed,
    ],
    ['copy', () => 'copy facts.decision from stdin', { state: '0A000', constraint: null }],
    [
      'generated columns given',
      () => `insert into acts.act (bureau_id, gate_seq) values ('${world.home.id}', null)`,
      { state: '428C9', constraint: null },
    ],
  ] as const)('%s', async (_name, write, refused) => {
    const { desk, row, columns } = await upToDecision();
    const outcome = await attempt(desk, write(columns, row));
    await desk.query('rollback');
    expect(outcome).toEqual(refused);
  });

  it('a block that swallows the refusal commits nothing', async () => {
    const { desk, row, columns } = await upToDecision();
    await desk.query(
      `do $do$ begin insert into facts.decision (${columns}) select ${columns} from ${row};
         exception when others then null; end $do$`,
    );
    expect(await attempt(desk, 'commit')).toEqual({
      state: '23503',
      constraint: 'review_basis_has_decision',
    });
  });
});

describe('a long transaction with every check put off', () => {
  async function commitRowByRow(story: Story, step: Step): Promise<unknown> {
    const client = await world.client(step.role);
    await client.query('begin');
    await client.query('set constraints all deferred');
    for (const row of step.rows) {
      const outcome = await attempt(client, insertion([row]));
      if (outcome === 'accepted') continue;
      await client.query('rollback');
      return outcome;
    }
    return attempt(client, 'commit');
  }

  it('a lawful matter passes, row by row', async () => {
    const story = tell(world.home, plans.heard());
    for (const step of story.steps) expect(await commitRowByRow(story, step)).toBe('accepted');
  });

  it('a hundred lawful matters do not carry a hearing without a link with them', async () => {
    const many = Array.from({ length: 100 }, () => tell(world.home, plans.unreviewed()));
    const bad = tell(
      world.home,
      plans.ordinary(plans.SMALL, { type: 'hearing.requested' }, ...plans.round('case')),
    );
    Object.assign(actOf(bad, 'hearing.requested'), { type: 'hearing.held' });
    const rows = [...many, bad].flatMap(({ steps }) => steps[0]?.rows ?? []);
    expect(await attempt(await world.client('desk'), insertion(rows))).toEqual({
      state: '23503',
      constraint: 'act_has_link',
    });
    const { rows: left } = await world.admin.query<{ count: string }>(
      'select count(*) from facts.decision where matter_id = any ($1)',
      [many.map(({ matter }) => matter)],
    );
    expect(left).toEqual([{ count: '0' }]);
  });

  it('an opinion that will come later does not carry a decision now', async () => {
    const story = tell(world.home, plans.legal());
    const [asked, , decided] = story.steps;
    const claims = decision(story);
    if (!asked || !decided) throw new Error('a reviewed matter has three steps');
    // The desk writes its two parts at once, before anybody has reviewed.
    const step = { ...asked, rows: [...asked.rows, ...decided.rows] };
    expect(claims['opinion_conclusion']).toBe('agree');
    expect(await commitRowByRow(story, step)).toEqual({ state: '23503', constraint: 'act_chain' });
  });
});

afterAll(async () => {
  expect(await unlawful(world.admin)).toEqual([]);
});
