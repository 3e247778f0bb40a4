/**
 * Two-page PDF/A documents a second on one core: a penalty notice with all its fields checked, set by Typst with embedded
 * fonts, one worker. The floor is writing the same bytes into a file, with nothing made of them: what a document costs that
 * was made before. The ratio says what making costs; nothing is required of it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample, loadSampleContext, loadTemplates } from '../src/document/catalogue.ts';
import { openRenderer, type RenderRequest } from '../src/document/render.ts';
import { findRoot } from '../src/platform/package-root.ts';
import { beside, type Figure } from './figure.ts';

const FORM = 'penalty-notice';
const PAGES = 2;
const WARM_UP = 20;
const DOCUMENTS = 200;
const ROUNDS = 3;

export async function bench(): Promise<Figure[]> {
  const root = findRoot();
  const renderer = openRenderer({ root, workers: 1 });
  const folder = await mkdtemp(join(tmpdir(), 'zhuding-bench-'));
  try {
    const request = sample(root);
    for (let n = 0; n < WARM_UP; n += 1) await renderer.renderDocument(request);
    const { pdf, pages } = await renderer.renderDocument(request);
    if (pages !== PAGES) throw new Error(`the sample has ${pages} pages instead of ${PAGES}`);
    const made: number[] = [];
    const written: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      made.push(await perSecond(() => renderer.renderDocument(request)));
      written.push(await perSecond((n) => writeFile(join(folder, String(n)), pdf)));
    }
    return [beside('document', Math.max(...made), '1/s per core', Math.max(...written))];
  } finally {
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function sample(root: string): RenderRequest {
  const kind = loadTemplates(root).get(FORM);
  if (!kind) throw new Error(`no form ${FORM}`);
  const { number, date, qr, values } = loadSample(root, kind);
  const { bureau } = loadSampleContext(root);
  const createdAt = `${date}T10:00:00+08:00`;
  return { kind, values, bureau, number, date, terms: null, qr, createdAt };
}

async function perSecond(work: (n: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < DOCUMENTS; n += 1) await work(n);
  return (DOCUMENTS * 1000) / (performance.now() - start);
}
