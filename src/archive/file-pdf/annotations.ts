/** What annotations show (seals, signatures, notes, filled form fields), drawn into the page: a page on file can do nothing. */
import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** Flags of an annotation that is not shown (ISO 32000-1 §12.5.3): hidden, no view. */
const UNSEEN = 0b10_0010;

/** Draws every visible annotation where it stands, by its normal appearance (§12.5.5). */
export function drawAnnotations(page: PDFPage): void {
  const { context } = page.doc;
  const annotations = page.node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
    const annotation = context.lookup(annotations?.get(index));
    if (annotation instanceof PDFDict && isSeen(annotation)) draw(page, annotation);
  }
}

function isSeen(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'));
  const subtype = annotation.lookup(PDFName.of('Subtype'))?.toString();
  const isHidden = flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0;
  return !isHidden && subtype !== '/Popup' && subtype !== '/Link';
}

function draw(page: PDFPage, annotation: PDFDict): void {
  const { context } = page.doc;
  const appearance = appearanceOf(annotation);
  const stream = context.lookup(appearance);
  const rect = numbers(annotation.lookup(PDFName.of('Rect')));
  if (!(stream instanceof PDFStream) || rect?.length !== 4) return;
  const box = numbers(stream.dict.lookup(PDFName.of('BBox')));
  if (box?.length !== 4) return;
  const matrix = numbers(stream.dict.lookup(PDFName.of('Matrix'))) ?? [1, 0, 0, 1, 0, 0];
  const [x0, y0, x1, y1] = bounds(box, matrix);
  const [left, bottom] = [Math.min(at(rect, 0), at(rect, 2)), Math.min(at(rect, 1), at(rect, 3))];
  const [width, height] = [
    Math.abs(at(rect, 2) - at(rect, 0)),
    Math.abs(at(rect, 3) - at(rect, 1)),
  ];
  if (x1 === x0 || y1 === y0 || width === 0 || height === 0) return;
  const [sx, sy] = [width / (x1 - x0), height / (y1 - y0)];
  const ref = appearance instanceof PDFRef ? appearance : context.register(stream);
  const name = page.node.newXObject('Annot', ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(sx, 0, 0, sy, left - x0 * sx, bottom - y0 * sy),
    drawObject(name),
    popGraphicsState(),
  );
}

/** The normal appearance; of several states, the one the annotation is in. */
function appearanceOf(annotation: PDFDict) {
  const appearances = annotation.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.get(PDFName.of('N'));
  const states = appearances.context.lookup(normal);
  if (!(states instanceof PDFDict)) return normal;
  const state = annotation.lookup(PDFName.of('AS'));
  return state instanceof PDFName ? states.get(state) : undefined;
}

/** Corners of `box` after `matrix`: left, bottom, right, top. */
function bounds(
  box: readonly number[],
  matrix: readonly number[],
): [number, number, number, number] {
  const corners = [
    [at(box, 0), at(box, 1)],
    [at(box, 2), at(box, 1)],
    [at(box, 0), at(box, 3)],
    [at(box, 2), at(box, 3)],
  ].map(([x = 0, y = 0]) => [
    at(matrix, 0) * x + at(matrix, 2) * y + at(matrix, 4),
    at(matrix, 1) * x + at(matrix, 3) * y + at(matrix, 5),
  ]);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}

function numbers(object: unknown): number[] | null {
  if (!(object instanceof PDFArray)) return null;
  return object.asArray().map((_, index) => {
    const value = object.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  });
}
