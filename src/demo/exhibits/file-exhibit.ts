/** From bytes to a file in the store with all that the desk's own inspection finds in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../../evidence/formats.ts';
import type { Inspection } from '../../evidence/media/inspect.ts';
import { openInspector } from '../../evidence/media/inspector.ts';
import type { StoredFile } from '../../evidence/upload/upload.ts';
import type { BlobStore } from '../../platform/storage/blob-store.ts';

/** Puts files into the store. */
export interface Filing {
  /**
   * The file as stored. `alike` names a file it differs from only by its mark: what was found in that is taken for this.
   *
   * @throws EvidenceRefused as `inspect`; StorageError
   */
  file(bytes: Uint8Array, name: string, alike?: string): Promise<StoredFile>;
  close(): void;
}

const MAX_PIXELS = 256_000_000;

export function openFiling(blobs: BlobStore, now: () => number): Filing {
  const inspector = openInspector();
  const known = new Map<string, Promise<Inspection>>();

  async function look(bytes: Uint8Array, name: string): Promise<Inspection> {
    const folder = await mkdtemp(join(tmpdir(), 'zhuding-demo-'));
    try {
      const path = join(folder, 'exhibit');
      await writeFile(path, bytes);
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const claims = { extension, type: null, maxPixels: MAX_PIXELS, now: now() };
      return await inspector.inspect(path, claims);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async file(bytes, name, alike) {
      const found =
        alike === undefined ? look(bytes, name) : (known.get(alike) ?? look(bytes, name));
      if (alike !== undefined) known.set(alike, found);
      const { format, media, thumbnail } = await found;
      return {
        name,
        format,
        descriptor: await blobs.put(bytes, FORMATS[format].type),
        media: { ...media, codecs: [...media.codecs] },
        thumbnail: thumbnail === null ? null : await blobs.put(thumbnail, 'image/webp'),
        warnings: [],
      };
    },
    close: () => inspector.close(),
  };
}
