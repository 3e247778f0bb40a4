import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';
import type { StreamKind } from '../act/act.ts';
import type { Projection } from '../act/projection.ts';
import { bureauProjection } from '../bureau/bureau.projection.ts';
import { workCalendar } from '../calendar/calendar.ts';
import { matterProjection } from '../matter/matter.projection.ts';
import { staffProjection } from '../staff/staff.projection.ts';
import { loadTemplates } from '../document/catalogue.ts';
import type { Finding } from './compare.ts';
import { textSetting } from './decision-text.ts';
import { type Examined, examineRows } from './doctor.service.ts';

const database = await freshDatabase();
const desk = await openTestDesk(database);
const matter = uuidv7();
await playFoodCase(desk, matter);
const admin = await database.connect('admin');

async function examine({
  db,
  bureau,
  packs,
  matters,
}: TestDesk): Promise<{ findings: Finding[]; examined: Examined }> {
  const projections: Record<StreamKind, unknown> = {
    matter: matterProjection(
      bureau.id,
      matters.lawByHash(bureau),
      workCalendar(packs.current.pack.holidays),
    ),
    officer: staffProjection(bureau.id),
    bureau: bureauProjection(bureau.id),
  };
  const findings: Finding[] = [];
  const examined = await examineRows({
    db,
    bureau: bureau.id,
    projection: (kind) => projections[kind] as Projection<unknown>,
    texts: textSetting(loadTemplates(database.packageRoot), matters.lawByHash(bureau)),
    report: (finding) => findings.push(finding),
    progress: () => {},
  });
  return { findings, examined };
}

/** What is found while `sql` has been done; it is undone afterwards. */
async function foundAfter(
  change: string,
  undo: string,
  values: readonly unknown[] = [],
): Promise<Finding[]> {
  await admin.query(change, [...values]);
  try {
    return (await examine(desk)).findings;
  } finally {
    await admin.query(undo, [...values]);
  }
}

describe('the doctor', () => {
  it('finds nothing after a whole case, and counts what it compared', async () => {
    const { findings, examined } = await examine(desk);
    expect(findings).toEqual([]);
    expect(examined.streams).toBe(13);
    expect(examined.rows).toBeGreaterThan(60);
    expect(examined.files.size).toBeGreaterThan(15);
  });

  it('names the paragraph of a decision that its values do not make', async () => {
    const change = (from: string, to: string) =>
      `update acts.act set opened = convert_to(replace(convert_from(opened, 'UTF8'), '"text":"${from}', '"text":"${to}'), 'UTF8')
        where stream_id = $1 and type = 'decision.made'`;
    const findings = await foundAfter(change('当事人', '毒当事人'), change('毒当事人', '当事人'), [
      matter,
    ]);
    const [text, ...others] = findings;
    expect(text).toMatchObject({ code: 'text-differs', key: { stream_id: matter } });
    expect(text?.found).toBe(`毒${text?.expected}`);
    // The page is made of the text.
    expect(others).toMatchObject([{ code: 'cell-differs', table: 'published.entry' }]);
  });

  it('names table, key and column of a changed fact', async () => {
    const findings = await foundAfter(
      `update facts.document set title = title || '改' where matter_id = $1 and seq = 2 and ordinal = 1`,
      `update facts.document set title = left(title, -1) where matter_id = $1 and seq = 2 and ordinal = 1`,
      [matter],
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'cell-differs',
      table: 'facts.document',
      key: { bureau_id: desk.bureau.id, matter_id: matter, seq: '2', ordinal: '1' },
      column: 'title',
      expected: '案件来源登记表',
      found: '案件来源登记表改',
    });
  });

  it('finds a row that is gone', async () => {
    await admin.query(
      'create table public.kept as select * from work.clock where matter_id = $1 limit 1',
      [matter],
    );
    const findings = await foundAfter(
      'delete from work.clock c using public.kept k where c.matter_id = k.matter_id and c.clock_id = k.clock_id and c.matter_id = $1',
      'insert into work.clock select * from public.kept where matter_id = $1',
      [matter],
    );
    expect(findings.map(({ code, table }) => [code, table])).toEqual([
      ['row-missing', 'work.clock'],
    ]);
  });

  it('finds a row that no act has made, in a matter and beside all matters', async () => {
    const findings = await foundAfter(
      `insert into work.task (bureau_id, matter_id, task_key, kind, act, roles, assignees, unit_id)
        select bureau_id, id, 'x', 'x', 'x', '{}', '{}', unit_id from work.matter, unnest(array[matter_id, gen_random_uuid()]) as id
        where matter_id = $1`,
      `delete from work.task where task_key = 'x' and $1::uuid is not null`,
      [matter],
    );
    expect(findings.map(({ code, table }) => [code, table])).toEqual([
      ['row-surplus', 'work.task'],
      ['row-surplus', 'work.task'],
    ]);
  });

  it('finds a public entry that was touched up', async () => {
    const findings = await foundAfter(
      `update published.entry set penalty = penalty || '。' where matter_id = $1`,
      `update published.entry set penalty = left(penalty, -1) where matter_id = $1`,
      [matter],
    );
    expect(findings.map(({ table, column }) => [table, column])).toEqual([
      ['published.entry', 'penalty'],
    ]);
  });
});

