/** A server with a bureau whose food case has been played through its services up to publication, as the portal shows it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../../test/support/database.ts';
import { type Cast, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, PARTY, requestOf, type Step } from '../../test/support/food-case.ts';
import { openTestServer, type TestServer } from '../../test/support/server.ts';
import { type Login, type Staffed, staff } from '../../test/support/staffed.ts';
import type { Actor } from '../matter/matter.service.ts';

export interface PublishedCase extends Staffed {
  readonly matter: string;
  readonly server: TestServer;
  /** Does one more step on the matter. */
  step(step: Omit<Step, 'documents'> & Partial<Pick<Step, 'documents'>>): Promise<void>;
}

const LOGINS: Readonly<Partial<Record<Cast, Login>>> = {
  o1: 'officer1',
  o2: 'officer2',
  unitHead: 'unithead',
  head: 'head',
  reviewer: 'reviewer',
  publisher: 'publisher',
  archivist: 'archivist',
  chair: 'chair',
};

export interface CaseOptions {
  readonly pack?: string;
  readonly area?: string;
  /** Party in place of the company of the case. */
  readonly party?: Readonly<Record<string, unknown>>;
  /** Changes a step before it is done; null leaves it out. */
  readonly change?: (step: Step) => Step | null;
}

/** Plays the case up to its publication on the bureau's own site, and waits until its proof and its page are there. */
export async function openPublishedCase(
  database: TestDatabase,
  { pack, area, party = PARTY, change = (step) => step }: CaseOptions = {},
): Promise<PublishedCase> {
  const server = await openTestServer(database);
  const staffed = await staff(server, pack, area);
  const { world } = server;
  const idOf = (who: Cast): string => staffed.ids[LOGINS[who] ?? ''] ?? '';
  const actor = async (who: Cast): Promise<Actor> => {
    const person = (await world.registry.people(staffed.bureau)).get(idOf(who));
    if (!person) throw new Error(`nobody is ${who}`);
    return { bureau: staffed.bureau, person };
  };
  const ids = new Proxy({} as Record<Cast, string>, { get: (_, who: Cast) => idOf(who) });
  const desk = { ids } as Parameters<typeof requestOf>[0]; // the steps look at nothing else
  const matter = uuidv7();
  let seq = 0;

  async function play(step: Step): Promise<void> {
    const request = requestOf(desk, step);
    const who = await actor(step.who);
    if (seq > 0) {
      seq = (await world.matters.act(who, matter, request, seq)).seq;
      return;
    }
    const begin = {
      id: uuidv7(),
      data: {
        procedure: 'penalty.ordinary' as const,
        subject: '经营超过保质期的食品',
        flags: [],
        party: party as unknown as typeof PARTY & { kind: 'legal' }, // checked by the service
        unit: who.person.unit,
        handlers: [idOf('o1'), idOf('o2')],
      },
    };
    seq = (await world.matters.begin(who, matter, begin, request)).seq;
  }

  for (const step of foodCaseSteps(desk)) {
    const changed = change(step);
    if (changed) await play(changed);
    if (step.act === 'publication.published') break;
  }
  await settled(database, 1);
  return {
    ...staffed,
    server,
    matter,
    step: (step) => play({ ...step, documents: step.documents ?? {} }),
  };
}

/** Waits until `pages` pages are stored. */
async function settled(database: TestDatabase, pages: number): Promise<void> {
  const admin = await database.connect('admin');
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await admin.query<{ count: number }>(
      'select count(*)::int as count from published.page',
    );
    if ((rows[0]?.count ?? 0) >= pages) return;
    await sleep(50);
  }
  throw new Error('the page was not stored');
}
