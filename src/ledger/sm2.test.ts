import { randomBytes } from 'node:crypto';
import { sm2 as oracle } from 'sm-crypto-v2';
import { expect, test } from 'vitest';
import { checkpoint1000, hex, vectorPrivateKey } from '../../test/vectors/ledger/vectors.ts';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import { nodeHashes } from './hashes.node.ts';
import { refusal } from './refusal.testkit.ts';
import { sm2PublicKey, sm2Sign, sm2Verify, sm2Za } from './sm2.ts';

const hashes = nodeHashes;
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const ORACLE_OPTIONS = { hash: true, der: false, userId: '1234567812345678' };
const vector = checkpoint1000.sm2;
const privateKey = vectorPrivateKey('logSm2');
const publicKey = sm2PublicKey(privateKey);

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

function bytes32(n: bigint): Uint8Array {
  return hex(n.toString(16).padStart(64, '0'));
}

test('public key and ZA are those made with OpenSSL', () => {
  expect(toHex(publicKey)).toBe(vector.publicKey);
  expect(toHex(sm2Za(hashes, publicKey))).toBe(vector.za);
});

test('verifies what sm-crypto-v2 signs', () => {
  for (let i = 0; i < 20; i++) {
    const pair = oracle.generateKeyPairHex();
    const message = random(i * 13);
    const signature = hex(oracle.doSignature(message, pair.privateKey, ORACLE_OPTIONS));
    expect(sm2Verify(hashes, hex(pair.publicKey), message, signature)).toBe(true);
  }
});

test('signs what sm-crypto-v2 verifies', () => {
  for (let i = 0; i < 20; i++) {
    const secret = random(32);
    const message = random(i * 13);
    const signature = sm2Sign(hashes, secret, message, random);
    expect(signature).toHaveLength(64);
    const key = toHex(sm2PublicKey(secret));
    expect(oracle.doVerifySignature(message, toHex(signature), key, ORACLE_OPTIONS)).toBe(true);
    expect(sm2Verify(hashes, hex(key), message, signature)).toBe(true);
  }
});

test('a signature with an empty identifier is not accepted', () => {
  const signature = oracle.doSignature(utf8('text'), toHex(privateKey), {
    ...ORACLE_OPTIONS,
    userId: '',
  });
  expect(sm2Verify(hashes, publicKey, utf8('text'), hex(signature))).toBe(false);
});

test('any flipped bit of a signature is refused', () => {
  const message = utf8('text');
  const signature = sm2Sign(hashes, privateKey, message, random);
  for (let bit = 0; bit < 512; bit += 5) {
    const changed = signature.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(sm2Verify(hashes, publicKey, message, changed)).toBe(false);
  }
  expect(sm2Verify(hashes, publicKey, utf8('texu'), signature)).toBe(false);
});

test('r and s outside 1 to n-1, and r + s = n, are refused', () => {
  const message = utf8('text');
  const good = sm2Sign(hashes, privateKey, message, random);
  const [r, s] = [good.subarray(0, 32), good.subarray(32)];
  const zero = new Uint8Array(32);
  for (const [a, b] of [
    [zero, s],
    [r, zero],
    [bytes32(ORDER), s],
    [r, bytes32(ORDER)],
    [bytes32(1n), bytes32(ORDER - 1n)],
  ] as const) {
    expect(sm2Verify(hashes, publicKey, message, concatBytes(a, b))).toBe(false);
  }
  expect(sm2Verify(hashes, publicKey, message, good.subarray(1))).toBe(false);
});

test('a nonce is drawn again for every signature', () => {
  const signatures = [0, 1, 2].map(() => toHex(sm2Sign(hashes, privateKey, utf8('a'), random)));
  expect(new Set(signatures).size).toBe(3);
});

test('keys outside the curve are refused', () => {
  const off = publicKey.slice();
  off[64] = (off[64] ?? 0) ^ 1;
  for (const key of [off, publicKey.subarray(0, 64), new Uint8Array(65), sm2Compressed()]) {
    expect(refusal(() => sm2Verify(hashes, key, utf8('a'), new Uint8Array(64)))).toBe(
      'key/public-key',
    );
  }
  for (const secret of [new Uint8Array(32), bytes32(ORDER - 1n), new Uint8Array(31).fill(1)]) {
    expect(refusal(() => sm2PublicKey(secret))).toBe('key/format');
  }
});

function sm2Compressed(): Uint8Array {
  return concatBytes(Uint8Array.of(2 + ((publicKey[64] ?? 0) & 1)), publicKey.subarray(1, 33));
}
