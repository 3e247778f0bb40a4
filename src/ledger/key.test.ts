import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import {
  hex,
  log,
  spec,
  vectorPrivateKey,
  vectorSigner,
} from '../../test/vectors/ledger/vectors.ts';
import { encodeBase64 } from './base64.ts';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import { nodeHashes } from './hashes.node.ts';
import {
  ed25519Signer,
  formatVkey,
  parseVkey,
  sm2Signer,
  verifierKey,
  verifySignature,
} from './key.ts';
import { refusal } from './refusal.testkit.ts';

const hashes = nodeHashes;
const random = (length: number): Uint8Array => new Uint8Array(length).fill(9);

test('keys of the vectors, made from their private keys', () => {
  expect(formatVkey(vectorSigner('log').key)).toBe(log.vkeys.log);
  expect(formatVkey(vectorSigner('witness').key)).toBe(log.vkeys.witness);
  const sm2 = sm2Signer(hashes, log.origin, 'log', vectorPrivateKey('logSm2'), random);
  expect(formatVkey(sm2.key)).toBe(log.vkeys.logSm2);
});

test.each([...Object.values(log.vkeys), spec.signedNote.vkey, spec.goNote.vkey])(
  '%s reads back',
  (vkey) => {
    expect(formatVkey(parseVkey(hashes, vkey))).toBe(vkey);
  },
);

test('use and algorithm are part of the key ID', () => {
  const key = parseVkey(hashes, log.vkeys.log);
  const witness = verifierKey(hashes, key.name, 'witness', 'ed25519', key.publicKey);
  expect(witness.id).not.toBe(key.id);
  const secret = vectorPrivateKey('logSm2');
  const uses = (['log', 'witness'] as const).map(
    (use) => sm2Signer(hashes, log.origin, use, secret, random).key,
  );
  expect(uses[0]?.id).not.toBe(uses[1]?.id);
  for (const sm2 of uses) expect(parseVkey(hashes, formatVkey(sm2))).toEqual(sm2);
});

const data = log.vkeys.log.split('+')[2] ?? '';
test.each<[string, string]>([
  ['key/format', ''],
  ['key/format', 'name'],
  ['key/format', 'name+ca782e65'],
  ['key/format', `${log.origin}+CA782E65+${data}`],
  ['key/format', `${log.origin}+ca782e6+${data}`],
  ['key/id', `${log.origin}+ca782e66+${data}`],
  ['key/id', `other+ca782e65+${data}`],
  ['key/name', `+ca782e65+${data}`],
  ['key/name', `a b+ca782e65+${data}`],
  ['key/name', `a\u3000b+ca782e65+${data}`],
  ['key/algorithm', `a+ca782e65+${encodeBase64(new Uint8Array(33))}`],
  ['key/algorithm', `a+ca782e65+${encodeBase64(concatBytes(Uint8Array.of(255), utf8('other')))}`],
  ['key/public-key', `a+ca782e65+${encodeBase64(Uint8Array.of(1, 2, 3))}`],
  ['base64/not-canonical', `${log.vkeys.log}=`],
  ['base64/not-canonical', `${log.vkeys.log.slice(0, -1)} `],
])('refuses %s: %s', (code, text) => {
  expect(refusal(() => parseVkey(hashes, text))).toBe(code);
});

test('an SM2 key off the curve is refused', () => {
  const { publicKey } = parseVkey(hashes, log.vkeys.logSm2);
  const off = publicKey.slice();
  off[10] = (off[10] ?? 0) ^ 1;
  const make = () => verifierKey(hashes, log.origin, 'log', 'sm2', off);
  expect(refusal(make)).toBe('key/public-key');
});

test.each(spec.ed25519)('RFC 8032 §7.1: $publicKey', ({ seed, publicKey, message, signature }) => {
  const signer = ed25519Signer(hashes, 'rfc8032', 'log', hex(seed));
  expect(toHex(signer.key.publicKey)).toBe(publicKey);
  expect(toHex(signer.sign(hex(message)))).toBe(signature);
  expect(verifySignature(hashes, signer.key, hex(message), hex(signature))).toBe(true);
});

test('S raised by the group order is refused: no second signature for the same message', () => {
  const [first] = spec.ed25519;
  if (first === undefined) throw new Error('no vector');
  const { key } = ed25519Signer(hashes, 'rfc8032', 'log', hex(first.seed));
  const signature = hex(first.signature);
  // S + L satisfies the equation; RFC 8032 §5.1.7 demands S < L.
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;
  const s = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + L;
  const raised = hex(s.toString(16).padStart(64, '0')).reverse();
  const malleable = concatBytes(signature.subarray(0, 32), raised);
  expect(verifySignature(hashes, key, hex(first.message), malleable)).toBe(false);
  expect(verifySignature(hashes, key, hex(first.message), signature.subarray(1))).toBe(false);
});

test('a key of small order, under which one signature fits every message, is refused', () => {
  const identity = Uint8Array.of(1, ...new Uint8Array(31));
  const key = verifierKey(hashes, 'small', 'log', 'ed25519', identity);
  const signature = concatBytes(identity, new Uint8Array(32));
  expect(ed25519.verify(signature, utf8('any'), identity, { zip215: true })).toBe(true);
  expect(verifySignature(hashes, key, utf8('any'), signature)).toBe(false);
});
