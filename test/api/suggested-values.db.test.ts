/** What a form suggests may be sent back as it is: nothing in it is unknown to the act, of a wrong type, or not the sender's to say. */
import { expect, it } from 'vitest';
import type { ProcedureId } from '../../src/matter/procedure.ts';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { playToArchive, playToDecision } from '../support/hearing-case.ts';
import { PARTY, sample } from '../support/food-case.ts';
import { httpCase } from '../support/http-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, type Login, staff } from '../support/staffed.ts';
import { decisionBody, playToSpot } from '../support/summary-case.ts';
import { uuidv7 } from '../support/uuid.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

const UNFIT =
  /^(field|document)\/(unknown|field-unknown|type-|choice-unknown)|^act\/person-unknown/;
const AT = '2024-11-30T10:00:00+08:00';
const found: string[] = [];
/** Forms of acts that were sent back, by act and procedure. */
const walked = new Set<string>();

/** A browser that sends each form it is shown back unchanged, beside whatever it is told to do. */
function echoing(address: string): Visitor {
  const own = visitor(address);
  return {
    ...own,
    async call(method, path, body, headers) {
      const answer = await own.call(method, path, body, headers);
      const [, matter, act] = /^\/api\/matters\/([^/]+)\/forms\/([^/]+)$/.exec(path) ?? [];
      if (method === 'GET' && answer.status === 200 && matter && act)
        found.push(...(await unfit(own, `/api/matters/${matter}/acts/${act}`, answer.body)));
      return answer;
    },
  };
}

/** What speaks against the suggestions of a form. */
async function unfit(
  who: Visitor,
  path: string,
  form: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const act = path.split('/').at(-1) ?? '';
  walked.add(act);
  const documents = form['documents'] as { code: string; values: object }[]; // as the form's shape says
  // With the papers of a proposal, one of which is chosen, each is asked about alone.
  const sets = form['proposal'] === true ? documents.map((one) => [one]) : [documents];
  const told: string[] = [];
  for (const set of sets) {
    const body = {
      id: uuidv7(),
      at: AT,
      by: form['by'],
      fields: form['values'],
      documents: Object.fromEntries(set.map(({ code, values }) => [code, values])),
    };
    const { body: verdict } = await who.call('POST', `${path}/check`, body);
    const problems = verdict['problems'] as { pointer: string; code: string }[]; // as a verdict's shape says
    told.push(
      ...problems
        .filter(({ code }) => UNFIT.test(code))
        .map(({ pointer, code }) => `${act} ${pointer} ${code}`),
    );
    // What nobody may send is told from what only this person may not: a paper of no kind is never recorded.
    const refused = { ...body, documents: { 'no-such-document': {} } };
    const [suggested, alone] = await Promise.all([
      who.call('POST', path, refused),
      who.call('POST', path, { ...refused, id: uuidv7(), by: [] }),
    ]);
    if (suggested.status === 403 && alone.status !== 403) told.push(`${act} /by`);
  }
  return told;
}

const database = await freshDatabase();
const server = await openTestServer(database);
const staffed = await staff(server, 'licheng', '350502', { visit: echoing });
const { as, ids } = staffed;

const LOGIN_OF: Readonly<Record<string, Login>> = { officer: 'officer1', 'unit-head': 'unithead' };

/** Looks at every act of the procedure as somebody of each role that does it. */
async function walk(matter: string, procedure: ProcedureId): Promise<void> {
  const acts = server.world.packs.current.pack.procedures.get(procedure)?.acts ?? [];
  for (const { act, who } of acts)
    for (const role of who)
      await as[LOGIN_OF[role] ?? (role as Login)].call(
        'GET',
        `/api/matters/${matter}/forms/${act}`,
      ); // named by their role
}

it('in an ordinary case, at each of its acts and at its end', async () => {
  const plan = {
    party: PARTY,
    unit: '食品安全监督管理股',
    publish: [
      ['WEB', '2024-10-11T10:00:00+08:00'],
      ['GSXT', '2024-10-28T10:00:00+08:00'],
    ] as const,
  };
  const file = await playToDecision(staffed, plan);
  await walk(file.matter, 'penalty.ordinary');
  await playToArchive(file, plan);
  await walk(file.matter, 'penalty.ordinary');
  expect([...new Set(found.splice(0))]).toEqual([]);
  expect(walked.size).toBeGreaterThan(50);
});

it('in a case decided on the spot, before and after the decision', async () => {
  const file = httpCase(staffed);
  await playToSpot(file);
  await walk(file.matter, 'penalty.summary');
  const path = `/api/matters/${file.matter}/acts/decision.made`;
  expect((await as.officer1.call('POST', path, decisionBody(ids))).status).toBe(200);
  await walk(file.matter, 'penalty.summary');
  expect([...new Set(found.splice(0))]).toEqual([]);
});

it('in a seizure, before and after it', async () => {
  const matter = await begun(as.officer1, ids, { procedure: 'compulsion.seizure' });
  await walk(matter, 'compulsion.seizure');
  const by = [ids['officer1'], ids['officer2']];
  const act = (code: string, time: string, said: object) =>
    done(as.officer1, 'POST', `/api/matters/${matter}/acts/${code}`, {
      id: uuidv7(),
      at: `2024-08-07T${time}:00+08:00`,
      by,
      ...said,
    });
  await act('identity.shown', '10:00', { fields: { to: '店长', uniform: 'worn' } });
  await act('seizure.ordered', '10:30', {
    fields: {
      'rights-told': true,
      urgent: true,
      objects: [{ name: '风味酸乳', related: true, livelihood: false }],
    },
    documents: {
      'compulsion-decision': sample('compulsion-decision'),
      'property-list': sample('property-list'),
    },
  });
  await walk(matter, 'compulsion.seizure');
  expect([...new Set(found.splice(0))]).toEqual([]);
});
