import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { log } from '../../test/vectors/ledger/vectors.ts';
import { decodeUtf8, utf8 } from '../ledger/bytes.ts';
import { bytesOf, makeProof } from './proof-maker.testkit.ts';
import { processIo, runVerify } from './verify.cli.ts';

const vectors = fileURLToPath(new URL('../../test/vectors/ledger/', import.meta.url));
const published = `${vectors}index-1.tlog-proof`;
const withKeys = `${vectors}index-1-vkeys.tlog-proof`;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runVerify(argv, {
    ...processIo,
    out(text) {
      said.out += text;
    },
    err(text) {
      said.err += text;
    },
  });
  return { code, ...said };
}

test('0: proven, in plain words', async () => {
  const { code, out, err } = await run(
    published,
    '--key',
    log.vkeys.log,
    '--key',
    log.vkeys.witness,
  );
  expect(code).toBe(0);
  expect(err).toBe('');
  expect(out.split('\n')).toEqual([
    '结论：已证明',
    `文件：${published}`,
    '',
    '证明了：',
    '  环节类型：evidence.sealed',
    '  记录时间：2026年3月2日 09:02:03（北京时间）',
    '  所在事项：0195f000-0000-7000-8000-00000000000a，第 1 个环节',
    '  所在日志：log.example.gov.cn/350502，第 1 号，日志共 1000 条',
    '  公开内容：kind = 现场笔录',
    '  打开内容：party = 某某食品店',
    '  日志签名：log.example.gov.cn/350502+ca782e65，Ed25519，公钥由您指定',
    '  见证签名：witness.example.gov.cn/350500+6a5cc706，Ed25519，公钥由您指定，2026年3月2日 09:03:20（北京时间）',
    '',
    '逐项核对：',
    '  [通过] 文件格式完整，没有多余或缺少的内容。',
    '  [通过] 附带的记录原文写法规范，并且属于这个日志。',
    '  [通过] 打开的一项“party”与封存时一致。',
    '  [通过] 记录在检查点所述的日志里，位于第 1 号（共 1000 条，从 0 起编号），一字未改。',
    '  [通过] 检查点由日志签名，您指定的公钥 log.example.gov.cn/350502+ca782e65（Ed25519）核对无误。',
    '  [通过] 见证人 witness.example.gov.cn/350500+6a5cc706（Ed25519）于2026年3月2日 09:03:20（北京时间）见过这个日志，签名核对无误。',
    '',
    '没有证明：',
    '  记录另有 1 项内容没有打开：看不到是什么，但同样不能再改动。',
    '  证明的是记录之后内容没有改动，不是记录之前内容真实；记录时间由服务器的时钟写下。',
    '',
  ]);
});

test('0: a file checked alone does not claim to know the issuer', async () => {
  const { code, out } = await run(withKeys);
  expect(code).toBe(0);
  expect(out).toContain('结论：已证明文件前后一致，签发者还需您另行核对');
  expect(out).toContain('公钥来自文件本身，任何人都能造出自带公钥的文件');
});

test('1: refuted, with the code of the finding', async () => {
  const text = decodeUtf8(await processIo.readFile(withKeys, 1e6)) ?? '';
  const path = save('tampered.tlog-proof', utf8(text.replace('\n1000\n', '\n1001\n')));
  const { code, out } = await run(path);
  expect(code).toBe(1);
  expect(out).toContain('结论：不成立');
  expect(out).toContain('（E_CP_SIG）');
  expect(out).not.toContain('证明了');
});

test.each<[string, Uint8Array]>([
  ['empty', new Uint8Array()],
  ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ['another text', utf8('你好\n')],
  ['a header alone', utf8('c2sp.org/tlog-proof@v1\n')],
  ['a header and noise', utf8('c2sp.org/tlog-proof@v1\nextra %%%\nindex 1\n\nx\n')],
])('1: malformed (%s) is refuted in one sentence', async (name, bytes) => {
  const { code, out, err } = await run(save(name, bytes));
  expect(code).toBe(1);
  expect(err).toBe('');
  expect(out).toMatch(
    /^结论：不成立\n文件：.*\n\n逐项核对：\n {2}\[不符\] [^\n]*。（E_FORMAT）\n$/,
  );
});

test('2: no key to check with', async () => {
  const { code, out } = await run(published);
  expect(code).toBe(2);
  expect(out).toContain('结论：无法判断');
  expect(out).toContain('请用 --key 指定');
});

test('2: unreadable or too long', async () => {
  const missing = await run(join(folder, 'missing'));
  expect(missing).toMatchObject({ code: 2, out: '' });
  expect(missing.err).toContain('没有这个文件');
  const directory = await run(folder);
  expect(directory).toMatchObject({ code: 2, out: '' });
  expect(directory.err).toContain('这是一个文件夹');
  const endless = await run('/dev/zero');
  expect(endless).toMatchObject({ code: 2, out: '' });
  expect(endless.err).toContain('文件超过');
});

test.each([[], ['a', 'b'], ['--nonsense', 'a'], ['a', '--key']])('2: usage %j', async (...argv) => {
  const { code, out, err } = await run(...argv);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('用法：zhuding verify');
});

test('2: a key that is none', async () => {
  const { code, err } = await run(
    published,
    '--key',
    log.vkeys.log.replace('ca782e65', 'ca782e66'),
  );
  expect(code).toBe(2);
  expect(err).toBe('--key 指定的公钥不能用：公钥的编号与公钥不符。\n');
});

test('0: help', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toContain('用法：zhuding verify');
});

test('--json gives the report', async () => {
  const { code, out } = await run(published, '--json', `--key=${log.vkeys.log}`);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    file: published,
    outcome: 'proven',
    facts: { index: 1, size: 1000, opened: { party: '某某食品店' } },
    checks: [{ check: 'format', outcome: 'proven' }, {}, {}, {}, {}],
  });
});

test('what a file says cannot command the terminal or turn the writing', async () => {
  const party = { value: 'a\u001b[2Jb\u202ec\u2028d\u009be', salt: bytesOf('party') };
  const path = save('hostile', makeProof({ fields: { party } }));
  const text = await run(path);
  expect(text.out).toContain('party = a\\u001b[2Jb\\u202ec\\u2028d\\u009be');
  const json = await run(path, '--json');
  expect(json.out.trimEnd()).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
  expect(JSON.parse(json.out)).toMatchObject({ facts: { opened: { party: party.value } } });
});

test('a long value is cut and its length told', async () => {
  const party = { value: '长'.repeat(800), salt: bytesOf('party') };
  const { out } = await run(save('long', makeProof({ fields: { party } })));
  expect(out).toContain(`party = ${'长'.repeat(500)}…（共 800 字）\n`);
});
