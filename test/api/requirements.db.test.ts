/** Requirements that show only where several features meet: parties, units, certificates, papers and their numbers. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { PARTY, sample } from '../support/food-case.ts';
import { httpCase, uploaded } from '../support/http-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, enter, PASSWORD, staff } from '../support/staffed.ts';
import { inOrder } from '../support/told.ts';
import type { Visitor } from '../support/visitor.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const staffed = await staff(server, 'xinzhou', '140900');
const { as, ids } = staffed;
const { officer1, unithead, head, publisher, sysadmin, secadmin, auditadmin } = as;

interface Paper {
  readonly seq: number;
  readonly ordinal: number;
  readonly number: string | null;
  readonly sha256: string;
  readonly voided: boolean;
}

/** Begins a matter; what its first act put on file. */
async function begun(
  who: Visitor,
  party: object = PARTY,
  registrar = '陈志雄',
): Promise<{ matter: string; paper: Paper }> {
  const { matter } = await done(who, 'POST', '/api/matters', {
    id: uuidv7(),
    matter: uuidv7(),
    procedure: 'penalty.ordinary',
    subject: '经营超过保质期的食品',
    flags: [],
    party,
    first: {
      act: 'source.registered',
      id: uuidv7(),
      at: '2024-08-05T09:30:00+08:00',
      documents: { 'case-source': sample('case-source', { registrar: { name: registrar } }) },
    },
  });
  const [paper] = await papers(String(matter));
  if (!paper) throw new Error('no paper');
  return { matter: String(matter), paper };
}

async function papers(matter: string): Promise<Paper[]> {
  const { acts } = await done(head, 'GET', `/api/matters/${matter}`);
  return Array.isArray(acts) ? acts.flatMap((act) => act.documents) : [];
}

