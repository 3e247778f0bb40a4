/** What the register of people refuses, and what becomes of logins. */
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { rowCounts } from '../support/row-counts.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';
import { visitor } from '../support/visitor.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids, units } = await staff(server);
const admin = await database.connect('admin');
const { sysadmin } = as;

describe('the register of people', () => {
  const certificate = {
    number: '350502-0311',
    issuerKind: 'provincial-government',
    issuer: '福建省人民政府',
    from: '2024-01-01',
    until: '2028-12-31',
  };
  const listing = {
    lawLicence: true,
    from: '2024-01-01',
    until: '2028-12-31',
    licenceSince: '2021-07-15',
  };
  const { secadmin } = as;
  it.each([
    ['a number somebody else has', sysadmin, 'certificate.issued', certificate, '/number'],
    [
      'a certificate that ends before it begins',
      sysadmin,
      'certificate.issued',
      { ...certificate, number: '1', until: '2023-12-31' },
      '/until',
    ],
    [
      'the end of a certificate nobody has',
      sysadmin,
      'certificate.revoked',
      { number: '9', on: '2024-01-01', reason: '调离' },
      '/number',
    ],
    ['a login somebody else has', sysadmin, 'account.opened', { login: 'officer1' }, '/login'],
    ['a licence without its number', secadmin, 'reviewer.listed', listing, '/licenceNumber'],
    [
      'a date the rules do not have',
      secadmin,
      'reviewer.listed',
      { ...listing, licenceNumber: 'A1', licenceSince: '2020-01-01' },
      '/licenceSince',
    ],
    ['a unit that is none', sysadmin, 'post.changed', { unit: uuidv7(), post: '科员' }, '/unit'],
  ])('refuses %s', async (_what, who, act, data, pointer) => {
    const before = await rowCounts(admin);
    const path = `/api/people/${ids['archivist']}/acts/${act}`;
    expect(await told(who.call('POST', path, data))).toEqual([422, 'input/invalid', [pointer]]);
    expect(await rowCounts(admin)).toEqual(before);
  });

  it('gives a login that changed its password, and a closed one to nobody else', async () => {
    const record = (who: string, act: string, data: object) =>
      done(sysadmin, 'POST', `/api/people/${ids[who]}/acts/${act}`, data);
    await record('chair', 'account.closed', { reason: '更名' });
    await record('chair', 'account.opened', { login: 'chair2' });
    const { password } = await done(sysadmin, 'POST', `/api/people/${ids['chair']}/password`);
    const signIn = { bureau: '350502', login: 'chair2', password };
    await done(as.secadmin, 'DELETE', `/api/people/${ids['chair']}/code`);
    expect(await done(visitor(server.address), 'POST', '/api/session', signIn)).toEqual({
      pending: 'change-password',
    });
    await record('archivist', 'account.closed', { reason: '离岗' });
    await record('publisher', 'account.closed', { reason: '更名' });
    await record('publisher', 'account.opened', { login: 'archivist' });
    const path = `/api/people/${ids['publisher']}/password`;
    expect(await told(sysadmin.call('POST', path))).toEqual([422, 'input/invalid', ['/login']]);
  });

  it('registers nobody twice', async () => {
    const path = `/api/people/${ids['archivist']}/acts/officer.registered`;
    const data = { name: '许丽卿', unit: units.food, post: '科员' };
    expect(await told(sysadmin.call('POST', path, data))).toEqual([404, 'http/not-found', []]);
  });

  it('keeps names and posts to what fits a card', async () => {
    const person = { name: '许'.repeat(40), unit: units.food, post: '科'.repeat(50) };
    await done(sysadmin, 'POST', '/api/people', person);
    for (const [pointer, more, message] of [
      ['/name', { name: '许'.repeat(41) }, '这一项最多 40 个字。'],
      ['/post', { post: '科'.repeat(51) }, '这一项最多 50 个字。'],
    ] as const) {
      const { status, body } = await sysadmin.call('POST', '/api/people', { ...person, ...more });
      expect([status, body['problems']]).toEqual([
        422,
        [{ pointer, code: 'field/too-long', message }],
      ]);
    }
    const path = `/api/people/${ids['archivist']}/acts/post.changed`;
    const moved = { unit: units.legal, post: '科'.repeat(51) };
    expect(await told(sysadmin.call('POST', path, moved))).toEqual([
      422,
      'http/malformed',
      ['/post'],
    ]);
    const unit = { name: '股'.repeat(51), kind: 'department', functions: [] };
    expect(await told(sysadmin.call('POST', '/api/units', unit))).toEqual([
      422,
      'http/malformed',
      ['/name'],
    ]);
  });
});

describe('the list of people', () => {
  it('is in the order of units, and in each of names', async () => {
    const { people } = await done(sysadmin, 'GET', '/api/people');
    const lines: readonly { unitName: string; name: string }[] = Array.isArray(people)
      ? people
      : [];
    const words = new Intl.Collator('zh-CN').compare;
    const order = lines.map(({ unitName, name }) => [unitName, name] as const);
    expect(order.length).toBeGreaterThan(5);
    expect(order).toEqual(order.toSorted((a, b) => words(a[0], b[0]) || words(a[1], b[1])));
  });
});
