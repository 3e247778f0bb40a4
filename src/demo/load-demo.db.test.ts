/** The rehearsal bureau on a real database: the whole of it, loaded as the first screen does, and loads that are cut off. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestServer } from '../../test/support/server.ts';
import { type Visitor, visitor } from '../../test/support/visitor.ts';
import { readStream } from '../act/act.store.ts';
import { runDoctor } from '../doctor/doctor.cli.ts';
import type { World } from '../server/world.ts';
import { CASES } from './cases.ts';
import { DEFECTS } from './defects.ts';
import { DEMO_AREA, demoId } from './demo-ids.ts';
import { chanceOf } from './chance.ts';
import { runDemo } from './demo.cli.ts';
import { loadDemo } from './load-demo.ts';
import { matterId } from './play.ts';
import { isoOf } from './schedule.ts';

type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);

async function countActs({ db }: World): Promise<number> {
  const [row] = await db.query<{ n: number }>('desk', DEMO_AREA, {
    text: 'select count(*)::integer as n from acts.act where bureau_id = $1',
    values: [DEMO_AREA],
  });
  return row?.n ?? 0;
}

const [LATE = '', UNRECORDED = ''] = DEFECTS.map((defect) => defect.demoCase);

describe('the whole bureau, loaded from the first screen', async () => {
  const server = await openTestServer(await freshDatabase());
  const { world, address } = server;
  const anybody = visitor(address);
  const told: Json[] = [];

  async function ready(): Promise<Json> {
    for (;;) {
      const { rehearsal } = (await anybody.call('GET', '/api/setup')).body;
      told.push(Object(rehearsal));
      if (Object(rehearsal)['state'] !== 'running') return Object(rehearsal);
      await sleep(250);
    }
  }

  // A code works once, so everybody signs in once.
  const inside = new Map<string, Promise<Visitor>>();
  function signIn(login: string): Promise<Visitor> {
    const known = inside.get(login) ?? enter(login);
    inside.set(login, known);
    return known;
  }
  async function enter(login: string): Promise<Visitor> {
    const { body } = await anybody.call('GET', '/api/rehearsal-accounts');
    const account = list(body['accounts']).find((one) => one['login'] === login);
    const somebody = visitor(address);
    const answer = await somebody.call('POST', '/api/session', {
      bureau: body['bureau'],
      login,
      password: account?.['password'],
      code: account?.['code'],
    });
    expect([login, answer.status]).toEqual([login, 200]);
    return somebody;
  }

  beforeAll(async () => {
    const answer = await anybody.call('POST', '/api/setup/rehearsal', {});
    expect(answer.status).toBe(200);
    await ready();
    while ((await world.sequencer.state(DEMO_AREA)).unsequenced > 0) await sleep(100);
  }, 600_000);

  it('tells how far it is, and is then there', async () => {
    expect(told.at(-1)).toMatchObject({ state: 'done' });
    const done = told.map((one) => Number(one['done']));
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told.at(-1)?.['done']).toBe(told.at(-1)?.['of']);
    const { body } = await anybody.call('GET', '/api/setup');
    expect(body).toMatchObject({
      empty: false,
      bureaus: [{ id: '990001', name: '演示市场监督管理局' }],
    });
  });

  it('lets every kind of person sign in with the code of the moment', async () => {
    for (const login of ['shipin1', 'juzhang', 'shenhe1', 'gongshi', 'dangan', 'xitong']) {
      const { body } = await (await signIn(login)).call('GET', '/api/session');
      expect(body['session']).toMatchObject({ pending: 'none', person: { login } });
    }
  });

  it('has a case standing at every stage of both penalty procedures', async () => {
    const rows = await world.db.query<{ procedure: string; stages: string[] }>('desk', DEMO_AREA, {
      text: 'select procedure, array_agg(distinct stage) as stages from work.matter where bureau_id = $1 group by procedure order by procedure',
      values: [DEMO_AREA],
    });
    const { procedures } = world.packs.current.pack;
    expect(rows.map((row) => row.procedure)).toEqual(['penalty.ordinary', 'penalty.summary']);
    for (const { procedure, stages } of rows) {
      const table = [...procedures.values()].find((one) => one.id === procedure);
      expect([...stages].sort()).toEqual(table?.stages.map((stage) => stage.id).sort());
    }
  });

  it('was recorded at the time it happened, in order', async () => {
    const [row] = await world.db.query<{ late: number; back: number }>('desk', DEMO_AREA, {
      text: `select count(*) filter (where recorded_at > now())::integer as late,
        count(*) filter (where recorded_at < before)::integer as back
        from (select recorded_at, lag(recorded_at) over (partition by stream_id order by seq) as before
          from acts.act where bureau_id = $1) a`,
      values: [DEMO_AREA],
    });
    expect(row).toEqual({ late: 0, back: 0 });
  });

  it('shows the decision that was published late, the only one', async () => {
    const publisher = await signIn('gongshi');
    const { body } = await publisher.call('GET', `/api/matters/${matterId(LATE)}`);
    const clocks = list(body['clocks']).filter((one) =>
      String(one['name']).startsWith('publication.'),
    );
    expect(clocks.map((one) => one['status'])).toEqual(['late', 'late']);
    const { body: answer } = await publisher.call('GET', '/api/decisions');
    const late = list(answer['decisions']).filter((line) => line['status'] === 'late');
    expect(late.map((line) => line['matter'])).toEqual([matterId(LATE)]);
  });

  it('shows the recording that was not made, and refuses to archive without it', async () => {
    const archivist = await signIn('dangan');
    const path = `/api/matters/${matterId(UNRECORDED)}`;
    const { body } = await archivist.call('GET', `${path}/archive`);
    expect(list(body['missing'])).toMatchObject([{ kind: 'recording', act: 'evidence.recorded' }]);
    const { body: verdict } = await archivist.call('POST', `${path}/acts/file.archived/check`, {
      id: demoId('archiving without a recording'),
      at: isoOf(world.now()),
    });
    expect(list(verdict['refusals']).map((one) => one['code'])).toEqual(['record/av-missing']);
    const others = CASES.filter(({ id, until }) => until === 'case.closed' && id !== UNRECORDED);
    for (const { id } of others) {
      const open = await archivist.call('GET', `/api/matters/${matterId(id)}/archive`);
      expect([id, open.body['missing']]).toEqual([id, []]);
    }
  });

  it('is sealed, has pages with proofs, and the doctor finds nothing', async () => {
    const state = await world.sequencer.state(DEMO_AREA);
    expect(state).toMatchObject({ unsequenced: 0 });
    expect(state.size).toBeGreaterThanOrEqual(await countActs(world));
    const page = await fetch(`${address}/990001/decisions`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('示例市镜田电器商行有限公司');
    await world.proofs.proveEntries(DEMO_AREA);
    const [proofs] = await world.db.query<{ entries: number; proven: number }>(
      'portal',
      DEMO_AREA,
      {
        text: 'select (select count(*) from published.entry)::integer as entries, (select count(*) from published.proof)::integer as proven',
      },
    );
    expect(proofs?.entries).toBeGreaterThan(15);
    expect(proofs?.proven).toBeGreaterThan(15);
    const said: string[] = [];
    const clean = await runDoctor(
      world,
      { json: false, deep: false },
      { say: (line) => said.push(line), progress: () => {} },
    );
    expect([clean, said.slice(0, -1)]).toEqual([0, []]);
  });

  it('is not loaded a second time', async () => {
    const before = await countActs(world);
    expect((await anybody.call('POST', '/api/setup/rehearsal', {})).status).toBe(200);
    await ready();
    expect(await countActs(world)).toBe(before);
    const said: string[] = [];
    expect(await runDemo(world, { say: (line) => said.push(line), progress: () => {} })).toBe(0);
    expect(said[0]).toBe('演示局已经在了，没有改动。');
    expect(said.filter((line) => /^ {2}shenhe1 +\d{6} {2}陈壬/.test(line))).toHaveLength(1);
    expect(await countActs(world)).toBe(before);
  });
});

describe('a load that is cut off', async () => {
  const whole = await openTestServer(await freshDatabase());
  const broken = await openTestServer(await freshDatabase());
  const cases = CASES.filter(({ id }) => ['c10', 'c13', 's02'].includes(id));
  const NOW = Date.parse('2026-11-21T10:00:00+08:00');
  const DAY = 86_400_000;

  /** Everything in the matters, without the salts of the log. */
  async function recorded({ db }: World): Promise<unknown[]> {
    const streams = cases.map(({ id }) => matterId(id));
    const read = await Promise.all(streams.map((id) => readStream(db, 'desk', DEMO_AREA, id)));
    return read.flatMap((one) => one.acts);
  }

  /** A world in which the work ends, as in a crash, after some commits or files. */
  function failing({ committed, blobs, ...world }: World, after: number): World {
    let left = after;
    const step = (): void => {
      left -= 1;
      if (left < 0) throw new Error('cut off');
    };
    return {
      ...world,
      committed: (bureau) => {
        committed(bureau);
        step();
      },
      blobs: {
        ...blobs,
        async put(bytes, type) {
          const stored = await blobs.put(bytes, type);
          step();
          return stored;
        },
      },
    };
  }

  it('goes on where it stopped and ends up the same, on whichever day', async () => {
    const load = (world: World, now: number) =>
      loadDemo({ foundation: world, sessions: world.sessions, now: () => now }, () => {}, cases);
    expect(await load(whole.world, NOW)).toBe(true);

    const chance = chanceOf('where the load is cut off');
    let cuts = 0;
    for (let day = 0; ; day += 1) {
      try {
        expect(await load(failing(broken.world, 5 + chance(60)), NOW + day * DAY)).toBe(true);
        break;
      } catch (error) {
        expect(String(error)).toContain('cut off');
        cuts += 1;
      }
    }
    expect(cuts).toBeGreaterThan(3);
    expect(await recorded(broken.world)).toEqual(await recorded(whole.world));
    expect(await countActs(broken.world)).toBe(await countActs(whole.world));
    expect(await load(broken.world, NOW)).toBe(false);
  }, 300_000);
});
