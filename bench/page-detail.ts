/**
 * Pages of decisions a second, to visitors on 16 connections who look at many different ones. The floor is the same server
 * answering with the bytes of one of them.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beside, type Figure } from './figure.ts';
import type { Visit, Visited } from './page.client.ts';
import { BUREAU, openPageSites, reported } from './page.site.ts';

const DECISIONS = 2000;
/** How many different ones are looked at. */
const LOOKED_AT = 500;
const CONNECTIONS = 16;
const SECONDS = 3;
const ROUNDS = 5;

/** The best round of each counts, being the least disturbed. */
export async function bench(): Promise<Figure[]> {
  const sites = await openPageSites();
  try {
    const first = `/${BUREAU}/decisions/penalty-2026-1`;
    const { port, made } = await sites.open(DECISIONS, first);
    const paths = made.slice(-LOOKED_AT).map(({ entry }) => `/${BUREAU}/decisions/${entry}`);
    const visit = (what: readonly string[]) =>
      visited({ port, paths: what, connections: CONNECTIONS, seconds: SECONDS });
    await visit(paths);
    const pages: number[] = [];
    const constants: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      pages.push((await visit(paths)).perSecond);
      constants.push((await visit(['/constant'])).perSecond);
    }
    return [beside('page-detail', Math.max(...pages), '1/s', Math.max(...constants))];
  } finally {
    await sites.close();
  }
}

function visited(visit: Visit): Promise<Visited> {
  const child = fork(fileURLToPath(new URL('page.client.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
  });
  child.send(visit);
  return reported<Visited>(child);
}
