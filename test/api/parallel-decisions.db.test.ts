/** Decisions of several matters at one moment: each gets a number of its own, and none is left out. */
import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { httpCase } from '../support/http-case.ts';
import { openTestServer } from '../support/server.ts';
import { staff } from '../support/staffed.ts';
import { decisionBody, playToSpot } from '../support/summary-case.ts';

const COUNT = 12;
const database = await freshDatabase();
const server = await openTestServer(database);
const staffed = await staff(server);

it('twelve decisions sent at once are all made, numbered without a gap', async () => {
  const files = Array.from({ length: COUNT }, () => httpCase(staffed));
  for (const file of files) await playToSpot(file);
  const answers = await Promise.all(
    files.map(({ matter }) =>
      staffed.as.officer1.call(
        'POST',
        `/api/matters/${matter}/acts/decision.made`,
        decisionBody(staffed.ids),
      ),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
  const admin = await database.connect('admin');
  const { rows } = await admin.query<{ number: string }>('select number from facts.decision');
  const serials = rows.map(({ number }) => Number(/〔2024〕(\d+)号$/.exec(number)?.[1]));
  expect(serials.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
