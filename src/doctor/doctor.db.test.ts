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
import type { Finding } from './compare.ts';
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
