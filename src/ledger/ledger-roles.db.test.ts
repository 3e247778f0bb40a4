import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import {
  recordActs,
  startSequencer,
  statementOf,
  temporaryFolder,
  Writer,
} from './ledger.testkit.ts';

const database = await freshDatabase();
const db = database.open();

/** Each test has bureaus of its own, so that none sees the log of another. */
let bureaus = 120_000;
function newBureau(): string {
  bureaus += 1;
  return String(bureaus);
}

describe('what the roles may not do', () => {
  test('[QZ-18b] no login role changes or removes what the log holds, and the sequencer reads no act', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 3);
    await startSequencer(db, dataDir).sequenceOnce(bureau);
    for (const role of [
      'desk',
      'review',
      'rules',
      'staff',
      'sequencer',
      'worker',
      'auditor',
    ] as const) {
      for (const sql of [
        'update ledger.leaf set entry = entry',
        'delete from ledger.leaf',
        'truncate ledger.leaf',
        'update ledger.checkpoint set note = note',
        'delete from ledger.checkpoint',
        'update acts.act set event = event',
        'delete from acts.act',
      ]) {
        const outcome = db.query(role, bureau, { text: sql });
        await expect(outcome, `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' });
      }
    }
    for (const column of ['event', 'opened', 'salt', 'type']) {
      const outcome = db.query('sequencer', bureau, { text: `select ${column} from acts.act` });
      await expect(outcome).rejects.toMatchObject({ code: '42501' });
    }
    const other = await db.query('sequencer', newBureau(), { text: 'select idx from ledger.leaf' });
    expect(other).toEqual([]);
  });

  test('an act that was not committed is nowhere; one that was is there once, however often it is sent', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sealed = new Writer(db, bureau).seal('test.noted', {});
    const write = statementOf(bureau, sealed);
    await expect(
      db.transaction('desk', bureau, async (client) => {
        await client.query({ ...write, values: [...(write.values ?? [])] });
        throw new Error('crash');
      }),
    ).rejects.toThrow('crash');
    const sequencer = startSequencer(db, dataDir);
    await sequencer.sequenceOnce(bureau, true);
    expect((await sequencer.state(bureau)).size).toBe(0);
    await db.query('desk', bureau, write);
    await sequencer.sequenceOnce(bureau);
    await expect(db.query('desk', bureau, write)).rejects.toMatchObject({ code: '23505' });
    await sequencer.sequenceOnce(bureau);
    expect(await sequencer.state(bureau)).toMatchObject({ size: 2, unsequenced: 0 });
  });
});