/** Values no reader can make anything of, and what the doctor says of them. */
const RUBBISH: readonly (readonly [
  string,
  kind: StreamKind,
  type: string,
  opened: Buffer,
  code: Finding['code'],
])[] = [
  ['no head', 'matter', 'matter.begun', Buffer.from('{}'), 'act-unreadable'],
  ['no JSON', 'matter', 'matter.begun', Buffer.from('{"happened":'), 'act-unreadable'],
  ['no UTF-8', 'officer', 'officer.registered', Buffer.from([0xff, 0xfe, 0x00]), 'act-unreadable'],
  ['nothing', 'bureau', 'rules.adopted', Buffer.alloc(0), 'act-unreadable'],
  ['null', 'matter', 'matter.begun', Buffer.from('null'), 'act-unreadable'],
  ['a list', 'officer', 'duty.granted', Buffer.from('[1,[2]]'), 'act-unreadable'],
  ['fields that are no pairs', 'bureau', 'unit.opened', Buffer.from('{"by":7}'), 'act-unreadable'],
  [
    'a head and no data',
    'matter',
    'matter.begun',
    headOnly('2024-09-01T09:00:00+08:00'),
    'act-impossible',
  ],
  [
    'a day there is not',
    'officer',
    'certificate.issued',
    headOnly('2024-02-31T09:00:00+08:00'),
    'act-impossible',
  ],
  [
    'no data of an officer',
    'officer',
    'reviewer.listed',
    headOnly('2024-09-01T09:00:00+08:00'),
    'act-impossible',
  ],
];

function headOnly(happened: string): Buffer {
  const fields = { happened, by: [], 'recorded-by': desk.ids.o1, pack: null };
  const opened = Object.entries(fields).map(([name, value]) => [name, ['c2FsdA', value]]);
  return Buffer.from(JSON.stringify(Object.fromEntries(opened)));
}

it('finds what constraints ask of an act made other than its values', async () => {
  const findings = await foundAfter(
    `alter table acts.act drop constraint if exists act_said, drop constraint if exists act_has_link;
     alter table facts.matter drop constraint matter_act;
     alter table facts.review_basis drop constraint review_basis_act;
     update acts.act set said = said || '{"data.flags":["grave"]}' where type = 'matter.begun'`,
    `update acts.act set said = said || '{"data.flags":[]}' where type = 'matter.begun'`,
  );
  expect(findings.map(({ code, table, column, key }) => [code, table, column, key['seq']])).toEqual(
    [['cell-differs', 'acts.act', 'said', '1']],
  );
});

describe('an act that cannot be read', () => {
  /** Puts an act into the tables as it comes, after the last of its stream where there is one. */
  async function put(
    stream: string,
    kind: StreamKind,
    type: string,
    opened: Buffer,
  ): Promise<void> {
    await admin.query(
      `insert into acts.act (bureau_id, stream_id, seq, act_id, stream_kind, type, happened_at, recorded_at, recorded_by,
         prev_seq, prev_commitment, commitment, event, salt, opened, request_hash, said)
       select $1, $2, coalesce(t.seq, 0) + 1, gen_random_uuid(), $3, $4, now(), now(), gen_random_uuid(),
         t.seq, t.commitment, sha256($2::text::bytea) || sha256($5), '{}', sha256($5), $5, sha256($5), '{}'
       from (select) one left join lateral (
         select seq, commitment from acts.act where bureau_id = $1 and stream_id = $2 order by seq desc limit 1) t on true`,
      [desk.bureau.id, stream, kind, type, opened],
    );
  }

  async function foundWith(work: () => Promise<void>): Promise<Finding[]> {
    await admin.query(
      'alter table acts.act drop constraint if exists act_said, drop constraint if exists act_has_link',
    );
    await admin.query(
      'create table public.sound as select bureau_id, stream_id, seq from acts.act',
    );
    try {
      await work();
      return (await examine(desk)).findings;
    } finally {
      await admin.query(
        `delete from acts.act a where not exists (select from public.sound s
           where s.bureau_id = a.bureau_id and s.stream_id = a.stream_id and s.seq = a.seq)`,
      );
      await admin.query('drop table public.sound');
    }
  }

  it.each(RUBBISH)(
    'is named, with the act that waits for no log: %s',
    async (_name, kind, type, opened, code) => {
      const stream = uuidv7();
      const findings = await foundWith(() => put(stream, kind, type, opened));
      expect(findings.map(({ found: _found, ...rest }) => rest)).toEqual([
        {
          code,
          table: 'acts.act',
          key: { stream_id: stream, seq: '1' },
          column: 'opened',
          expected: null,
        },
        {
          code: 'act-unqueued',
          table: 'ledger.queue',
          key: { bureau_id: desk.bureau.id, stream_id: stream, seq: '1' },
          column: null,
          expected: null,
        },
      ]);
    },
  );

  it('at the end of a matter leaves the rest of the matter as it is, and everything else is compared', async () => {
    const file = await desk.matters.file(desk.bureau.id, matter);
    const next = `${(file?.acts.length ?? 0) + 1}`;
    const findings = await foundWith(async () => {
      await put(matter, 'matter', 'exhibit.added', Buffer.from('{}'));
      await admin.query(`update facts.document set title = '改' where matter_id = $1 and seq = 2`, [
        matter,
      ]);
      await admin.query(`update facts.officer set name = '改' where officer_id = $1`, [
        desk.ids.o1,
      ]);
    });
    expect(findings.map(({ code, table, column }) => [code, table, column])).toEqual([
      ['cell-differs', 'facts.officer', 'name'],
      ['act-unreadable', 'acts.act', 'opened'],
      ['cell-differs', 'facts.document', 'title'],
      ['act-unqueued', 'ledger.queue', null],
    ]);
    expect(findings[1]?.key).toEqual({ stream_id: matter, seq: next });
  });
});
