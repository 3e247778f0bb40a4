/**
 * Binds a file in a thread of its own: exhibits come from strangers, and taking a large PDF apart takes seconds. One file, then
 * it ends. What it holds is one piece at a time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type Bookmark, type FileAbout, openPdfWriter } from './pdf-writer.ts';
import { readPages } from './read-pages.ts';

/** The next piece: `pages` it must have, `from` the number of its first page; null for uncounted papers. The last has none. */
export interface BindRequest {
  readonly piece: {
    readonly pdf: Uint8Array;
    readonly pages: number | null;
    readonly from: number | null;
    readonly bookmark: Bookmark;
  } | null;
}

/** The next bytes of the file. */
export type BindAnswer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: string };

const writer = openPdfWriter(workerData as FileAbout); // given by the binder; cloning loses the type

async function nextBytes({ piece }: BindRequest): Promise<BindAnswer> {
  try {
    const bytes = piece
      ? writer.add(await readPages(piece.pdf, piece.pages, piece.from), piece.bookmark, piece.from)
      : writer.end();
    return { bytes: Uint8Array.from(bytes) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function answer(request: BindRequest): Promise<void> {
  const next = await nextBytes(request);
  parentPort?.postMessage(next, 'bytes' in next ? [next.bytes.buffer] : []);
}

parentPort?.on('message', (request: BindRequest) => void answer(request));
