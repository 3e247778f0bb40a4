import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from './base64.ts';
import { refusal } from './refusal.testkit.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

test('encodes as Node does and decodes its own text', () => {
  fc.assert(
    fc.property(bytes, (data) => {
      expect(encodeBase64(data)).toBe(Buffer.from(data).toString('base64'));
      expect(encodeBase64Url(data)).toBe(Buffer.from(data).toString('base64url'));
      expect(decodeBase64(encodeBase64(data))).toEqual(data);
      expect(decodeBase64Url(encodeBase64Url(data))).toEqual(data);
    }),
  );
});

test.each(['q2I', 'q2I==', 'q2I =', 'q2J=', 'q2I=\n', '=', 'A', 'AA=A', 'q2-=', '中'])(
  'padded base64 refuses %j',
  (text) => {
    expect(refusal(() => decodeBase64(text))).toBe('base64/not-canonical');
  },
);

test.each(['q2I=', 'q2J', 'q2+', 'q', 'q2I '])('base64url refuses %j', (text) => {
  expect(refusal(() => decodeBase64Url(text))).toBe('base64/not-canonical');
});

test('any changed character is refused or gives other bytes', () => {
  const text = encodeBase64(Uint8Array.from({ length: 32 }, (_, i) => i * 7));
  for (let i = 0; i < text.length; i++) {
    for (const char of 'AQgwZ19+/=') {
      const changed = text.slice(0, i) + char + text.slice(i + 1);
      if (changed === text) continue;
      const result = refusal(() => {
        expect(decodeBase64(changed)).not.toEqual(decodeBase64(text));
      });
      expect([undefined, 'base64/not-canonical']).toContain(result);
    }
  }
});
