/** The pages of a PDF ready to be bound: still, and with their numbers on them. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { drawAnnotations } from './annotations.ts';
import { stampNumber } from './stamp.ts';

/** Larger files are bound as pictures of their pages: taken apart, they would need many times their size in memory. */
const LARGEST = 32 * 1024 * 1024;
/** Pixels of the longer side of such a picture, about 150 an inch on A4. */
const PICTURE_SIDE = 1754;

/** The PDF holds another number of pages than was counted when it came in. */
export class PageCountError extends Error {}

/**
 * A document with exactly `pages` pages, numbered from `from` on where that is not null.
 *
 * @throws PageCountError, or Error when nothing can read the PDF
 */
export async function readPages(
  pdf: Uint8Array,
  pages: number | null,
  from: number | null,
): Promise<PDFDocument> {
  if (pdf.length <= LARGEST) {
    const document = await takenApart(pdf, pages, from).catch(() => null);
    if (document) return document;
  }
  const document = await asPictures(pdf);
  const found = document.getPageCount();
  if (pages !== null && found !== pages) throw new PageCountError(`${found} pages, not ${pages}`);
  await number(document, from);
  return document;
}

/** Throws for what the library cannot take apart: encrypted files, broken objects, pages it does not find. */
async function takenApart(
  pdf: Uint8Array,
  pages: number | null,
  from: number | null,
): Promise<PDFDocument> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  const found = document.getPageCount();
  if (pages !== null && found !== pages) throw new PageCountError(`${found} pages, not ${pages}`);
  for (const page of document.getPages()) drawAnnotations(page);
  await number(document, from);
  return document;
}

async function number(document: PDFDocument, from: number | null): Promise<void> {
  if (from !== null) {
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const [index, page] of document.getPages().entries())
      stampNumber(page, from + index, font);
  }
  await document.flush();
}

let library: Promise<PDFiumLibrary> | undefined;

async function asPictures(pdf: Uint8Array): Promise<PDFDocument> {
  library ??= PDFiumLibrary.init();
  const source = await (await library).loadDocument(pdf);
  try {
    const document = await PDFDocument.create({ updateMetadata: false });
    for (const page of source.pages()) {
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      const picture = await page.render({
        scale: PICTURE_SIDE / Math.max(width, height),
        render: (drawn) =>
          sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
            .flatten({ background: 'white' })
            .jpeg({ quality: 80 })
            .toBuffer(),
      });
      const image = await document.embedJpg(picture.data);
      document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
    }
    return document;
  } finally {
    source.destroy();
  }
}
