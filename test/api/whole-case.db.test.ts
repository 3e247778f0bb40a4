/** The whole food case over the documented API alone, in two bureaus with people of their own. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/calendar/moment.ts';
import { processIo, runVerify } from '../../src/verify/verify.cli.ts';
import { apiDocument, at } from '../support/api-document.ts';
import { freshDatabase } from '../support/database.ts';
import { type HearingPlan, playToArchive, playToDecision } from '../support/hearing-case.ts';
import { readEverything, workAside } from '../support/read-everything.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { inOrder } from '../support/told.ts';
import { visitor } from '../support/visitor.ts';

interface Place {
  readonly pack: string;
  readonly area: string;
  readonly name: string;
  readonly people: Readonly<Record<string, string>>;
  readonly plan: HearingPlan;
  readonly decision: string;
  /** Title of the test of where and by when it is public. */
  readonly due: string;
  /**
   * Channel, working days, the last day of the period, the day it was handed over there; null where the site shows it,
   * from the day it is recorded.
   */
  readonly channels: readonly (readonly [string, number, string, string | null])[];
  readonly grounds: readonly string[];
}

// The decision is of 2024-09-26, a Thursday. After it: 27 September, 29 and 30 September (the 29th a Sunday worked in
// exchange), no work from 1 to 7 October, then 8 to 11 October, and 12 October, a Saturday worked in exchange.
const PLACES: readonly Place[] = [
  {
    pack: 'licheng',
    area: '350502',
    name: '泉州市鲤城区市场监督管理局',
    people: {},
    plan: {
      party: {
        kind: 'legal',
        name: '泉州市鲤城区晨禾生鲜超市有限公司',
        licenceName: '营业执照',
        code: '91350502MAURQ2839J',
        address: '福建省泉州市鲤城区示例路1号',
        representative: '贺明远',
        idNumber: '350502199001010018',
        phone: '13900000000',
      },
      unit: '食品安全监督管理股',
      publish: [
        ['WEB', '2024-10-11T10:00:00+08:00'],
        ['GSXT', '2024-10-28T10:00:00+08:00'],
      ],
    },
    decision: '泉鲤市监处罚〔2024〕1号',
    due: '[QZ-10c] is due before the public as its superior says, sooner than by its own word',
    channels: [
      ['WEB', 7, '2024-10-11', null],
      ['GSXT', 20, '2024-10-29', '2024-10-28'],
    ],
    grounds: ['hearing-held'],
  },
  {
    pack: 'jiaxing',
    area: '330400',
    name: '嘉兴市市场监督管理局',
    people: {
      officer1: '沈国平',
      officer2: '陆丽娟',
      head: '钱永明',
      unithead: '徐建华',
      reviewer: '姚文',
    },
    plan: {
      party: {
        kind: 'legal',
        name: '嘉兴市禾味食品商贸有限公司',
        licenceName: '营业执照',
        code: '91330402MAT2YQ4W5P',
        address: '浙江省嘉兴市南湖区示例路8号',
        representative: '杨㛃',
        idNumber: '330402198506150020',
        phone: '13900000005',
      },
      unit: '食品安全监督管理股',
      publish: [
        ['ZWFW', '2024-10-09T10:00:00+08:00'],
        ['GSXT', '2024-10-10T10:00:00+08:00'],
      ],
    },
    decision: '嘉市监处罚〔2024〕1号',
    due: '[JX-1.7b] is due within seven working days, in the national system too',
    channels: [
      ['ZWFW', 7, '2024-10-11', null],
      ['GSXT', 7, '2024-10-11', '2024-10-10'],
    ],
    grounds: ['all-except-summary', 'hearing-held'],
  },
];

