/** What counts as a recording: sound or moving pictures, by what the file is and not by its name. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { fileExhibit } from '../../test/support/exhibits.ts';
import { playFoodCase, requestOf } from '../../test/support/food-case.ts';

const database = await freshDatabase();
const AT = '2024-08-07T14:00:00+08:00';
let desk: TestDesk;
let matter: string;
let of: number;

beforeAll(async () => {
  desk = await openTestDesk(database);
  matter = uuidv7();
  of = await playFoodCase(desk, matter, { until: 'premises.inspected' });
});

async function filed(fixture: string): Promise<string> {
  const { exhibit } = await fileExhibit(desk, matter, fixture, { at: AT, of, name: '录像.mp4' });
  return exhibit;
}

async function problems(act: 'record.av.made' | 'record.av.stored', id: string) {
  const fields = act === 'record.av.made' ? { id, of } : { id };
  const request = requestOf(desk, { who: 'o1', act, at: AT, fields });
  const verdict = await desk.matters.check(await desk.actor('o1'), matter, request);
  return verdict.problems;
}

describe('a recording', () => {
  it.each(['notice.pdf', 'photo.jpg', 'notes.txt'])(
    'is not %s, whatever its name',
    async (name) => {
      const id = await filed(name);
      const refused = [
        {
          pointer: '/fields/id',
          code: 'field/wrong-medium',
          message: '这份材料不是录音或者录像，请另选。',
        },
      ];
      expect(await problems('record.av.made', id)).toEqual(refused);
      expect(await problems('record.av.stored', id)).toEqual(refused);
      const request = requestOf(desk, {
        who: 'o1',
        act: 'record.av.made',
        at: AT,
        fields: { id, of },
      });
      const done = desk.matters.act(await desk.actor('o1'), matter, request, null);
      await expect(done).rejects.toMatchObject({ reason: { code: 'input/invalid' } });
    },
  );

  it.each(['clip.mp4', 'browser.webm', 'voice.m4a', 'voice.wav'])('may be %s', async (name) => {
    const id = await filed(name);
    expect(await problems('record.av.made', id)).toEqual([]);
    expect(await problems('record.av.stored', id)).toEqual([]);
  });
});
