/** Commands: each has one effect or none, whoever sends it how often, and says why. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginning, begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { PARTY, sample } from '../support/food-case.ts';
import { uploaded } from '../support/http-case.ts';
import { rowCounts } from '../support/row-counts.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids, units } = await staff(server);
const admin = await database.connect('admin');
const { officer1, officer2, unithead, head, publisher, sysadmin } = as;
const AT = '2024-08-06T10:00:00+08:00';

const starting = (more: object = {}, first: object = {}) => beginning(ids, more, first);
const shown = (more: object = {}) => ({
  id: uuidv7(),
  at: AT,
  fields: { to: '店长', uniform: 'worn' },
  ...more,
});

const startedAt = async () => `/api/matters/${await begun(officer1, ids)}`;

describe('beginning a matter', () => {
  it.each([
    ['credit code', { code: '91350502MAURQ2839K' }, 'party/code-invalid', '/party/code'],
    ['short credit code', { code: '9135' }, 'party/code-invalid', '/party/code'],
    ['ID number', { idNumber: '350502199001010019' }, 'party/id-invalid', '/party/idNumber'],
    [
      'ID number with a day that is none',
      { idNumber: '35050219900230001X' },
      'party/id-invalid',
      '/party/idNumber',
    ],
  ])('with a malformed %s is refused', async (_what, party, code, pointer) => {
    const before = await rowCounts(admin);
    const body = starting({ party: { ...PARTY, ...party } });
    expect(await told(officer1.call('POST', '/api/matters', body))).toEqual([422, code, [pointer]]);
    expect(await rowCounts(admin)).toEqual(before);
  });

  it('with a family name that is not how the name begins is refused', async () => {
    const person = {
      kind: 'natural',
      name: '王小明',
      address: '示例路1号',
      idNumber: PARTY.idNumber,
    };
    for (const surname of ['王小明', '李']) {
      const body = starting({ party: { ...person, surname } });
      expect(await told(officer1.call('POST', '/api/matters', body))).toEqual([
        422,
        'input/invalid',
        ['/party/surname'],
      ]);
    }
  });

  it('points into its first act where that is at fault, and records neither', async () => {
    const before = await rowCounts(admin);
    const body = starting();
    const { first } = body;
    const impossible = { ...body, first: { ...first, at: '2024-02-30T10:00:00+08:00' } };
    expect(await told(officer1.call('POST', '/api/matters', impossible))).toEqual([
      422,
      'input/invalid',
      ['/first/at'],
    ]);
    const tomorrow = { ...body, first: { ...first, at: '2126-01-01T10:00:00+08:00' } };
    expect(await told(officer1.call('POST', '/api/matters', tomorrow))).toEqual([
      422,
      'input/invalid',
      ['/first/at'],
    ]);
    const bare = { ...body, first: { ...first, documents: {}, fields: { bogus: 1 } } };
    expect(await told(officer1.call('POST', '/api/matters', bare))).toEqual([
      422,
      'input/invalid',
      expect.arrayContaining(['/first/fields/bogus', '/first/documents/case-source/content']),
    ]);
    expect(
      await told(officer1.call('POST', '/api/matters', starting({ handlers: [uuidv7()] }))),
    ).toEqual([422, 'input/invalid', ['/handlers/0']]);
    expect(await rowCounts(admin)).toEqual(before);
  });

  it('twice is once; with another content, or under an id of something else, it is refused', async () => {
    const body = starting();
    const once = await done(officer1, 'POST', '/api/matters', body);
    const before = await rowCounts(admin);
    expect(await done(officer1, 'POST', '/api/matters', body)).toEqual({ ...once, repeated: true });
    for (const other of [
      { ...body, subject: '另一件事' },
      { ...body, matter: uuidv7() },
      { ...body, matter: uuidv7(), first: { ...body.first, id: uuidv7() } },
      { ...body, id: uuidv7(), matter: uuidv7() },
    ])
      expect(await told(officer1.call('POST', '/api/matters', other))).toEqual([
        409,
        'command/reused',
        [],
      ]);
    expect(await rowCounts(admin)).toEqual(before);
  });
});

describe('an act', () => {
  it('sent twice has one effect, also at once', async () => {
    const matter = await startedAt();
    const body = shown();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => officer1.call('POST', `${matter}/acts/identity.shown`, body)),
    );
    expect(answers.map(({ status, body: { seq } }) => [status, seq])).toEqual(
      Array.from({ length: 8 }, () => [200, 3]),
    );
    expect(answers.filter(({ body: { repeated } }) => repeated === false)).toHaveLength(1);
    expect((await done(officer1, 'GET', matter))['seq']).toBe(3);
  });

  it('with the same id and another content is refused', async () => {
    const matter = await startedAt();
    const body = shown();
    await done(officer1, 'POST', `${matter}/acts/identity.shown`, body);
    const other = { ...body, fields: { ...body.fields, to: '收银员' } };
    expect(await told(officer1.call('POST', `${matter}/acts/identity.shown`, other))).toEqual([
      409,
      'command/reused',
      [],
    ]);
    expect(await told(officer2.call('POST', `${matter}/acts/identity.shown`, body))).toEqual([
      409,
      'command/reused',
      [],
    ]);
    const elsewhere = await startedAt();
    expect(await told(officer1.call('POST', `${elsewhere}/acts/identity.shown`, body))).toEqual([
      409,
      'command/reused',
      [],
    ]);
  });

  it('on a version somebody has gone beyond is stale', async () => {
    const matter = await startedAt();
    await done(officer1, 'POST', `${matter}/acts/identity.shown`, shown({ version: 2 }));
    for (const version of [0, 1, 2, 4, 999])
      expect(
        await told(officer1.call('POST', `${matter}/acts/identity.shown`, shown({ version }))),
      ).toEqual([412, 'command/stale', []]);
  });

  it('of two officers at once: one is recorded, the other is stale, nothing is half done', async () => {
    const matter = await startedAt();
    for (let version = 2; version < 12; version += 1) {
      const before = await rowCounts(admin);
      const answers = await Promise.all(
        [officer1, officer2].map((who) =>
          who.call('POST', `${matter}/acts/identity.shown`, shown({ version })),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
      expect(answers.find(({ status }) => status === 412)?.body['code']).toBe('command/stale');
      const after = await rowCounts(admin);
      expect(after['acts.act']).toBe((before['acts.act'] ?? 0) + 1);
      expect((await done(head, 'GET', matter))['seq']).toBe(version + 1);
    }
  });

  it('without a version goes in after the other', async () => {
    const matter = await startedAt();
    const answers = await Promise.all(
      [officer1, officer2].map((who) => who.call('POST', `${matter}/acts/identity.shown`, shown())),
    );
    expect(
      answers.map(({ body: { seq } }) => seq).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual([3, 4]);
  });

  it.each([
    ['verification.extended', { days: Number.MAX_SAFE_INTEGER }, head],
    ['decision.extended', { days: Number.MAX_SAFE_INTEGER }, head],
    ['review.extended', { days: Number.MAX_SAFE_INTEGER }, head],
    ['record.text.added', { of: Number.MAX_SAFE_INTEGER, note: '无' }, officer1],
    ['seizure.lifted', { of: Number.MAX_SAFE_INTEGER }, officer1],
  ])('%s with an endless number is refused', async (act, fields, who) => {
    const matter = await startedAt();
    const [status] = await told(
      who.call('POST', `${matter}/acts/${act}`, { id: uuidv7(), at: AT, fields }),
    );
    expect(status).toBeOneOf([409, 422]);
    const documents = { 'matter-approval': sample('matter-approval') };
    const [full] = await told(
      who.call('POST', `${matter}/acts/${act}`, { id: uuidv7(), at: AT, fields, documents }),
    );
    expect(full).toBeOneOf([409, 422]);
  });

  it('of a form that is another stream’s is not there', async () => {
    for (const id of [ids['officer1'], units.food]) {
      const matter = `/api/matters/${String(id)}`;
      expect(await told(head.call('GET', matter))).toEqual([404, 'matter/not-found', []]);
      expect(await told(officer1.call('POST', `${matter}/acts/identity.shown`, shown()))).toEqual([
        404,
        'matter/not-found',
        [],
      ]);
    }
    const { body } = await officer1.call('POST', '/api/matters', starting());
    const person = `/api/people/${String(body['matter'])}/acts/training.completed`;
    expect(
      await told(sysadmin.call('POST', person, { on: '2024-01-02', course: '岗前培训' })),
    ).toEqual([404, 'matter/not-found', []]);
  });
});

describe('other commands', async () => {
  const matter = await startedAt();
  const command = () => ({ id: uuidv7(), at: AT });
  const photo = join(database.packageRoot, 'test/fixtures/media/photo.jpg');
  const upload = await uploaded(`${server.address}/api/uploads`, officer1.cookie(), photo);
  const people = { name: '来一周', unit: units.food, post: '科员' };
  const COMMANDS = [
    [
      'marking',
      officer1,
      `${matter}/flags`,
      { ...command(), flags: ['complex'], reason: '多个法律关系' },
      { reason: '另一个理由' },
    ],
    [
      'an exhibit',
      officer1,
      `${matter}/exhibits`,
      { ...command(), exhibit: uuidv7(), upload, of: 2 },
      { note: '另有说明' },
    ],
    [
      'a request',
      unithead,
      `${matter}/requests/case.opened`,
      { ...command(), documents: { 'case-opening': sample('case-opening') } },
      { note: '另有说明' },
    ],
    [
      'a notice',
      publisher,
      '/api/notices',
      {
        id: uuidv7(),
        item: 'duties',
        title: '职责',
        content: ['监督管理'],
        unit: '法规股',
        effectiveOn: '2024-01-01',
        reason: '首次公布',
      },
      { title: '别的' },
    ],
    [
      'a phrase',
      officer1,
      '/api/phrases',
      { id: uuidv7(), field: 'facts', content: '经查，' },
      { content: '别的' },
    ],
    [
      'a unit',
      sysadmin,
      '/api/units',
      { id: uuidv7(), name: '城东所', kind: 'station', functions: [] },
      { name: '城西所' },
    ],
    ['a person', sysadmin, '/api/people', { id: uuidv7(), ...people }, { name: '来二周' }],
    [
      'a certificate',
      sysadmin,
      `/api/people/${ids['unithead']}/acts/training.completed`,
      { id: uuidv7(), on: '2024-02-01', course: '年度培训' },
      { course: '别的' },
    ],
  ] as const;

  it.each(COMMANDS)(
    '%s: twice is once, with another content it is refused',
    async (_name, who, path, body, other) => {
      const { body: first, status } = await who.call('POST', path, body);
      expect([status, first['code']]).toEqual([status < 300 ? status : 200, undefined]);
      const before = await rowCounts(admin);
      const again = await who.call('POST', path, body);
      expect(again.status).toBe(status);
      expect(await told(who.call('POST', path, { ...body, ...other }))).toEqual([
        409,
        'command/reused',
        [],
      ]);
      expect(await rowCounts(admin)).toEqual(before);
    },
  );

  it.each([
    ['flags', officer1, { flags: ['complex'], reason: '多个法律关系' }],
    ['exhibits', officer1, { exhibit: uuidv7(), upload }],
    ['requests/case.opened', unithead, { documents: { 'case-opening': sample('case-opening') } }],
  ])('%s on a day that is none, or later than now, is refused', async (path, who, more) => {
    for (const at of ['2024-02-30T10:00:00+08:00', '2126-01-01T10:00:00+08:00'])
      expect(
        await told(who.call('POST', `${matter}/${path}`, { ...more, id: uuidv7(), at })),
      ).toEqual([422, 'input/invalid', ['/at']]);
  });

  it('what names something that is not there is refused', async () => {
    const before = await rowCounts(admin);
    const exhibit = { ...command(), exhibit: uuidv7(), upload };
    expect(
      await told(officer1.call('POST', `${matter}/exhibits`, { ...exhibit, of: 999 })),
    ).toEqual([422, 'input/invalid', ['/of']]);
    expect(
      await told(officer1.call('POST', `${matter}/exhibits`, { ...exhibit, upload: uuidv7() })),
    ).toEqual([422, 'act/upload-unknown', []]);
    expect(
      await told(
        officer1.call('POST', `${matter}/exhibits/${uuidv7()}/derived`, {
          ...exhibit,
          recipe: '局部放大',
        }),
      ),
    ).toEqual([422, 'act/exhibit-unknown', []]);
    expect(
      await told(
        head.call('POST', `${matter}/requests/99/refusal`, { ...command(), reason: '无' }),
      ),
    ).toEqual([409, 'act/request-unknown', []]);
    expect(
      await told(
        unithead.call('POST', `${matter}/documents/void`, {
          ...command(),
          of: 2,
          number: '无',
          reason: '无',
        }),
      ),
    ).toEqual([422, 'act/exhibit-unknown', []]);
    expect(
      await told(officer1.call('POST', `${matter}/acts/identity.shown`, shown({ by: [uuidv7()] }))),
    ).toEqual([expect.toBeOneOf([403, 422]), expect.anything(), expect.anything()]);
    expect(
      await told(head.call('POST', `${matter}/acts/case.opened`, { ...command(), request: 99 })),
    ).toEqual([422, 'input/invalid', expect.arrayContaining(['/request'])]);
    expect(await told(sysadmin.call('POST', '/api/people', { ...people, unit: uuidv7() }))).toEqual(
      [422, 'input/invalid', ['/unit']],
    );
    expect(await rowCounts(admin)).toEqual(before);
  });

  it('text in another normal form is recorded in the one that is hashed', async () => {
    const decomposed = 'Cafe\u0301 \uf900'; // é as two characters, 豈 as its compatibility twin
    const { seq } = await done(officer1, 'POST', `${matter}/flags`, {
      ...command(),
      flags: ['complex'],
      reason: decomposed,
    });
    expect(seq).toBeGreaterThan(2);
    const { rows } = await admin.query(
      'select opened from acts.act where stream_id = $1 and seq = $2',
      [matter.slice(-36), seq],
    );
    expect(rows[0].opened.toString()).toContain('Caf\u00e9 \u8c48');
  });
});