describe.each(PLACES)('the food case at $name', async (place) => {
  const database = await freshDatabase();
  const server = await openTestServer(database);
  const document = await apiDocument(server.address);
  const visit = (address: string) => document.documented(visitor(address));
  const { presets } = await done(visit(server.address), 'GET', '/api/setup');
  const preset = Array.isArray(presets) ? presets.find((one) => one.pack === place.pack) : null;
  const { profile } = preset;
  const staffed = await staff(server, place.pack, place.area, {
    names: place.people,
    profile,
    visit,
  });
  const file = await playToDecision(staffed, place.plan);
  await playToArchive(file, place.plan);
  const view = await file.view('head');

  const matter = `/api/matters/${file.matter}`;
  const { head } = staffed.as;

  it('[QZ-0d] [WD-2.2.2b] is played from the clue to the archived file over the documented API', () => {
    expect([view['state'], view['stage'], view['decisionNumber']]).toEqual([
      'archived',
      'archive',
      place.decision,
    ]);
    expect(view['missing']).toEqual({ acts: [], recordings: [], texts: [] });
    expect(all(view['stages'])).toHaveLength(19);
    expect(all(view['stages']).filter((stage) => stage['status'] !== 'done')).toMatchObject([
      { title: '陈述申辩', status: 'skipped' },
      { title: '申请强制执行', status: 'skipped' },
    ]);
  });

  it('[XZ-R-2a] has left a record in each of the five parts of the work', () => {
    const recorded = new Set(all(view['acts']).map((act) => act['type']));
    expect(PARTS.map((part) => part.filter((act) => !recorded.has(act)))).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    const texts = all(view['acts']).filter((act) => all(act['documents']).length > 0);
    for (const part of PARTS)
      expect(texts.some((act) => part.includes(String(act['type'])))).toBe(true);
  });

  it('[QZ-23] counts among the decisions that needed legal review and had it', async () => {
    expect(await done(head, 'GET', '/api/review-coverage')).toEqual({
      years: [{ year: 2024, decisions: 1, legal: 1, legalReviewed: 1, caseReviewed: 0 }],
    });
  });

  it('was reviewed on the grounds its bureau reviews on, and again after the hearing', () => {
    const { kind, grounds, status, rounds } = Object(view['review']);
    expect([kind, status, rounds, inOrder(grounds)]).toEqual(['legal', 'passed', 2, place.grounds]);
  });

  it(place.due, async () => {
    const channels = all(view['publication']);
    const act = all(view['acts']).find(({ type }) => type === 'publication.published');
    const onSite = momentAt(Date.parse(String(act?.['recorded']))).day;
    expect(
      channels.map(({ channel, limit, due, published }) => [channel, limit, due, published]),
    ).toEqual(place.channels.map((channel) => [...channel.slice(0, 3), channel[3] ?? onSite]));
    const { decisions } = await done(head, 'GET', '/api/decisions');
    const [, , dueOn] = place.channels[0] ?? [];
    expect(decisions).toMatchObject([
      { number: place.decision, required: true, dueOn, publishedOn: onSite, status: 'late' },
    ]);
  });

  it('has the same other time limits everywhere', () => {
    const due = (name: string) =>
      all(view['clocks'])
        .filter((one) => one['name'] === name)
        .map((one) => [one['started'], one['due'], one['status']]);
    // 15 working days; 90 days and the eleven from the request to the hearing; 5 working days; 10, over the holiday in the second round.
    expect(due('verification')).toEqual([['2024-08-05', '2024-08-26', 'met']]);
    expect(due('decision')).toEqual([['2024-08-13', '2024-11-22', 'met']]);
    expect(due('hearing.request')).toEqual([['2024-08-30', '2024-09-06', 'met']]);
    expect(due('review')).toEqual([
      ['2024-08-26', '2024-09-09', 'met'],
      ['2024-09-19', '2024-10-09', 'met'],
    ]);
    expect(due('delivery')).toEqual([['2024-09-26', '2024-10-11', 'met']]);
    expect(due('payment')).toEqual([['2024-09-27', '2024-10-12', 'met']]);
    expect(due('reconsideration')).toMatchObject([['2024-09-27', '2024-11-26', expect.anything()]]);
    expect(due('court')).toMatchObject([['2024-09-27', '2025-03-27', expect.anything()]]);
    expect(due('closing')).toEqual([['2024-10-12', '2024-11-01', 'met']]);
  });

  it('[QZ-18b] keeps the video and the photo byte for byte, with both hashes', async () => {
    const exhibits = filed(view);
    expect(inOrder(exhibits.map(({ name }) => name))).toEqual([
      'browser.webm',
      'clip.mp4',
      'photo.jpg',
    ]);
    for (const { id, name, sha256, sm3, size } of exhibits) {
      const bytes = await readFile(join(database.packageRoot, 'test/fixtures/media', String(name)));
      const response = await fetch(`${server.address}${matter}/exhibits/${String(id)}`, {
        headers: { cookie: head.cookie() },
      });
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
      expect([sha256, sm3, size]).toEqual([
        hash('sha256', bytes),
        hash('sm3', bytes),
        bytes.length,
      ]);
    }
    const recordings = all(view['acts']).filter((act) => act['recording'] !== null);
    expect(recordings.map((act) => [act['type'], at(act['recording'], 'status')])).toEqual([
      ['hearing.held', 'stored'],
      ['evidence.recorded', 'skipped'],
      ['premises.inspected', 'stored'],
    ]);
  });

  it('[XZ-R-4] has every act in the log within a second or two of the last', async () => {
    await expect
      .poll(async () => at(await file.view('head'), 'sealed'), { timeout: 10_000 })
      .toEqual({ acts: view['seq'], of: view['seq'] });
  });

  it('[QZ-17b] [JX-2.6] has every paper and exhibit of every act in its file, on pages of its own', async () => {
    const { volumes } = await done(head, 'GET', `${matter}/archive`);
    const lines = [...all(at(volumes, 'main')), ...all(at(volumes, 'secondary'))];
    const papers = all(view['acts']).flatMap((act) =>
      all(act['documents'])
        .filter(({ code }) => !['file-cover', 'file-contents', 'file-notes'].includes(String(code)))
        .map(({ ordinal }) => `${String(act['seq'])}/${String(ordinal)}`),
    );
    const exhibits = filed(view).map(({ id }) => id);
    const kept = lines.flatMap((line) =>
      line['document']
        ? [`${String(at(line, 'document', 'seq'))}/${String(at(line, 'document', 'ordinal'))}`]
        : [],
    );
    expect(papers).toHaveLength(20);
    expect(inOrder(kept)).toEqual(inOrder(papers));
    expect(inOrder(lines.flatMap(({ exhibit }) => exhibit ?? []))).toEqual(inOrder(exhibits));
    for (const volume of ['main', 'secondary']) {
      let last = 0;
      for (const { from, to } of all(at(volumes, volume))) {
        expect(from).toBe(last + 1);
        last = Number(to);
      }
    }
  });

  it('[JX-2.6] stands in the register of cases with its numbers, as list and as table', async () => {
    const { matters } = await done(head, 'GET', '/api/matters');
    expect(matters).toMatchObject([
      {
        id: file.matter,
        caseNumber: view['caseNumber'],
        decisionNumber: place.decision,
        unit: '食品安全监督管理股',
        state: 'archived',
      },
    ]);
    const table = await head.call('GET', '/api/matters?format=xlsx');
    expect([table.status, table.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('[JX-3.9b] keeps the written opinion of each review in its file', async () => {
    const { volumes } = await done(head, 'GET', `${matter}/archive`);
    const opinions = all(view['acts']).filter((act) => act['type'] === 'review.concluded');
    const titles = opinions.flatMap((act) => all(act['documents']).map(({ title }) => title));
    expect(titles).toEqual(['法制审核表', '法制审核表']);
    const lines = [...all(at(volumes, 'main')), ...all(at(volumes, 'secondary'))];
    expect(
      lines
        .filter(({ title }) => title === '法制审核表')
        .map((line) => at(line, 'document', 'seq')),
    ).toEqual(opinions.map(({ seq }) => seq).toSorted((a, b) => Number(a) - Number(b)));
  });

  it('publishes a decision whose proof holds on the file alone', async () => {
    const portal = await database.connect('portal');
    const proof = async (): Promise<Buffer | undefined> =>
      (await portal.query('select file from published.proof order by version desc limit 1')).rows[0]
        ?.file;
    await expect.poll(proof, { timeout: 10_000 }).toBeDefined();
    const path = join(server.dataDir, 'decision.tlog-proof');
    await writeFile(path, (await proof()) ?? '');
    let said = '';
    const io = { ...processIo, out: (text: string) => void (said += text) };
    expect(await runVerify([path], io)).toBe(0);
    expect(said).toContain(place.decision);
  });

  it('answers at every address what the document says', async () => {
    const exhibit = filed(view).find(({ name }) => name === 'photo.jpg');
    await readEverything(staffed, {
      matter: file.matter,
      exhibit: String(exhibit?.['id']),
      party: String(at(view['party'], 'name')),
      document: 2,
      clock: String(all(view['clocks'])[0]?.['id']),
    });
    const photo = join(database.packageRoot, 'test/fixtures/media/photo.jpg');
    await workAside(staffed, place.plan.party, photo);
    const described = Object.entries(Object(document.json['paths'])).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const rest = described.filter(
      (name) =>
        !document.used.has(name) && !name.includes('/acts/') && !name.includes('/api/uploads'),
    );
    expect(rest, 'is asked nowhere: add it to read-everything.ts').toEqual(ELSEWHERE);
  });
});

/** Beginning; investigation and evidence; review and decision; delivery and execution; filing (忻州记录制度 art. 2). */
const PARTS: readonly (readonly string[])[] = [
  ['source.registered', 'case.opened', 'handlers.assigned'],
  ['premises.inspected', 'evidence.recorded', 'investigation.concluded'],
  ['review.concluded', 'proposal.approved', 'hearing.held', 'discussion.held', 'decision.made'],
  ['decision.delivered', 'performance.recorded', 'case.closed'],
  ['file.archived'],
];

/** Addresses that other tests call: what the case does not need. */
const ELSEWHERE: readonly string[] = [
  'POST /api/setup/rehearsal',
  'GET /api/rehearsal-accounts',
  'DELETE /api/sessions/{id}',
  'POST /api/matters/{matter}/party',
  'POST /api/matters/{matter}/requests/{seq}/grant',
];

function all(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list : [];
}

/** What was put in evidence, by the acts that did. */
function filed(view: Record<string, unknown>): Record<string, unknown>[] {
  return all(view['acts']).flatMap((act) =>
    act['type'] === 'exhibit.added' ? all(act['exhibits']) : [],
  );
}

function hash(algorithm: 'sha256' | 'sm3', bytes: Buffer): string {
  return createHash(algorithm).update(bytes).digest('hex');
}
