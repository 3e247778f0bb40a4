/**
 * PDF files in the browser, page by page. The browser's own viewer is not used: it is missing on phones, and does not
 * tell which page somebody reads.
 */
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import wasmUrl from '@hyzyla/pdfium/pdfium.wasm?url';

let library: Promise<PDFiumLibrary> | undefined;

/** A PDF to be opened: its address, or its bytes. */
export type PdfSource = string | Blob;

/** Opens a PDF; whoever opens it destroys it. Rejects with Error where it cannot be had or read. */
export async function openPdf(source: PdfSource, signal: AbortSignal): Promise<PDFiumDocument> {
  const bytes = new Uint8Array(
    typeof source === 'string' ? await bytesAt(source, signal) : await source.arrayBuffer(),
  );
  library ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary }) => PDFiumLibrary.init({ wasmUrl }));
  return (await library).loadDocument(bytes);
}

async function bytesAt(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}

/** Width divided by height. */
export function shapeOf(document: PDFiumDocument, page: number): number {
  const { originalWidth, originalHeight } = document.getPage(page - 1).getOriginalSize();
  return originalWidth / originalHeight;
}

/** Draws a page, counted from 1, as wide as the canvas stands on screen; answers with its text. */
export async function drawPage(
  document: PDFiumDocument,
  page: number,
  canvas: HTMLCanvasElement,
): Promise<string> {
  // Drawing closes a page, so its text is read first and it is fetched again to be drawn.
  const text = document.getPage(page - 1).getText();
  const sheet = document.getPage(page - 1);
  const { originalWidth } = sheet.getOriginalSize();
  const scale = (canvas.clientWidth * Math.min(window.devicePixelRatio, 2)) / originalWidth;
  const { data, width, height } = await sheet.render({ scale, render: 'bitmap' });
  canvas.width = width;
  canvas.height = height;
  canvas
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return text;
}
