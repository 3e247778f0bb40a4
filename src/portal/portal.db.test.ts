import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { momentAt } from '../calendar/moment.ts';
import { processIo, runVerify } from '../verify/verify.cli.ts';
import { openPortal } from './portal.ts';
import { dateText } from './words.ts';
import { openPublishedCase } from './portal.testkit.ts';

/** A decision of the bureau of Licheng, played from its clue, as a visitor of the portal finds it. */

const database = await freshDatabase();
const made = await openPublishedCase(database);
const { address } = made.server;
const folder = await mkdtemp(join(tmpdir(), 'zhuding-portal-'));
afterAll(() => rm(folder, { recursive: true }));

const DECISION = '/350502/decisions/penalty-2024-1';
const NUMBER = '泉鲤市监处罚〔2024〕1号';
/** The site shows a publication from the day it is recorded, which is long after the days of the case. */
const TODAY = momentAt(Date.now()).day;
const PARTY = '泉州市鲤城区晨禾生鲜超市有限公司';

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, { headers, redirect: 'manual' });
const textOf = async (path: string) => (await get(path)).text();
const asked = (query: Record<string, string>) =>
  textOf(`/350502/decisions?${new URLSearchParams(query).toString()}`);

describe('what the portal may read', () => {
  it.each([
    'acts.act',
    'facts.decision',
    'facts.review_opinion',
    'work.matter',
    'work.person',
    'auth.account',
    'ledger.leaf',
    'intake.request',
  ])('not %s', async (table) => {
    const portal = await database.connect('portal');
    await expect(portal.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  });
  it('the tables it is made for', async () => {
    const portal = await database.connect('portal');
    const { rows } = await portal.query('select number from published.entry');
    expect(rows).toEqual([{ number: NUMBER }]);
  });
});

describe('the page of the decision', async () => {
  const page = await textOf(DECISION);

  it('[QZ-0a] names the unit that answers for it', () => {
    expect(page).toContain('<th scope="row">承办机构</th><td><bdi>食品安全监督管理股</bdi></td>');
  });
  it('[QZ-10a] names authority, party, category, outcome and day', () => {
    for (const words of ['泉州市鲤城区市场监督管理局', PARTY, '行政处罚', '罚款52000元'])
      expect(page).toContain(words);
    expect(page).toContain('2024年9月26日');
  });
  it('[WD-2.1.4a] has the text of the decision itself', () => {
    expect(page).toContain('class="sheet"');
    expect(page).toContain('当事人在规定期限内未提出陈述、申辩。');
  });
  it('[WD-2.1.4b] withholds what concerns a person, each gap with its clause', () => {
    expect(page).not.toContain('350502199001010018');
    expect(page).not.toContain('13900000000');
    expect(page).toContain('此处隐去：证件号码，依据公示规定第六条');
    expect(page).toContain('此处隐去：电话，依据公示规定第六条');
  });
  it('says when it was due and why on that day', () => {
    // Seven working days after 26 September 2024, over the National Day holiday.
    expect(page).toContain('决定次日（9月27日）起数7个工作日。不数国庆节7天、周末1天。');
    expect(page).toContain('<time dateTime="2024-10-11">2024年10月11日</time>');
    // Recorded today, whatever day it was given: late.
    expect(page).toContain('逾期后公示');
  });
  it('may not run anything, and must be asked for again by caches', async () => {
    const { headers } = await get(DECISION);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('set-cookie')).toBeNull();
  });
  it('is not sent again to whoever has it', async () => {
    const etag = (await get(DECISION)).headers.get('etag') ?? '';
    const again = await get(DECISION, { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(DECISION, { 'if-none-match': '"other"' })).status).toBe(200);
  });
  it('was stored when it was published, byte for byte as it is served', async () => {
    const portal = await database.connect('portal');
    const { rows } = await portal.query<{ body: Buffer }>('select body from published.page');
    expect(rows[0]?.body.toString()).toBe(page);
  });
  it('comes in large type, every link with it', async () => {
    const large = await textOf(`${DECISION}?large=1`);
    expect(large).toContain('class="large"');
    expect(large).toContain('href="/350502?large=1"');
  });
});

it('the proof of the page is proven by the file alone', async () => {
  const answer = await get(`${DECISION}/versions/1/proof`);
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="penalty-2024-1-1.tlog-proof"',
  );
  const file = join(folder, 'decision.tlog-proof');
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  let report = '';
  const io = { ...processIo, out: (text: string) => void (report += text) };
  expect(await runVerify([file], io)).toBe(0);
  expect(report).toContain(NUMBER);
  expect(report).not.toContain('350502199001010018');
});

