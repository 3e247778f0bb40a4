/** Input nobody thinks of: characters without print, moments before the law, ids of another kind, nobody's names. */
import { describe, expect, it } from 'vitest';
import { beginning, begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { PARTY, sample } from '../support/food-case.ts';
import { rowCounts } from '../support/row-counts.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const { officer1, unithead } = as;
const admin = await database.connect('admin');

const starting = (more: object = {}, first: object = {}) => beginning(ids, more, first);
const address = `/api/matters/${await begun(officer1, ids)}`;

/** Refused with this answer, and nothing is written. */
async function refusedWhole(path: string, body: object, ...expected: unknown[]): Promise<void> {
  const before = await rowCounts(admin);
  expect(await told(officer1.call('POST', path, body))).toEqual(expected);
  expect(await rowCounts(admin)).toEqual(before);
}

describe('characters that no font can print', () => {
  it.each([
    ['a rare one', '𡋾'],
    ['a picture', '😀'],
    ['one of no width', '甲\u200b乙'],
    ['one that turns the line round', '甲\u202e乙'],
    ['one of nobody’s', '\ue000'],
  ])('%s in a name or a text is refused where it stands', async (_what, text) => {
    await refusedWhole(
      '/api/matters',
      starting({ party: { ...PARTY, name: `张${text}` } }),
      422,
      'input/invalid',
      ['/party/name'],
    );
    await refusedWhole('/api/matters', starting({ subject: `关于${text}` }), 422, 'input/invalid', [
      '/subject',
    ]);
    const source = { ...sample('case-source'), content: ['第一段。', `第二段${text}。`] };
    await refusedWhole(
      '/api/matters',
      starting({}, { documents: { 'case-source': source } }),
      422,
      'input/invalid',
      ['/first/documents/case-source/content/1'],
    );
  });

  it('is said by the check before anything is sent', async () => {
    const record = { ...sample('scene-record'), findings: ['货架上有😀。'] };
    const body = {
      id: uuidv7(),
      at: '2024-08-06T10:00:00+08:00',
      fields: { 'rights-told': true },
      documents: { 'scene-record': record },
    };
    const verdict = await done(officer1, 'POST', `${address}/acts/premises.inspected/check`, body);
    expect(verdict['problems']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          pointer: '/documents/scene-record/findings/0',
          code: 'document/glyph-missing',
        }),
      ]),
    );
  });
});

describe('an act', () => {
  it('before there was any rule is refused at its time', async () => {
    for (const [at, code] of [
      ['1900-02-20T09:30:00+08:00', 'input/invalid'],
      ['2018-12-31T23:59:59+08:00', 'input/invalid'],
      ['0001-01-01T00:00:00+08:00', 'http/malformed'],
    ])
      await refusedWhole('/api/matters', starting({}, { at }), 422, code, ['/first/at']);
  });

  it('with an id of another kind is refused at the id', async () => {
    const random = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    await refusedWhole('/api/matters', starting({ id: random }), 422, 'http/malformed', ['/id']);
    await refusedWhole('/api/matters', starting({}, { id: random }), 422, 'http/malformed', [
      '/first/id',
    ]);
    await refusedWhole('/api/matters', starting({ matter: random }), 422, 'http/malformed', [
      '/matter',
    ]);
    await refusedWhole(
      `${address}/acts/identity.shown`,
      { id: random, at: '2024-08-06T10:00:00+08:00', fields: { to: '店长', uniform: 'worn' } },
      422,
      'http/malformed',
      ['/id'],
    );
  });

  it('that proposes half a 分 is refused at the amount', async () => {
    const decision = sample('penalty-decision');
    const [penalty] = Array.isArray(decision['penalties']) ? decision['penalties'] : [];
    const proposed = { ...decision, penalties: [{ ...Object(penalty), amount: 200_000.5 }] };
    const body = {
      id: uuidv7(),
      at: '2024-08-20T10:00:00+08:00',
      fields: { kind: 'legal', materials: ['report', 'evidence', 'draft'] },
      documents: { 'penalty-decision': proposed },
    };
    for (const path of ['acts/review.requested', 'acts/review.requested/check']) {
      const { status, body: answer } = await unithead.call('POST', `${address}/${path}`, body);
      expect(status).toBe(path.endsWith('check') ? 200 : 422);
      expect(answer['problems']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ pointer: '/documents/penalty-decision/penalties/0/amount' }),
        ]),
      );
    }
  });
});

describe('a party', () => {
  it('without a name, or not born yet, is refused', async () => {
    await refusedWhole(
      '/api/matters',
      starting({ party: { ...PARTY, name: '   ' } }),
      422,
      'http/malformed',
      ['/party/name'],
    );
    const unborn = {
      kind: 'natural',
      name: '张三',
      address: '示例路1号',
      idKind: 'citizen',
      idNumber: '350502203001010017',
    };
    await refusedWhole('/api/matters', starting({ party: unborn }), 422, 'party/id-invalid', [
      '/party/idNumber',
    ]);
  });
});

it('nobody handles a matter twice', async () => {
  await refusedWhole(
    '/api/matters',
    starting({ handlers: [ids['officer1'], ids['officer1']] }),
    422,
    'input/invalid',
    ['/handlers/1'],
  );
});
