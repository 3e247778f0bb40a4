/** What is known of a party grows while a case is handled: completed and corrected, until something is decided. */
import { expect, it } from 'vitest';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { PARTY } from '../support/food-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const { officer1, reviewer } = as;

/** Known at first: a sign over a door. */
const SIGN = { kind: 'legal', name: '晨禾生鲜', address: '示例路1号' };
const matter = await begun(officer1, ids, { party: SIGN });
const address = `/api/matters/${matter}`;
const amending = (more: object = {}) => ({
  id: uuidv7(),
  at: '2024-08-06T11:00:00+08:00',
  party: PARTY,
  reason: '现场查验营业执照',
  ...more,
});

it('the licence seen on the spot completes what the clue said', async () => {
  const body = amending();
  const once = await done(officer1, 'POST', `${address}/party`, body);
  expect(await done(officer1, 'POST', `${address}/party`, body)).toEqual({
    ...once,
    repeated: true,
  });
  const view = await done(officer1, 'GET', address);
  expect(view['party']).toEqual(PARTY);
  expect(view['acts']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'party.amended', term: '更正当事人信息' }),
    ]),
  );
  const form = await done(officer1, 'GET', `${address}/forms/premises.inspected`);
  const [record] = Array.isArray(form['documents']) ? form['documents'] : [];
  expect(record.values.party).toMatchObject({ name: PARTY.name, code: PARTY.code });
  const { matters } = await done(officer1, 'GET', `/api/matters?party=${PARTY.code}`);
  expect(matters).toMatchObject([{ id: matter, party: PARTY.name }]);
});

it.each([
  ['another kind', { party: { ...PARTY, kind: 'other' } }, ['/party/kind']],
  ['a false code', { party: { ...PARTY, code: '91350502MAURQ2839K' } }, ['/party/code']],
  ['a name without print', { party: { ...PARTY, name: '晨禾😀' } }, ['/party/name']],
])('%s is refused', async (_what, more, pointers) => {
  expect(await told(officer1.call('POST', `${address}/party`, amending(more)))).toEqual([
    422,
    'input/invalid',
    pointers,
  ]);
});

it('a name of spaces is no name', async () => {
  const nameless = amending({ party: { ...PARTY, name: ' ' } });
  expect(await told(officer1.call('POST', `${address}/party`, nameless))).toEqual([
    422,
    'http/malformed',
    ['/party/name'],
  ]);
});

it('who does not handle matters does not correct them', async () => {
  const { status } = await reviewer.call('POST', `${address}/party`, amending());
  expect(status).toBe(403);
});