describe('a search finds it', () => {
  it.each([
    ['by the whole name', { q: PARTY }],
    ['by part of the name', { q: '晨禾' }],
    ['by credit code', { q: '91350502MAURQ2839J' }],
    ['by credit code in small letters', { q: '91350502maurq2839j' }],
    ['by part of the number', { q: '〔2024〕1' }],
    ['by law', { q: '食品安全法' }],
    ['by article in figures', { q: '食品安全法第124条' }],
    ['by violation', { q: '超过保质期' }],
    ['by name and violation', { q: '晨禾 保质期' }],
    ['by days of publication', { from: '2024-10-09', to: TODAY }],
    ['by kind of party', { party: 'legal' }],
    ['by year', { year: '2024' }],
    ['by state', { state: 'late' }],
  ])('%s', async (_title, query) => {
    expect(await asked(query)).toContain(`href="${DECISION}"`);
  });
  it.each([
    ['of another name', { q: '晨光' }],
    ['of another code', { q: '91330400MA3PCF4235' }],
    ['of another order of the same characters', { q: '禾晨' }],
    ['of other days', { from: '2024-10-10', to: '2025-10-10' }],
    ['of another kind of party', { party: 'natural' }],
    ['of another state', { state: 'overdue' }],
    ['of another article', { q: '食品安全法第122条' }],
  ])('and not one %s', async (_title, query) => {
    const page = await asked(query);
    expect(page).toContain('没有查到');
    expect(page).not.toContain(DECISION);
  });
  it('the whole number leads to what became of it', async () => {
    const answer = await get(`/350502/decisions?q=${encodeURIComponent('泉鲤市监处罚[2024]1号')}`);
    expect(answer.status).toBe(303);
    const to = answer.headers.get('location') ?? '';
    expect(await textOf(to)).toContain('逾期后公示');
  });
  it('days that make no sense are said, and what was typed is kept', async () => {
    const page = await asked({ q: '晨禾', from: '2024-13-01', to: TODAY });
    expect(page).toContain('“2024-13-01”不是一个日期，没有按它筛选。');
    expect(page).toContain('value="晨禾"');
    expect(page).toContain(DECISION);
  });
  it.each([
    "'; drop table published.entry; --",
    '<script>alert(1)</script>',
    '%',
    '\\',
    "'' <-> ''",
    '\u0000',
  ])('whatever is typed: %j', async (q) => {
    const answer = await get(`/350502/decisions?${new URLSearchParams({ q }).toString()}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('<script');
  });
});

describe('what became of a number', () => {
  const check = (number: string) => get(`/350502/check?number=${encodeURIComponent(number)}`);
  it('one never given', async () => {
    const answer = await check('泉鲤市监处罚〔2024〕99号');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('本局没有编过“泉鲤市监处罚〔2024〕99号”这个文号');
  });
  it('the same word and serial of another bureau', async () => {
    expect((await check('嘉市监处罚〔2024〕1号')).status).toBe(404);
  });
  it('something that is no number', async () => {
    expect(await (await check('晨禾')).text()).toContain('不像一个决定书文号');
  });
});

describe('addresses', () => {
  it.each([
    ['/350502/nothing', 404, 'text/html; charset=utf-8'],
    ['/999999', 404, 'text/html; charset=utf-8'],
    ['/350502/decisions/penalty-2024-2', 404, 'text/html; charset=utf-8'],
    [`${DECISION}/versions/2`, 404, 'text/html; charset=utf-8'],
    [`${DECISION}/versions/x`, 404, 'text/html; charset=utf-8'],
    ['/350502/procedures/licence', 404, 'text/html; charset=utf-8'],
    ['/api/nothing', 404, 'application/problem+json; charset=utf-8'],
    ['/healthz', 200, 'application/json; charset=utf-8'],
    ['/log/350502/checkpoint', 200, 'text/plain; charset=utf-8'],
    ['/robots.txt', 200, 'text/plain; charset=utf-8'],
    ['/sitemap.xml', 200, 'application/xml; charset=utf-8'],
    ['/350502/sitemap.xml?year=2024', 200, 'application/xml; charset=utf-8'],
    ['/350502/feed.atom', 200, 'application/atom+xml; charset=utf-8'],
    ['/350502/about', 200, 'text/html; charset=utf-8'],
    ['/350502/procedures/penalty.ordinary', 200, 'text/html; charset=utf-8'],
    ['/350502/procedures/penalty.summary', 200, 'text/html; charset=utf-8'],
  ])('%s answers %i', async (path, status, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
  });
  it('with one bureau, the first page is its page', async () => {
    expect((await get('/')).headers.get('location')).toBe('/350502');
  });
  it('feed and site map name the decision', async () => {
    expect(await textOf('/350502/feed.atom')).toContain(DECISION);
    expect(await textOf('/350502/sitemap.xml?year=2024')).toContain(DECISION);
  });
});

it('[QZ-10c] the help page says which of two limits applies, and which gave way', async () => {
  const page = await textOf('/350502/about');
  expect(page).toContain('取较短的期限');
  expect(page).toContain(
    '《泉州市鲤城区市场监督管理局全面推行三项制度实施方案》第十项（20个工作日）',
  );
});

it('the rates can be computed again from the data', async () => {
  const data = (await (await get('/350502/decisions.json?year=2024')).json()) as {
    numbers: { state: string; number: string; decision: { page: string } | null }[];
    figures: { onTime: { part: number; whole: number } };
    next: string | null;
  };
  expect(data.numbers.map(({ number, state }) => [number, state])).toEqual([[NUMBER, 'late']]);
  expect(data.numbers[0]?.decision?.page).toBe(DECISION);
  expect(data.figures.onTime).toEqual({ part: 0, whole: 1 });
  expect(data.next).toBeNull();
  expect(await textOf('/350502?year=2024')).toContain('0 ÷ 1');
});

it('[WD-2.1.2a] what is not yet public beforehand stands there as missing, and what is has version, day, reason and unit', async () => {
  const before = await textOf('/350502/notices');
  expect(before.split('尚未公开。本局应当公开而没有公开的')).toHaveLength(11);
  const notice = (effectiveOn: string, title: string, reason: string) =>
    made.as.publisher.call('POST', '/api/notices', {
      id: crypto.randomUUID().replace(/^(.{14})./, '$17'),
      item: 'remedies',
      title,
      content: ['向泉州市鲤城区人民政府申请行政复议。'],
      unit: '法规股',
      effectiveOn,
      reason,
    });
  expect((await notice('2024-01-01', '救济渠道', '首次公开')).status).toBe(200);
  expect((await notice('2024-06-01', '救济渠道（修订）', '机构调整')).status).toBe(200);
  const page = await textOf('/350502/notices');
  for (const words of [
    '第2版',
    '救济渠道（修订）',
    '机构调整',
    '法规股',
    '2024年6月1日',
    '其他1个版本',
    '第1版',
  ])
    expect(page).toContain(words);
  expect(page.split('尚未公开。本局应当公开而没有公开的')).toHaveLength(10);
  expect(await textOf('/350502')).toContain('已公开1项，缺9项');
});

it('[JX-1.7d] withdrawn, it is gone within a second from page, search, data, feed and every process', async () => {
  const { world } = made.server;
  const other = openPortal({ ...world, db: database.open(), onCommit: () => {} });
  const key = { bureau: '350502', entry: 'penalty-2024-1', version: null, large: false };
  const elsewhere = () =>
    other.decisions.find(key, async () => {
      const bureau = await other.bureau('350502');
      return bureau && other.site(bureau, DECISION, false);
    });
  expect((await elsewhere())?.status).toBe(200);
  const etag = (await get(DECISION)).headers.get('etag') ?? '';

  await made.step({
    who: 'head',
    act: 'decision.overturned',
    at: '2024-10-20T10:00:00+08:00',
    fields: { kind: 'revoked', organ: 'reconsideration', note: '2024年10月18日行政复议决定' },
  });
  await made.step({
    who: 'publisher',
    act: 'publication.withdrawn',
    at: '2024-10-21T10:00:00+08:00',
    fields: { channel: 'WEB', reason: '行政复议决定撤销原处罚' },
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));

  const gone = await get(DECISION, { 'if-none-match': etag });
  expect(gone.status).toBe(410);
  const page = await gone.text();
  for (const words of [NUMBER, '行政复议决定撤销原处罚', '《行政处罚法》第四十八条'])
    expect(page).toContain(words);
  const { status, body } = (await elsewhere()) ?? { status: 0, body: Buffer.alloc(0) };
  expect(status).toBe(410);
  const data = await get(`${DECISION}/data.json`);
  expect(data.status).toBe(410);
  const everywhere = [
    page,
    body.toString(),
    await data.text(),
    await asked({ q: '晨禾' }),
    await asked({ q: '91350502MAURQ2839J' }),
    await asked({ year: '2024' }),
    await textOf('/350502'),
    await textOf('/350502/decisions.json'),
    await textOf('/350502/feed.atom'),
    await textOf('/350502/sitemap.xml?year=2024'),
    await textOf(`${DECISION}/versions/1`),
    await textOf(`${DECISION}?large=1`),
  ];
  for (const text of everywhere) expect(text).not.toContain('生鲜超市');
  expect((await get(`${DECISION}/versions/1/proof`)).status).toBe(410);
  expect(await textOf(`/350502/check?number=${encodeURIComponent(NUMBER)}`)).toContain(
    `公示已于${dateText(TODAY)}撤回：行政复议决定撤销原处罚。`,
  );
});

it('[JX-1.7d] the stored page is the reasoned one too', async () => {
  const portal = await database.connect('portal');
  await expect
    .poll(
      async () => {
        const { rows } = await portal.query<{ body: Buffer }>('select body from published.page');
        return rows.map(({ body }) => body.toString().includes('这份决定的公示已撤回'));
      },
      { timeout: 10_000 },
    )
    .toEqual([true]);
});
