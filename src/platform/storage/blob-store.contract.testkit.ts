/** What every blob store must do. Called inside a test file with a way to open an empty store. */

import { stat, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { BlobDescriptor } from '../../ledger/index.ts';
import type { BlobStore } from './blob-store.ts';
import { describeBytes } from './description.ts';

/** The worked example of the descriptor's format, with its hashes by `sha256sum` and `openssl dgst -sm3`. */
export const HELLO = new TextEncoder().encode('hello, evidence\n');
export const HELLO_DESCRIPTOR: BlobDescriptor = {
  chunk: 1048576,
  mroot: 'Ix2vtq5OG2AweJx0PJ8fsbc5UppzuK1Ucm8kkWkLuzI',
  sha256: '90b6fe9977fd1f068572beb279b9440572104f327c0b3568e5edbf17f8630c2e',
  size: 16,
  sm3: '738a349b3f8accc162108ace7c6d50b6c070e79e62b96321d29f9b679d557bf9',
  type: 'text/plain',
};

/** Bytes no two places of which look alike: `length` of them, other ones for another seed. */
export function numbered(length: number, seed = 1): Uint8Array {
  const words = Uint32Array.from({ length: Math.ceil(length / 4) }, (_, index) =>
    Math.imul(index + seed, 2654435761),
  );
  return new Uint8Array(words.buffer).slice(0, length);
}

export function blobStoreContract(open: () => Promise<BlobStore>): void {
  it('gives back what was put, described by hashes other programs compute', async () => {
    const store = await open();
    expect(await store.put(HELLO, 'text/plain')).toEqual(HELLO_DESCRIPTOR);
    expect(await bytesOf(store, HELLO_DESCRIPTOR.sha256)).toEqual(Buffer.from(HELLO));
    expect(await store.stat(HELLO_DESCRIPTOR.sha256)).toEqual({ size: 16 });
    expect(await store.verify(HELLO_DESCRIPTOR)).toEqual({ ok: true });
  });

  it('stores nothing as well', async () => {
    const store = await open();
    const descriptor = await store.put(new Uint8Array(), 'text/plain');
    expect(descriptor.sha256).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(await bytesOf(store, descriptor.sha256)).toHaveLength(0);
    expect(await store.verify(descriptor)).toEqual({ ok: true });
  });

  it('takes over a file and leaves nothing in its place', async () => {
    const store = await open();
    const bytes = numbered(3 * 1048576 + 17);
    const description = describeBytes(bytes, 'video/mp4');
    const path = store.temporary();
    await writeFile(path, bytes);
    await store.adopt(path, description);
    await expect(stat(path)).rejects.toThrow('ENOENT');
    expect((await bytesOf(store, description.descriptor.sha256)).equals(bytes)).toBe(true);
    expect(await store.verify(description.descriptor)).toEqual({ ok: true });
  });

  it('reads any range of bytes', async () => {
    const store = await open();
    const bytes = numbered(1000);
    const { sha256 } = await store.put(bytes, 'image/png');
    for (const [start, end] of [
      [0, 1000],
      [0, 1],
      [999, 1000],
      [10, 20],
      [500, 500],
    ] as const) {
      expect(await bytesOf(store, sha256, { start, end })).toEqual(
        Buffer.from(bytes.slice(start, end)),
      );
    }
  });

  it('stores the same bytes once, however often and however many at a time', async () => {
    const store = await open();
    const bytes = numbered(2 * 1048576 + 5);
    const put = Array.from({ length: 8 }, () => store.put(bytes, 'video/mp4'));
    const [first, ...others] = await Promise.all(put);
    for (const other of others) expect(other).toEqual(first);
    expect(await store.put(bytes, 'video/mp4')).toEqual(first);
  });

  it('refuses a file that is not as long as described, and keeps it out', async () => {
    const store = await open();
    const description = describeBytes(numbered(100), 'image/png');
    const path = store.temporary();
    await writeFile(path, numbered(99));
    await expect(store.adopt(path, description)).rejects.toMatchObject({ code: 'storage/damaged' });
    expect(await store.stat(description.descriptor.sha256)).toBeNull();
  });

  it('says when a blob is missing, before giving any byte', async () => {
    const store = await open();
    const { sha256 } = HELLO_DESCRIPTOR;
    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'storage/missing' });
    expect(await store.stat(sha256)).toBeNull();
    expect(await store.verify(HELLO_DESCRIPTOR)).toEqual({ ok: false, missing: true });
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, 'a'.repeat(65)])(
    'takes nothing but a hash for a name: %j',
    async (name) => {
      const store = await open();
      await expect((async () => store.read(name))()).rejects.toThrow('not a SHA-256');
      await expect(store.stat(name)).rejects.toThrow('not a SHA-256');
    },
  );

  it('[QZ-18b] only adds: there is no way to change or delete a blob', async () => {
    const store = await open();
    expect(Object.keys(store).sort()).toEqual(
      ['adopt', 'put', 'read', 'stat', 'temporary', 'verify'], // a new name here needs a new look at the law
    );
  });
}

async function bytesOf(
  store: BlobStore,
  sha256: string,
  range?: { start: number; end: number },
): Promise<Buffer> {
  return buffer(await store.read(sha256, range));
}
