/** Founding a bureau over HTTP: an answer that was lost costs nothing, and what cannot be right is refused at its field. */
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { rowCounts } from '../../test/support/row-counts.ts';
import { openTestServer } from '../../test/support/server.ts';
import { PROFILE } from '../../test/support/staffed.ts';
import { told } from '../../test/support/told.ts';
import { uuidv7 } from '../../test/support/uuid.ts';
import { visitor } from '../../test/support/visitor.ts';

const PASSWORDS = {
  sysadmin: 'abcd-6789-jkmn',
  secadmin: 'efgh-2345-pqrs',
  auditadmin: 'tuvw-7654-xyza',
};
const FOUNDING = {
  id: uuidv7(),
  area: '350502',
  pack: 'licheng',
  profile: PROFILE,
  administrators: {
    sysadmin: { name: '甲管理', login: 'sysadmin', password: PASSWORDS.sysadmin },
    secadmin: { name: '乙管理', login: 'secadmin', password: PASSWORDS.secadmin },
    auditadmin: { name: '丙管理', login: 'auditadmin', password: PASSWORDS.auditadmin },
  },
};

const database = await freshDatabase();
const server = await openTestServer(database);
const admin = await database.connect('admin');
const found = (body: unknown) => visitor(server.address).call('POST', '/api/setup', body);
const signIn = (login: string, password: string) =>
  visitor(server.address).call('POST', '/api/session', { bureau: '350502', login, password });

/** What numbers of documents cannot begin with. */
const SHORT_NAMES = ['<b>', 'Quanli', '泉 鲤', '泉鲤市监'].map(
  (shortName): [string, object, string[]] => [
    `numbers that begin with ${shortName}`,
    { profile: { ...PROFILE, shortName } },
    ['/profile/shortName'],
  ],
);

describe('what cannot be right is refused at its field, and nothing is written', () => {
  const { profile, administrators } = FOUNDING;
  const { sysadmin, secadmin, auditadmin } = administrators;
  it.each([
    ['an area of no province', { area: '999999' }, ['/area']],
    ['a county of no city', { area: '350002' }, ['/area']],
    ['a telephone of words', { profile: { ...profile, phone: '不是电话' } }, ['/profile/phone']],
    [
      'an account of words',
      { profile: { ...profile, account: '账号不是数字' } },
      ['/profile/account'],
    ],
    ...SHORT_NAMES,
    [
      'one person for all three',
      {
        administrators: {
          sysadmin: { ...sysadmin, name: '王一' },
          secadmin: { ...secadmin, name: '王 一' },
          auditadmin: { ...auditadmin, name: '王一 ' },
        },
      },
      [
        '/administrators/sysadmin/name',
        '/administrators/secadmin/name',
        '/administrators/auditadmin/name',
      ],
    ],
    [
      'one login for two',
      { administrators: { ...administrators, secadmin: { ...secadmin, login: 'sysadmin' } } },
      ['/administrators/sysadmin/login', '/administrators/secadmin/login'],
    ],
    [
      'a weak password',
      { administrators: { ...administrators, secadmin: { ...secadmin, password: '12345678' } } },
      ['/administrators/secadmin/password'],
    ],
  ])('%s', async (_what, wrong, pointers) => {
    const before = await rowCounts(admin);
    expect(await told(found({ ...FOUNDING, ...wrong }))).toEqual([422, 'input/invalid', pointers]);
    expect(await rowCounts(admin)).toEqual(before);
  });
});

it('a name of spaces is no name', async () => {
  const profile = { ...FOUNDING.profile, name: ' \u3000' };
  expect(await told(found({ ...FOUNDING, profile }))).toEqual([
    422,
    'http/malformed',
    ['/profile/name'],
  ]);
});

describe('an answer that was lost costs nothing', () => {
  it('sent twice at once and once more, the command has one effect and answers the same', async () => {
    const [first, second] = await Promise.all([found(FOUNDING), found(FOUNDING)]);
    expect([first?.status, first?.body]).toEqual([200, { bureau: '350502' }]);
    expect([second?.status, second?.body]).toEqual([200, { bureau: '350502' }]);
    const before = await rowCounts(admin);
    const third = await found(FOUNDING);
    expect([third.status, third.body]).toEqual([200, { bureau: '350502' }]);
    expect(await rowCounts(admin)).toEqual(before);
    expect(before).toMatchObject({ 'facts.bureau': 1, 'facts.unit': 1, 'work.person': 3 });
  });

  it('the passwords that were sent are those that open the three accounts', async () => {
    for (const [login, password] of Object.entries(PASSWORDS))
      expect((await signIn(login, password)).body).toMatchObject({ pending: 'enrol-code' });
  });

  it('what was begun and not finished is finished', async () => {
    await admin.query(`delete from auth.session`);
    await admin.query(`delete from auth.credential where login = 'auditadmin'`);
    expect((await signIn('auditadmin', PASSWORDS.auditadmin)).status).toBe(401);
    expect((await found(FOUNDING)).status).toBe(200);
    expect((await signIn('auditadmin', PASSWORDS.auditadmin)).status).toBe(200);
  });

  it('another command, or other content under the same id, is refused', async () => {
    expect(await told(found({ ...FOUNDING, id: uuidv7() }))).toEqual([409, 'setup/done', []]);
    const profile = { ...FOUNDING.profile, address: '示例大街101号' };
    expect(await told(found({ ...FOUNDING, profile }))).toEqual([409, 'command/reused', []]);
  });

  it('a password that was changed since is not changed back', async () => {
    const sysadmin = { ...FOUNDING.administrators.sysadmin, password: 'mnpq-8765-hjkl' };
    const administrators = { ...FOUNDING.administrators, sysadmin };
    expect(await told(found({ ...FOUNDING, administrators }))).toEqual([409, 'setup/done', []]);
    expect((await signIn('sysadmin', sysadmin.password)).status).toBe(401);
    expect((await signIn('sysadmin', PASSWORDS.sysadmin)).status).toBe(200);
  });
});
