import { readFile } from 'node:fs/promises';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { type Media, plainMedia } from './media.ts';
import { THUMBNAIL_QUALITY, THUMBNAIL_SIDE } from './photo.ts';

/** PDF files: number of pages and a picture of the first. */

/** A PDF as a reader sees it. `isLocked`: it opens only with a password. */
export interface PdfPages {
  readonly media: Media;
  readonly isLocked: boolean;
  /** WebP */
  readonly thumbnail: Uint8Array | null;
}

/** Larger files are not opened: the reader needs all of a file in memory. */
const LARGEST = 200 * 1024 * 1024;
let library: Promise<PDFiumLibrary> | undefined;

/** @throws Error when it is no PDF that a reader can open */
export async function readPdf(path: string, size: number): Promise<PdfPages> {
  const media = plainMedia('document');
  if (size > LARGEST) return { media, isLocked: false, thumbnail: null };
  const document = await openDocument(await readFile(path));
  if (document === 'locked') return { media, isLocked: true, thumbnail: null };
  try {
    const pages = document.getPageCount();
    const thumbnail = pages > 0 ? await firstPage(document).catch(() => null) : null;
    return { media: { ...media, pages }, isLocked: false, thumbnail };
  } finally {
    document.destroy();
  }
}

async function openDocument(bytes: Uint8Array): Promise<PDFiumDocument | 'locked'> {
  library ??= PDFiumLibrary.init();
  try {
    return await (await library).loadDocument(bytes);
  } catch (error) {
    // The library tells its errors by their words only.
    if (error instanceof Error && /password/iu.test(error.message)) return 'locked';
    throw error;
  }
}

/** Scaled before it is drawn: a page may be five metres wide. */
async function firstPage(document: PDFiumDocument): Promise<Uint8Array> {
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const { data } = await page.render({
    scale: THUMBNAIL_SIDE / Math.max(originalWidth, originalHeight),
    render: ({ data: pixels, width, height }) =>
      sharp(pixels, { raw: { width, height, channels: 4 } })
        .flatten({ background: 'white' })
        .webp({ quality: THUMBNAIL_QUALITY })
        .toBuffer(),
  });
  return data;
}
