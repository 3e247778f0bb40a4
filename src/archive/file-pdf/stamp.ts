/** The page number of an archived file, at the upper right of a page as it is read (GB/T 9705-2008). */
import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

/** Points, on a page of A4; larger pages take larger figures. */
const SIZE = 11;
const FROM_RIGHT = 28;
const FROM_TOP = 28;
const A4_WIDTH = 595;

/** Prints `number` on white: pages out of a scanner may be dark in the corner. */
export function stampNumber(page: PDFPage, number: number, font: PDFFont): void {
  const text = String(number);
  const box = page.getCropBox();
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270; // multiples of 90 only (ISO 32000-1 §7.7.3.3)
  const isTurned = turn === 90 || turn === 270;
  const width = isTurned ? box.height : box.width;
  const height = isTurned ? box.width : box.height;
  const scale = Math.max(Math.min(width, height) / A4_WIDTH, 0.25);
  const size = SIZE * scale;
  const left = width - FROM_RIGHT * scale - font.widthOfTextAtSize(text, size);
  const base = height - FROM_TOP * scale;
  const place = (x: number, y: number) => {
    const [dx, dy] = {
      0: [x, y] as const,
      90: [box.width - y, x] as const,
      180: [box.width - x, box.height - y] as const,
      270: [y, box.height - x] as const,
    }[turn];
    return { x: box.x + dx, y: box.y + dy, rotate: degrees(turn) };
  };
  const pad = 2 * scale;
  page.drawRectangle({
    ...place(left - pad, base - pad),
    width: font.widthOfTextAtSize(text, size) + 2 * pad,
    height: size + pad,
    color: rgb(1, 1, 1),
  });
  page.drawText(text, { ...place(left, base), size, font, color: rgb(0, 0, 0) });
}
