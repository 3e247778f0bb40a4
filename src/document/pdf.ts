import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** Reading PDF files back: text, page count, pictures of pages. For the archive, thumbnails and tests. */

let library: Promise<PDFiumLibrary> | undefined;

async function withDocument<Result>(
  bytes: Uint8Array,
  use: (document: PDFiumDocument) => Result | Promise<Result>,
): Promise<Result> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}

/**
 * Text of a PDF, one entry a page, lines separated by `\n`.
 *
 * @throws Error when the bytes are not a PDF
 */
export function pdfText(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, (document) =>
    [...document.pages()].map((page) => page.getText().replaceAll('\r\n', '\n')),
  );
}

/** Number of pages of a PDF. @throws Error when the bytes are not a PDF */
export function pdfPageCount(bytes: Uint8Array): Promise<number> {
  return withDocument(bytes, (document) => document.getPageCount());
}

/**
 * A page as a PNG picture on white.
 *
 * @param page counted from 1
 * @param scale 1 gives 72 pixels an inch
 * @throws RangeError when the PDF has no such page
 */
export function renderPage(bytes: Uint8Array, page: number, scale: number): Promise<Uint8Array> {
  return withDocument(bytes, async (document) => {
    if (!Number.isInteger(page) || page < 1 || page > document.getPageCount()) {
      throw new RangeError(`no page ${page}`);
    }
    const picture = await document.getPage(page - 1).render({
      scale,
      render: ({ data, width, height }) =>
        sharp(data, { raw: { width, height, channels: 4 } })
          .png()
          .toBuffer(),
    });
    return Uint8Array.from(picture.data);
  });
}
