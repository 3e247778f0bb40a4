import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { nodeHashes } from './hashes.node.ts';
import { parseVkey } from './key.ts';
import { temporaryFolder } from './ledger.testkit.ts';
import { openLogKeys } from './log-keys.store.ts';
import type { LogStop } from './log-stop.ts';
import { logOrigin } from './origin.ts';

let dataDir = '';
let path = '';

beforeEach(async () => {
  dataDir = await temporaryFolder();
  path = join(dataDir, 'keys', '350502.json');
});

async function refusal(bureau = '350502', prefix?: string): Promise<string | undefined> {
  const error = await openLogKeys(dataDir, prefix)
    .find(bureau)
    .catch((one: LogStop) => one);
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

test('keys are made once, by whoever comes first, and are the same for everybody', async () => {
  expect(await openLogKeys(dataDir).find('350502')).toBeNull();
  const made = await Promise.all([1, 2, 3, 4].map(() => openLogKeys(dataDir).create('350502')));
  const again = await openLogKeys(dataDir).find('350502');
  for (const keys of made) expect(keys.vkeys).toEqual(again?.vkeys);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
});

test('each bureau has its own three keys, named as its log and its shadow', async () => {
  const keys = openLogKeys(dataDir);
  const [mine, other] = [await keys.create('350502'), await keys.create('350502-2')];
  expect(mine.vkeys.map((vkey) => parseVkey(nodeHashes, vkey))).toMatchObject([
    { name: 'zhuding.local/log/350502', use: 'log', algorithm: 'ed25519' },
    { name: 'zhuding.local/log/350502', use: 'log', algorithm: 'sm2' },
    { name: 'zhuding.local/log/350502/sm3', use: 'log', algorithm: 'sm2' },
  ]);
  const all = [...mine.vkeys, ...other.vkeys].map((vkey) => parseVkey(nodeHashes, vkey));
  expect(new Set(all.map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))).size).toBe(6);
  for (const vkey of mine.vkeys) expect(await readFile(path, 'utf8')).not.toContain(vkey);
});

test('a damaged file and another prefix are refused with words', async () => {
  await openLogKeys(dataDir, 'example.gov.cn/log').create('350502');
  expect(await refusal('350502', 'example.gov.cn/log')).toBeUndefined();
  expect(await refusal('350502')).toBe('log/origin-differs');
  const whole = await readFile(path, 'utf8');
  for (const damaged of [
    '',
    'null',
    whole.slice(0, -10),
    whole.replace('"ed25519": "', '"ed25519": "0'),
    whole.replace('v1', 'v2'),
    whole.replace(/"sm2": "[0-9a-f]{64}"/, `"sm2": "${'f'.repeat(64)}"`),
  ]) {
    await writeFile(path, damaged);
    expect(await refusal('350502', 'example.gov.cn/log')).toBe('log/keys-damaged');
  }
});

test.each(['', '35050', '350502-', '../350502', '350502/x', '350502.json', 'a50502'])(
  'what is not a bureau has no keys and no origin: %j',
  async (bureau) => {
    const keys = openLogKeys(dataDir);
    expect(() => keys.origin(bureau)).toThrow(RangeError);
    await expect(keys.find(bureau)).rejects.toThrow(RangeError);
    await expect(keys.create(bureau)).rejects.toThrow(RangeError);
  },
);

test('an origin is the prefix and the bureau, and can name a key', () => {
  expect(logOrigin('log.example.gov.cn', '350502')).toBe('log.example.gov.cn/350502');
  expect(logOrigin('zhuding.local/log', '350502-3')).toBe('zhuding.local/log/350502-3');
  for (const prefix of ['', '/log', 'log/', 'https://log', 'a log', 'a+b', 'a\nb']) {
    expect(() => logOrigin(prefix, '350502')).toThrow(RangeError);
  }
});
