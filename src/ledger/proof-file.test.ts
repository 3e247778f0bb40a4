import { expect, test } from 'vitest';
import {
  commitment,
  log,
  proofs,
  vectorField,
  vectorFile,
  vectorSalt,
} from '../../test/vectors/ledger/vectors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { decodeUtf8, toHex, utf8 } from './bytes.ts';
import { canonicalize, type JsonObject, parseCanonical } from './canonical-json.ts';
import { nodeHashes } from './hashes.node.ts';
import { formatNote, parseNote } from './note.ts';
import { formatProofFile, parseProofFile } from './proof-file.ts';
import { refusal } from './refusal.testkit.ts';

const bytes = vectorFile(proofs.proofFile.path);
const text = decodeUtf8(bytes) ?? '';
const withKeys = vectorFile('index-1-vkeys.tlog-proof');

test('the published proof file, made from its parts', () => {
  const all = parseNote(vectorFile('checkpoint-1000.note'));
  const signatures = all.signatures.filter(({ keyId }) => keyId !== '9d655015');
  const made = formatProofFile({
    index: 1,
    path: proofs.inclusion.path.map(decodeBase64),
    checkpoint: formatNote({ text: all.text, signatures }),
    extra: {
      event: utf8(commitment.event.bytes),
      salt: vectorSalt(0),
      open: { party: vectorField('party') },
    },
  });
  expect(made).toEqual(bytes);
  expect(made).toHaveLength(proofs.proofFile.length);
  expect(toHex(nodeHashes.sha256(made))).toBe(proofs.proofFile.sha256);
});

test('reads back with and without its own keys, and without extra', () => {
  for (const file of [bytes, withKeys]) expect(formatProofFile(parseProofFile(file))).toEqual(file);
  expect(parseProofFile(withKeys).extra?.vkeys).toEqual([
    log.vkeys.log,
    log.vkeys.logSm2,
    log.vkeys.witness,
  ]);
  const bare = text.replace(/^extra .*\n/m, '');
  expect(parseProofFile(utf8(bare))).not.toHaveProperty('extra');
  expect(decodeUtf8(formatProofFile(parseProofFile(utf8(bare))))).toBe(bare);
});

test('a path may be empty: the only entry of a log', () => {
  const single = text.replace(/(^index 1\n)[^]*?\n\n/m, 'index 0\n\n');
  expect(parseProofFile(utf8(single))).toMatchObject({ index: 0, path: [] });
});

function withExtra(change: (extra: JsonObject) => unknown): Uint8Array {
  const [, base64 = ''] = /^extra (.*)$/m.exec(text) ?? [];
  const extra = parseCanonical(decodeBase64(base64)) as JsonObject;
  const changed = encodeBase64(utf8(canonicalize(change(extra) as JsonObject)));
  return utf8(text.replace(base64, changed));
}

const hash = proofs.inclusion.path[0] ?? '';
test.each<[string, string]>([
  ['proof-file/header', ''],
  ['proof-file/header', text.replace('@v1', '@v2')],
  ['proof-file/header', `\ufeff${text}`],
  ['proof-file/header', text.replaceAll('\n', '\r\n')],
  ['proof-file/lines', 'c2sp.org/tlog-proof@v1\nindex 1\n'],
  ['proof-file/index', text.replace('index 1', 'index 01')],
  ['proof-file/index', text.replace('index 1', 'index +1')],
  ['proof-file/index', text.replace('index 1', 'index 1 ')],
  ['proof-file/index', text.replace('index 1', 'index -1')],
  ['proof-file/index', text.replace('index 1', 'index 9007199254740992')],
  ['proof-file/index', text.replace('index 1\n', '')],
  ['proof-file/index', text.replace(/^extra.*\n/m, (line) => line + line)],
  ['proof-file/index', text.replace('\nextra ', '\nextra: ')],
  ['base64/not-canonical', text.replace(hash, `${hash} `)],
  ['base64/not-canonical', text.replace(hash, `${hash.slice(0, -2)}V=`)],
  ['proof-file/lines', text.replace(hash, 'AAAA')],
  ['proof-file/lines', text.replace(`${hash}\n`, `${hash}\n`.repeat(60))],
  ['note/no-signature', text.slice(0, text.lastIndexOf('\n\n') + 1)],
  ['note/signature-line', text.slice(0, -1)],
  ['note/signature-line', `${text}\n`],
])('refuses %s', (code, changed) => {
  expect(refusal(() => parseProofFile(utf8(changed)))).toBe(code);
});

test.each<[string, string, (extra: JsonObject) => unknown]>([
  ['proof-file/extra', 'a list', () => []],
  ['proof-file/extra', 'a further member', (extra) => ({ ...extra, more: 1 })],
  ['proof-file/extra', 'no salt', ({ event, open }) => ({ event, open })],
  [
    'proof-file/extra',
    'an opening that is no list',
    (extra) => ({ ...extra, open: { party: 'x' } }),
  ],
  [
    'proof-file/extra',
    'an opening without value',
    (extra) => ({ ...extra, open: { party: ['AA'] } }),
  ],
  [
    'proof-file/extra',
    'an opening with more',
    (extra) => ({ ...extra, open: { party: ['AA', 1, 2] } }),
  ],
  ['proof-file/extra', 'keys that are no texts', (extra) => ({ ...extra, vkeys: [1] })],
  [
    'proof-file/extra',
    'a key twice',
    (extra) => ({ ...extra, vkeys: [log.vkeys.log, log.vkeys.log] }),
  ],
  ['proof-file/vkeys', 'a line without its key', (extra) => ({ ...extra, vkeys: [log.vkeys.log] })],
  ['base64/not-canonical', 'a padded salt', (extra) => ({ ...extra, salt: 'AA==' })],
])('refuses %s: %s', (code, _, change) => {
  expect(refusal(() => parseProofFile(withExtra(change)))).toBe(code);
});

test('refuses extra that is not canonical', () => {
  const [, base64 = ''] = /^extra (.*)$/m.exec(text) ?? [];
  const spaced = `${decodeUtf8(decodeBase64(base64))} `;
  const changed = text.replace(base64, encodeBase64(utf8(spaced)));
  expect(refusal(() => parseProofFile(utf8(changed)))).toBe('json/not-canonical');
});

test('refuses a file over 4 MiB unread', () => {
  expect(refusal(() => parseProofFile(new Uint8Array(4 * 1024 * 1024 + 1)))).toBe(
    'proof-file/too-long',
  );
});

test('the writer refuses keys that do not cover the signatures', () => {
  const file = parseProofFile(withKeys);
  if (file.extra === undefined) throw new Error('no extra');
  const partial = { ...file, extra: { ...file.extra, vkeys: [log.vkeys.log] } };
  expect(refusal(() => formatProofFile(partial))).toBe('proof-file/vkeys');
});
