import { describe, expect, it } from 'vitest';
import { readChecksum, readCount, readMetadata } from './tus.ts';

describe('counts', () => {
  it.each([
    ['0', 0],
    ['4294967296', 4294967296],
    ['007', 7],
  ])('%j is %i', (header, count) => {
    expect(readCount(header)).toBe(count);
  });

  it.each([undefined, '', '-1', '1.5', '1e3', ' 1', '0x10', '9999999999999999', '１'])(
    '%j is none',
    (header) => {
      expect(readCount(header)).toBeNull();
    },
  );
});

describe('metadata', () => {
  it('holds text of any script, and keys without a value', () => {
    const header = 'filename 54Wn54mHLmpwZw==, filetype aW1hZ2UvanBlZw==,is_confidential';
    expect([...(readMetadata(header) ?? [])]).toEqual([
      ['filename', '照片.jpg'],
      ['filetype', 'image/jpeg'],
      ['is_confidential', ''],
    ]);
  });

  it('may be missing', () => {
    expect(readMetadata(undefined)?.size).toBe(0);
    expect(readMetadata('')?.size).toBe(0);
  });

  it.each([
    ['no key', 'a YQ==,,b YQ=='],
    ['three words', 'a YQ== YQ=='],
    ['no Base64', 'a 照片'],
    ['Base64 without its end', 'a YQ'],
    ['Base64 for addresses', 'a _-8='],
    ['no UTF-8', 'a /w=='],
    ['a key twice', 'a YQ==,a Yg=='],
  ])('is refused with %s', (_, header) => {
    expect(readMetadata(header)).toBeNull();
  });
});

describe('checksums', () => {
  it('are those of the two algorithms offered', () => {
    expect(readChecksum(undefined)).toBeNull();
    expect(readChecksum('sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=')).toEqual({
      algorithm: 'sha1',
      digest: 'Kq5sNclPz7QV2+lfQIuc6R7oRu0=',
    });
  });

  it.each(['', 'md5 YQ==', 'sha1', 'SHA1 YQ==', 'sha1 YQ', 'sha1 YQ== x'])(
    '%j is not one',
    (header) => {
      expect(readChecksum(header)).toBe('unknown');
    },
  );
});
