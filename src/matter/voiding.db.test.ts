/** Which numbers can be voided. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';
import { latestDocument } from './case-context.ts';
import { isVoided } from './case-file.ts';

const database = await freshDatabase();
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk(database);
});

describe('voiding a number', () => {
  it('is not the way to correct a decision that has been made', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { until: 'decision.made' });
    const read = async () => desk.matters.read(await desk.actor('head'), matter);
    const voided = async (code: string): Promise<unknown> => {
      const { seq: of = 0, number } = latestDocument(await read(), code) ?? {};
      const command = { id: uuidv7(), at: '2024-09-26T18:00:00+08:00' };
      const data = { of, number: number ?? '', reason: '写错' };
      return desk.desk
        .voidDocument(await desk.actor('head'), matter, command, data)
        .catch((error: unknown) => error);
    };
    expect(await voided('penalty-decision')).toMatchObject({
      reason: {
        kind: 'invalid',
        code: 'input/invalid',
        problems: [
          {
            pointer: '/number',
            code: 'field/not-voidable',
            message:
              '决定已经作出，文号不能作废。决定有错误的，由本局主动改正，在“变更、撤销、确认违法或无效”里记下。',
          },
        ],
      },
    });
    expect(await voided('penalty-notice')).toMatchObject({ act: 'document.voided' });
    const file = await read();
    expect(file.documents.filter((one) => isVoided(file, one)).map((one) => one.code)).toEqual([
      'penalty-notice',
    ]);
  });
});
