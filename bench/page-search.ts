/**
 * How long a search takes that all but a few are quicker than, over 200,000 published decisions: by parts of names, whole
 * names, credit codes, parts of numbers, law and article, violations, days and kinds of party. The floor is the same
 * over 20,000, asked in turn.
 */
import { beside, type Figure } from './figure.ts';
import { BUREAU, type FilledSite, openPageSites } from './page.site.ts';
import { searchQuestions } from './search-questions.ts';

const FEW = 20_000;
const MANY = 200_000;
const QUESTIONS = 1000;
const WARM_UP = 300;
const SHARE = 0.95;

export async function bench(): Promise<Figure[]> {
  const sites = await openPageSites();
  try {
    const few = await sites.open(FEW);
    const many = await sites.open(MANY);
    await askInTurn(few, many, WARM_UP, 1);
    const taken = await askInTurn(few, many, QUESTIONS, 2);
    return [beside('page-search', percentile(taken.many), 'ms', percentile(taken.few))];
  } finally {
    await sites.close();
  }
}

/** Milliseconds of each question, from sending to the last byte. */
async function askInTurn(few: FilledSite, many: FilledSite, count: number, seed: number) {
  const ofFew = searchQuestions(few.made, count, seed);
  const ofMany = searchQuestions(many.made, count, seed);
  const taken = { few: [] as number[], many: [] as number[] };
  for (let turn = 0; turn < count; turn += 1) {
    taken.few.push(await ask(few.port, ofFew[turn] ?? ''));
    taken.many.push(await ask(many.port, ofMany[turn] ?? ''));
  }
  return taken;
}

async function ask(port: number, question: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/${BUREAU}/decisions?${question}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${question}: ${answer.status}`);
  return performance.now() - start;
}

function percentile(milliseconds: readonly number[]): number {
  return milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length * SHARE)] ?? 0;
}
