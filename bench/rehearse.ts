/**
 * Cases rehearsed a second, in this process: the worked cases of `test/cases`, each from its JSON text to the JSON of its
 * report, every rule, clock and channel included. The floor is what any program must do with the same files: parse the JSON
 * and write it again. The ratio says how much of a rehearsal is thinking; nothing is required of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../src/platform/package-root.ts';
import { readPack } from '../src/platform/rules/read-pack.ts';
import { rehearse } from '../src/rehearsal/rehearse.cli.ts';
import { beside, type Figure } from './figure.ts';

const ROUNDS = 5;
const ROUND_MS = 2000;

export async function bench(): Promise<Figure[]> {
  const root = findRoot();
  const pack = readPack(root);
  const texts = scripts(join(root, 'test', 'cases'));
  const play = (text: string): number =>
    JSON.stringify(rehearse(JSON.parse(text) as unknown, pack)).length;
  const copy = (text: string): number => JSON.stringify(JSON.parse(text)).length;
  const played: number[] = [];
  const copied: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    played.push(perSecond(texts, play));
    copied.push(perSecond(texts, copy));
  }
  return [beside('rehearse', Math.max(...played), '1/s', Math.max(...copied))];
}

/** The worked cases as texts. */
function scripts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** How many texts a second `work` gets through. Its results are added up, so that none is left out as unused. */
function perSecond(texts: readonly string[], work: (text: string) => number): number {
  const start = performance.now();
  let done = 0;
  let length = 0;
  while (performance.now() - start < ROUND_MS)
    for (const text of texts) {
      length += work(text);
      done += 1;
    }
  if (length === 0) throw new Error('nothing was done');
  return (done * 1000) / (performance.now() - start);
}
