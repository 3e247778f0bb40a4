import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hmacPads, mintToken } from './context.ts';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index));

describe('mintToken', () => {
  it('writes the fields and their HMAC-SHA-256', () => {
    // printf 'v1.350502.1795243800.4711' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
    expect(mintToken(KEY, '350502', 1_795_243_800, 4711)).toBe(
      'v1.350502.1795243800.4711.' +
        '42bb92f7b6033dcbb2b0560e11c972b209bc5b98c3990d49257dce44e0593f13',
    );
  });

  it.each(['', 'a.b', 'a b', '泉鲤', 'a'.repeat(65), '1\n'])('refuses bureau id %j', (id) => {
    expect(() => mintToken(KEY, id, 1, 1)).toThrow(RangeError);
  });
});

describe('hmacPads', () => {
  it('are what the two hashes of HMAC begin with', () => {
    const { inner, outer } = hmacPads(KEY);
    const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
    const message = Buffer.from('v1.350502.1795243800.4711');
    expect(
      sha256(Buffer.concat([outer, sha256(Buffer.concat([inner, message]))])).toString('hex'),
    ).toBe('42bb92f7b6033dcbb2b0560e11c972b209bc5b98c3990d49257dce44e0593f13');
  });
});
