/** The command `zhuding rehearse` (rehearsal format §1). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { penalty } from '../../test/support/lawful.ts';
import { pack } from '../../test/support/script.ts';
import { runRehearse } from './rehearse.cli.ts';

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhuding-rehearse-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...argv: string[]) => {
    const printed: string[] = [];
    const complained: string[] = [];
    const exit = runRehearse(
      argv,
      pack,
      (text) => printed.push(text),
      (text) => complained.push(text),
    );
    return { exit, printed, complained };
  };
  const file = (text: string) => {
    const path = join(folder, 'case.json');
    writeFileSync(path, text);
    return path;
  };
  it('prints one object and ends with 0, whatever was refused', () => {
    const { exit, printed, complained } = run(
      file(JSON.stringify(penalty().without('identity.shown').input())),
    );
    expect([exit, printed.length, complained]).toEqual([0, 1, []]);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      bureau: 'national',
      refused: expect.arrayContaining([2]),
    });
  });
  it.each([
    ['no JSON', '{"bureau":', 'input/malformed', ''],
    ['an empty file', '', 'input/malformed', ''],
    ['a missing field', '{"bureau":"wuding"}', 'input/field-missing', '/procedure'],
  ])('says what is wrong and ends with 2: %s', (_title, text, code, pointer) => {
    expect(run(file(text))).toEqual({
      exit: 2,
      printed: [JSON.stringify({ error: { code, pointer } })],
      complained: [],
    });
  });
  it('complains of a missing file or argument and ends with 2', () => {
    for (const argv of [[], [join(folder, 'nothing.json')], ['a', 'b']]) {
      const { exit, printed, complained } = run(...argv);
      expect([exit, printed, complained.length]).toEqual([2, [], 1]);
    }
  });
});
