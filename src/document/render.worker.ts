/**
 * Typesetting worker: owns one Typst compiler and answers one message at a time. It holds no rule; all words are made before.
 */

import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { isObject } from './values.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  /** absolute path of the templates folder: the compiler reads nothing outside it */
  readonly templates: string;
  readonly fontFolders: readonly string[];
}

/** A document to set: folder of the template, its `view.json`, and the JPEG it prints as `picture.jpg`. */
export interface WorkerRequest {
  readonly folder: string;
  readonly view: string;
  readonly picture: Uint8Array | null;
  /** seconds since 1970 */
  readonly created: number;
}

/** Where the seal belongs: page from 1, points from the upper left corner. */
export interface SealPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Answer to a request; `faults` are the compiler's errors and warnings in its own words. */
export type WorkerAnswer =
  | {
      readonly pdf: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      readonly seal: SealPlace | null;
    }
  | { readonly faults: readonly string[] };

/**
 * Documents between two clean-ups. Compiled documents live outside the JavaScript heap, so the collector does not see their
 * weight: without being asked, memory only grows. What two rounds have not used leaves the compiler's cache.
 */
const COLLECT_EVERY = 25;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

// The pool passes a WorkerSetup; structured cloning loses the type.
const setup = workerData as WorkerSetup;
const compiler = NodeCompiler.create({
  workspace: setup.templates,
  fontArgs: [{ fontPaths: [...setup.fontFolders] }],
});
let count = 0;

function tidy(): void {
  count += 1;
  if (count % COLLECT_EVERY !== 0) return;
  compiler.evictCache(1);
  if (typeof collect === 'function') collect();
}

function words(diagnostics: readonly unknown[]): string[] {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
}

/** The place a template leaves in its `<seal>` metadata (`templates/lib/external.typ`). */
function sealOf(found: unknown): SealPlace | null {
  const [first]: readonly unknown[] = Array.isArray(found) ? found : [];
  const place = isObject(first) && isObject(first['value']) ? first['value'] : {};
  const { page, x, y } = place;
  if (typeof page !== 'number' || typeof x !== 'number' || typeof y !== 'number') return null;
  return { page, x, y };
}

function answer(request: WorkerRequest): WorkerAnswer {
  compiler.mapShadow(join(setup.templates, 'view.json'), Buffer.from(request.view));
  if (request.picture)
    compiler.mapShadow(join(setup.templates, 'picture.jpg'), Buffer.from(request.picture));
  const result = compiler.compile({
    mainFilePath: join(setup.templates, request.folder, 'template.typ'),
  });
  const warnings = result.takeWarnings();
  const document = result.result;
  if (!document || warnings) {
    const error = result.takeError();
    return {
      faults: [
        ...(error ? words(compiler.fetchDiagnostics(error)) : []),
        ...(warnings ? words(compiler.fetchDiagnostics(warnings)) : []),
      ],
    };
  }
  const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: request.created });
  const seal = sealOf(compiler.query(document, { selector: '<seal>' }));
  return { pdf: Uint8Array.from(pdf), pages: document.numOfPages, seal };
}

parentPort?.on('message', (request: WorkerRequest) => {
  let reply: WorkerAnswer;
  try {
    reply = answer(request);
  } catch (error) {
    reply = { faults: [error instanceof Error ? error.message : String(error)] };
  }
  parentPort?.postMessage(reply, 'pdf' in reply ? [reply.pdf.buffer] : []);
  tidy();
});