describe('requirements', () => {
  it('[QZ-18a] texts and recordings of one party lie together, from whatever matter and officer', async () => {
    const party = { ...PARTY, name: '忻州市示例食品厂', code: '91330402MAT2YQ4W5P' };
    const cases = [httpCase(staffed), httpCase(staffed)];
    const media = join(database.packageRoot, 'test/fixtures/media');
    for (const [index, who] of (['officer1', 'officer2'] as const).entries()) {
      const file = cases[index];
      await file?.begin(
        who,
        { subject: '经营超过保质期的食品', party },
        'source.registered',
        '2024-08-05T09:30:00+08:00',
        {
          documents: {
            'case-source': sample('case-source', { registrar: staffed.named(who) }),
          },
        },
      );
      await file?.exhibit(
        who,
        join(media, index === 0 ? 'clip.mp4' : 'photo.jpg'),
        '2024-08-06T10:00:00+08:00',
        2,
      );
    }
    await begun(officer1);
    const found = await done(head, 'GET', `/api/parties/${party.code}`);
    const matters = Array.isArray(found['matters']) ? found['matters'] : [];
    expect(found).toMatchObject({ name: party.name, code: party.code, complete: true });
    expect(inOrder(matters.map(({ id }) => id))).toEqual(
      inOrder(cases.map(({ matter }) => matter)),
    );
    expect(matters.flatMap(({ documents }) => documents).map(({ code }) => code)).toEqual([
      'case-source',
      'case-source',
    ]);
    expect(inOrder(matters.flatMap(({ exhibits }) => exhibits).map(({ name }) => name))).toEqual([
      'clip.mp4',
      'photo.jpg',
    ]);
  });

  it('[WD-2.1.3c] a certificate is issued by the province or a department the law allows, or not at all', async () => {
    const certificate = {
      number: '140900-0001',
      issuer: '某协会',
      from: '2024-01-01',
      until: '2028-12-31',
    };
    const path = `/api/people/${ids['assistant']}/acts/certificate.issued`;
    for (const issuerKind of ['association', '', undefined, null]) {
      const { status, body } = await sysadmin.call('POST', path, { ...certificate, issuerKind });
      expect([status, body['problems']]).toMatchObject([422, [{ pointer: '/issuerKind' }]]);
    }
    for (const [number, issuerKind, issuer] of [
      ['140900-0001', 'provincial-government', '山西省人民政府'],
      ['140900-0002', 'authorised-department', '国家市场监督管理总局'],
    ]) {
      const { person } = await done(sysadmin, 'POST', path, {
        ...certificate,
        number,
        issuerKind,
        issuer,
      });
      expect(person).toMatchObject({
        certificate: { number, issuer, from: '2024-01-01', until: '2028-12-31' },
      });
    }
    const admin = await database.connect('admin');
    await expect(
      admin.query(
        `update facts.certificate set issuer_kind = 'association' where number = '140900-0001'`,
      ),
    ).rejects.toMatchObject({ constraint: 'certificate_issuer_kind' });
  });

  it.each([
    ['department', '价格监督科'],
    ['station', '城区市场监督管理所'],
    ['entrusted', '食品检验检测中心'],
  ])('[XZ-R-3] work is recorded the same in a %s', async (kind, name) => {
    const { unit } = await done(sysadmin, 'POST', '/api/units', {
      name,
      kind,
      functions: ['enforcement'],
    });
    const { person } = await done(sysadmin, 'POST', '/api/people', {
      name: '郭丽',
      unit: Reflect.get(Object(unit), 'id'),
      post: '执法人员',
    });
    const id = String(Reflect.get(Object(person), 'id'));
    await done(secadmin, 'POST', `/api/people/${id}/acts/duty.granted`, { role: 'officer' });
    await done(sysadmin, 'POST', `/api/people/${id}/acts/account.opened`, { login: `guo-${kind}` });
    const { password } = await done(sysadmin, 'POST', `/api/people/${id}/password`);
    const officer = await enter(server, '140900', `guo-${kind}`, String(password), PASSWORD);
    const { matter } = await begun(officer, PARTY, '郭丽');
    expect(await done(officer, 'GET', `/api/matters/${matter}`)).toMatchObject({
      unit: { name },
      stage: 'source',
    });
  });

  it('[XZ-R-14a] the text of an act is in the store and in the file the moment the act is recorded', async () => {
    const { matter, paper } = await begun(officer1);
    const response = await fetch(
      `${server.address}/api/matters/${matter}/documents/${paper.seq}/${paper.ordinal}`,
      {
        headers: { cookie: officer1.cookie() },
      },
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
    const { volumes } = await done(head, 'GET', `/api/matters/${matter}/archive`);
    expect(volumes).toMatchObject({
      secondary: [{ title: '案件来源登记表', document: { seq: paper.seq, ordinal: 1 } }],
    });
  });

  it('[QZ-17a] numbers follow each other without a gap, also at once, and a voided one stays', async () => {
    const before = await begun(officer1);
    const serial = (paper: Paper): number => Number(/(\d+)号$/.exec(paper.number ?? '')?.[1]);
    const first = serial(before.paper);
    const { status } = await officer1.call('POST', '/api/matters', { nonsense: true });
    expect(status).toBe(422);
    const more = await Promise.all(Array.from({ length: 6 }, () => begun(officer1)));
    expect(more.map(({ paper }) => serial(paper)).toSorted((a, b) => a - b)).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => first + step),
    );
    const { matter, paper } = before;
    await done(unithead, 'POST', `/api/matters/${matter}/documents/void`, {
      id: uuidv7(),
      at: '2024-08-06T10:00:00+08:00',
      of: paper.seq,
      number: paper.number,
      reason: '重复登记',
    });
    expect(await papers(matter)).toMatchObject([{ number: paper.number, voided: true }]);
    expect(serial((await begun(officer1)).paper)).toBe(first + 7);
  });

  it('[WD-2.1.2a] what is not yet public beforehand is listed until it is', async () => {
    const all = [
      'subject',
      'people',
      'duties',
      'powers',
      'inspection-items',
      'basis',
      'procedure',
      'supervision',
      'remedies',
      'complaints',
    ];
    expect((await done(head, 'GET', '/api/notices'))['missing']).toEqual(all);
    for (const [index, item] of all.entries()) {
      const notice = {
        item,
        title: '公告',
        content: ['内容'],
        unit: '法规股',
        effectiveOn: '2024-01-01',
        reason: '首次公布',
      };
      await done(publisher, 'POST', '/api/notices', { id: uuidv7(), ...notice });
      expect((await done(head, 'GET', '/api/notices'))['missing']).toEqual(all.slice(index + 1));
    }
    expect((await done(head, 'GET', '/api/notices'))['items']).toEqual(all);
  });

  it('nothing but what the rules list is published beforehand', async () => {
    const { status, body } = await publisher.call('POST', '/api/notices', {
      id: uuidv7(),
      item: 'news',
      title: '公告',
      content: ['内容'],
      unit: '法规股',
      effectiveOn: '2024-01-01',
      reason: '首次公布',
    });
    expect(status).toBe(422);
    expect(body['problems']).toEqual([
      { pointer: '/item', code: 'field/choice-unknown', message: '没有这个选项。' },
    ]);
  });

  it('[XZ-G-2] penalties, licences, measures and inspections are there, and the public may ask for what is not shown', async () => {
    const { procedures } = await done(head, 'GET', '/api/procedures');
    const known = Array.isArray(procedures) ? procedures.map(({ id }) => id) : [];
    expect(known).toEqual(
      expect.arrayContaining([
        'penalty.ordinary',
        'penalty.summary',
        'licence',
        'compulsion.seizure',
        'inspection.random',
        'confirmation',
        'adjudication',
      ]),
    );
    const open = await fetch(`${server.address}/140900/decisions`);
    expect([open.status, await open.text()]).toEqual([200, expect.stringContaining('行政处罚')]);
    const address = `${server.address}/140900/requests/disclosure`;
    const form = await (await fetch(address)).text();
    const token = /name="token" value="([0-9a-f]{32})"/.exec(form)?.[1] ?? '';
    const asked = { name: '周惠兰', contact: '13900000000', content: '申请公开处罚决定书全文' };
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...asked, token }),
    });
    expect(answer.status).toBe(303);
    const { requests } = await done(publisher, 'GET', '/api/requests');
    expect(requests).toMatchObject([{ kind: 'disclosure', ...asked }]);
  });

  it('[XZ-R-20a] an edited copy is filed beside its original, which nobody exchanges or removes', async () => {
    const file = httpCase(staffed);
    const media = join(database.packageRoot, 'test/fixtures/media');
    await file.begin(
      'officer1',
      { subject: '经营超过保质期的食品', party: PARTY },
      'source.registered',
      '2024-08-05T09:30:00+08:00',
      { documents: { 'case-source': sample('case-source') } },
    );
    const original = await file.exhibit(
      'officer1',
      join(media, 'clip.mp4'),
      '2024-08-06T10:00:00+08:00',
      2,
    );
    const path = `/api/matters/${file.matter}/exhibits`;
    const cut = uuidv7();
    await done(officer1, 'POST', `${path}/${original}/derived`, {
      id: uuidv7(),
      at: '2024-08-06T11:00:00+08:00',
      exhibit: cut,
      upload: await uploaded(
        `${server.address}/api/uploads`,
        officer1.cookie(),
        join(media, 'photo.jpg'),
      ),
      recipe: '截取第3秒画面',
    });
    const { acts } = await file.view('head');
    const exhibits = Array.isArray(acts)
      ? acts.filter(({ type }) => String(type).startsWith('exhibit.')).map((act) => act.exhibits[0])
      : [];
    const bytes = await readFile(join(media, 'clip.mp4'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(exhibits).toMatchObject([
      { id: cut, derivedFrom: original },
      { id: original, derivedFrom: null, sha256 },
    ]);
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect([method, (await officer1.call(method, `${path}/${original}`)).status]).toEqual([
        method,
        404,
      ]);
    const response = await fetch(`${server.address}${path}/${original}`, {
      headers: { cookie: head.cookie() },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('[QZ-18b] no address of the API removes or replaces what was recorded', async () => {
    const api = await (await fetch(`${server.address}/api/openapi.json`)).json();
    const paths: Record<string, object> = Reflect.get(Object(api), 'paths');
    const changing = Object.entries(paths).flatMap(([path, methods]) =>
      ['delete', 'put', 'patch'].filter((one) => one in methods).map((one) => `${one} ${path}`),
    );
    // What is not on record yet, what is one’s own convenience, and how somebody signs in.
    expect(inOrder(changing)).toEqual([
      'delete /api/drafts/{key}',
      'delete /api/people/{person}/code',
      'delete /api/phrases/{id}',
      'delete /api/session',
      'delete /api/sessions/{id}',
      'delete /api/uploads/{upload}',
      'patch /api/uploads/{upload}',
      'put /api/drafts/{key}',
      'put /api/session/enrolment',
      'put /api/session/password',
    ]);
  });

  it('every one of these acts has a name to it in the audit', async () => {
    const { acts } = await done(auditadmin, 'GET', '/api/audit?kind=matter');
    const by = new Set(Array.isArray(acts) ? acts.map((act) => act.by) : []);
    expect(inOrder([...by])).toEqual(['苏建章', '郭丽', '陈志雄', '黄雅玲']);
  });
});
