/** A text of nothing but spaces is no text, wherever one is required: of an act, a command, a person, a unit. */
import { expect, it } from 'vitest';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { rowCounts } from '../support/row-counts.ts';
import { openTestServer } from '../support/server.ts';
import { staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';
import { uuidv7 } from '../support/uuid.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids, units } = await staff(server);
const admin = await database.connect('admin');
const matter = `/api/matters/${await begun(as.officer1, ids)}`;
const AT = '2024-08-06T10:00:00+08:00';

const act = (code: string, fields: object) => [`${matter}/acts/${code}`, { fields }] as const;
const CASES = {
  'acts/identity.shown': [
    'officer1',
    ...act('identity.shown', { to: '*', uniform: 'worn' }),
    '/fields/to',
  ],
  'acts/statement.waived': [
    'officer1',
    ...act('statement.waived', { rights: ['statement'], note: '*' }),
    '/fields/note',
  ],
  'acts/statement.reviewed': [
    'officer1',
    ...act('statement.reviewed', { adopted: false, reasons: '*' }),
    '/fields/reasons',
  ],
  'acts/publication.withdrawn': [
    'publisher',
    ...act('publication.withdrawn', { channel: 'WEB', reason: '*' }),
    '/fields/reason',
  ],
  'acts/record.text.added': [
    'officer1',
    ...act('record.text.added', { of: 2, note: '*' }),
    '/fields/note',
  ],
  flags: ['officer1', `${matter}/flags`, { flags: ['complex'], reason: '*' }, '/reason'],
  void: ['head', `${matter}/documents/void`, { of: 2, number: 'x', reason: '*' }, '/reason'],
  people: ['sysadmin', '/api/people', { name: '*', unit: units.food, post: '科员' }, '/name'],
  posts: ['sysadmin', '/api/people', { name: '周某', unit: units.food, post: '*' }, '/post'],
  units: ['sysadmin', '/api/units', { name: '*', kind: 'department', functions: [] }, '/name'],
  functions: [
    'sysadmin',
    '/api/units',
    { name: '执法二股', kind: 'department', functions: ['*'] },
    '/functions/0',
  ],
} as const;

/** The text in the place of every `*`. */
const filled = (value: object, text: string): object =>
  JSON.parse(JSON.stringify(value).replaceAll('"*"', JSON.stringify(text)));

it.each(Object.entries(CASES))('%s', async (name, [who, path, body, pointer]) => {
  const before = await rowCounts(admin);
  const dated =
    name.startsWith('/') || path.startsWith('/api/matters') ? { id: uuidv7(), at: AT } : {};
  for (const blank of ['  ', '\u3000', '\u200b\ufeff', '\u3164']) {
    const [status, , pointers] = await told(
      as[who].call('POST', path, { ...dated, ...filled(body, blank) }),
    );
    expect([status, pointers]).toEqual([422, [pointer]]);
  }
  expect(await rowCounts(admin)).toEqual(before);
});
