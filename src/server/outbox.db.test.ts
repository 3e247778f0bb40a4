import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestServer } from '../../test/support/server.ts';
import { emptyOutbox } from './outbox.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { db } = server.world;

const put = (key: string | null, bureau = '350502') =>
  db.query('desk', bureau, {
    text: `insert into work.outbox (bureau_id, task, job_key, payload) values ($1, 'look', $2, '{"at": 1}')`,
    values: ['350502', key],
  });
const queued = async () => {
  const worker = await database.connect('worker');
  const { rows } = await worker.query(
    `select task_identifier as task, key from graphile_worker.jobs where task_identifier = 'look' order by key`,
  );
  return rows;
};

it('jobs go into the queue once, those of one key as one', async () => {
  await put('a');
  await put('a');
  await put('b');
  expect(await emptyOutbox(db, '330400')).toBe(0);
  expect(await emptyOutbox(db, '350502')).toBe(3);
  expect(await queued()).toEqual([
    { task: 'look', key: 'a' },
    { task: 'look', key: 'b' },
  ]);
  expect(await emptyOutbox(db, '350502')).toBe(0);
});

it('nobody puts in a job for another bureau, or takes one out', async () => {
  await expect(put('c', '330400')).rejects.toMatchObject({ code: '42501' });
  for (const sql of ['select * from work.outbox', 'delete from work.outbox'])
    await expect(db.query('desk', '350502', { text: sql })).rejects.toMatchObject({
      code: '42501',
    });
});
