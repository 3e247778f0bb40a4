/** Files put in evidence through the desk, as an upload and its inspection would have them. */
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FORMATS } from '../../src/evidence/formats.ts';
import { inspect } from '../../src/evidence/media/inspect.ts';
import { exhibitData } from '../../src/evidence/exhibit.ts';
import { type TestDesk, uuidv7 } from './desk.ts';

const MEDIA = new URL('../fixtures/media/', import.meta.url).pathname;

export interface FiledFixture {
  readonly exhibit: string;
  readonly sha256: string;
  readonly sm3: string;
}

export interface Filing {
  readonly at: string;
  readonly of?: number;
  readonly name?: string;
  readonly note?: string;
  readonly source?: string;
}

/** Files a fixture of `test/fixtures/media`, or bytes of one's own under that name, in evidence by the first officer. */
export async function fileExhibit(
  desk: TestDesk,
  matter: string,
  fixture: string,
  { at, ...claims }: Filing,
  own: Uint8Array | null = null,
): Promise<FiledFixture> {
  const bytes = own ?? new Uint8Array(await readFile(join(MEDIA, fixture)));
  const path = own === null ? join(MEDIA, fixture) : desk.blobs.temporary();
  if (own !== null) await writeFile(path, own);
  const extension = extname(fixture).slice(1);
  const found = await inspect(path, { extension, type: null, maxPixels: 1e9, now: Date.now() });
  const descriptor = await desk.blobs.put(bytes, FORMATS[found.format].type);
  const thumbnail = found.thumbnail && (await desk.blobs.put(found.thumbnail, 'image/webp'));
  const exhibit = uuidv7();
  await desk.desk.addExhibit(
    await desk.actor('o1'),
    matter,
    { id: uuidv7(), at },
    exhibitData(
      {
        name: fixture,
        format: found.format,
        descriptor,
        media: { ...found.media, codecs: [...found.media.codecs] },
        thumbnail,
        warnings: [],
      },
      { exhibit, ...claims },
    ),
  );
  return { exhibit, sha256: descriptor.sha256, sm3: descriptor.sm3 };
}
