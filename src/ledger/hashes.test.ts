import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spec } from '../../test/vectors/ledger/vectors.ts';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import type { HashStream } from './hashes.ts';
import { nodeHashes } from './hashes.node.ts';
import { pureHashes } from './hashes.pure.ts';

const ABC_SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

function oracle(algorithm: 'sha256' | 'sm3', bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

function feed(stream: HashStream, parts: readonly Uint8Array[]): string {
  for (const part of parts) stream.update(part);
  return toHex(stream.digest());
}

describe.each([
  ['node', nodeHashes],
  ['pure', pureHashes],
])('%s', (_name, hashes) => {
  test('published vectors', () => {
    for (const { text, hash } of spec.sm3) expect(toHex(hashes.sm3(utf8(text)))).toBe(hash);
    expect(toHex(hashes.sha256(utf8('abc')))).toBe(ABC_SHA256);
    expect(toHex(hashes.dual(utf8('abc')))).toBe(`${ABC_SHA256}${spec.sm3[0]?.hash}`);
  });

  test('every length across several blocks, and long inputs', () => {
    const lengths = [...Array.from({ length: 260 }, (_, i) => i), 4095, 4096, 4097, 100_003];
    for (const length of lengths) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
      expect(toHex(hashes.sha256(bytes))).toBe(oracle('sha256', bytes));
      expect(toHex(hashes.sm3(bytes))).toBe(oracle('sm3', bytes));
      expect(toHex(hashes.dual(bytes))).toBe(oracle('sha256', bytes) + oracle('sm3', bytes));
    }
  });

  test('the cut into parts does not matter, at once or streaming', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (parts) => {
        const whole = concatBytes(...parts);
        expect(toHex(hashes.sha256(...parts))).toBe(oracle('sha256', whole));
        expect(toHex(hashes.sm3(...parts))).toBe(oracle('sm3', whole));
        expect(toHex(hashes.dual(...parts))).toBe(oracle('sha256', whole) + oracle('sm3', whole));
        expect(feed(hashes.sha256Stream(), parts)).toBe(oracle('sha256', whole));
        expect(feed(hashes.sm3Stream(), parts)).toBe(oracle('sm3', whole));
      }),
    );
  });

  test('a result stays as it is when the next one is made', () => {
    const first = hashes.sha256(utf8('abc'));
    hashes.sha256(utf8('other'));
    expect(toHex(first)).toBe(ABC_SHA256);
  });
});
