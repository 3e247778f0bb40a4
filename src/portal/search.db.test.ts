import { describe, expect, it } from 'vitest';
import { fillSearchData } from '../../bench/search-data.ts';
import { freshDatabase } from '../../test/support/database.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { readCommonWords } from './entry-search.views.ts';
import { type ListQuery, listQuery } from './listing.ts';
import { parseSearch } from './search-query.ts';
import { readList } from './search.views.ts';
import { slotState } from './slot.ts';

/** Search and paging over many decisions, against a plain look through all of them. */

const BUREAU = '350502';
const TODAY = plainDate('2026-12-31');
const database = await freshDatabase();
const admin = await database.connect('admin');
await fillSearchData(admin, { bureau: BUREAU, count: 3000, until: '2026-10-31' });
// Every seventh decision was taken down again.
await admin.query('set session_replication_role = replica');
await admin.query(
  `update published.slot set withdrawn_on = '2026-11-01', reason = '撤销' where serial % 7 = 0`,
);
await admin.query('set session_replication_role = origin');
const db = database.open();
const common = await readCommonWords(db, BUREAU);

interface Known {
  readonly number: string;
  readonly text: string;
  readonly code: string | null;
  readonly kind: string;
  readonly day: string;
}
const { rows: known } = await admin.query<Known>(
  `select e.number, e.title || ' ' || (e.summary->4->>'value') || ' ' || e.penalty as text, e.party_code as code,
      e.party_kind as kind, e.published_on::text as day
    from published.entry e join published.slot s using (bureau_id, entry_id)
    where s.withdrawn_on is null order by e.published_on desc, e.year desc, e.serial desc`,
);

/** All pages of a list, one after the other. */
async function walk(query: ListQuery, size = 20): Promise<string[]> {
  const numbers: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await readList(db, BUREAU, query, { after, size, today: TODAY, common });
    numbers.push(...page.rows.map(({ slot }) => slot.number));
    expect(page.rows.length).toBeLessThanOrEqual(size);
    if (page.next === null) return numbers;
    after = page.next;
  }
}

const NOTHING = { partyKind: null, from: null, to: null, states: [], year: null } as const;
const numbersOf = (holds: (one: Known) => boolean) =>
  known.filter(holds).map(({ number }) => number);

describe('words are found exactly as by looking through every text, newest first', () => {
  it.each([
    '食品',
    '超市',
    '有限公司',
    '泉州市鲤城区',
    '保质期',
    '计量器具',
    '传销',
    '虚假广告',
    '反不正当竞争法',
    '品食',
    '晨禾',
    '王某',
    '福满',
    '52,000元',
  ])('%s', async (typed) => {
    const wanted = numbersOf(({ text }) => text.includes(typed));
    expect(await walk(listQuery(parseSearch(typed), NOTHING))).toEqual(wanted);
  });
  it('several, in any order', async () => {
    const wanted = numbersOf(({ text }) => text.includes('超市') && text.includes('广告'));
    expect(wanted.length).toBeGreaterThan(20);
    expect(await walk(listQuery(parseSearch('广告 超市'), NOTHING))).toEqual(wanted);
  });
  it('within days of publication, and of a kind of party', async () => {
    const boxes = {
      ...NOTHING,
      partyKind: 'natural',
      from: plainDate('2019-03-15'),
      to: plainDate('2024-02-29'),
    };
    const wanted = numbersOf(
      ({ text, kind, day }) =>
        text.includes('食品') && kind === 'natural' && day >= '2019-03-15' && day <= '2024-02-29',
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(await walk(listQuery(parseSearch('食品'), boxes))).toEqual(wanted);
  });
  it('whether common words are left to the second look or not', async () => {
    expect([...common]).toContain('有限');
    const query = listQuery(parseSearch('泉州市鲤城区晨'), NOTHING);
    const page = { after: null, size: 500, today: TODAY };
    const [one, other] = await Promise.all([
      readList(db, BUREAU, query, { ...page, common }),
      readList(db, BUREAU, query, page),
    ]);
    expect(one).toEqual(other);
  });
});

it('by credit code', async () => {
  const { code = null } = known.find((one) => one.code !== null) ?? {};
  const wanted = numbersOf((one) => one.code === code);
  expect(await walk(listQuery(parseSearch(code ?? ''), NOTHING))).toEqual(wanted);
});

it('by days alone', async () => {
  const boxes = { ...NOTHING, from: plainDate('2025-01-01'), to: plainDate('2025-12-31') };
  const wanted = numbersOf(({ day }) => day.startsWith('2025'));
  expect(wanted.length).toBeGreaterThan(200);
  expect(await walk(listQuery(parseSearch(''), boxes), 50)).toEqual(wanted);
});

describe('numbers are listed with everything that became of them', () => {
  it('each once, latest first', async () => {
    const all = await walk(listQuery(parseSearch(''), NOTHING), 500);
    expect(all).toHaveLength(3000);
    expect(new Set(all).size).toBe(3000);
    expect(all[0]).toMatch(/〔2026〕/);
  });
  it('by the day of publication, or of the decision, and within a day by number', async () => {
    const { rows } = await admin.query<{ number: string }>(
      `select number from published.slot
        order by coalesce(published_on, decided_on) desc, word desc, year desc, serial desc`,
    );
    const wanted = rows.map(({ number }) => number);
    expect(await walk(listQuery(parseSearch(''), NOTHING), 500)).toEqual(wanted);
  });
  it('one serial of every year', async () => {
    const numbers = await walk(listQuery(parseSearch('7号'), NOTHING));
    expect(numbers[0]).toBe('泉鲤市监处罚〔2026〕7号');
    expect(numbers.every((number) => number.endsWith('〕7号'))).toBe(true);
    expect(numbers).toHaveLength(11);
  });
  it.each(['withdrawn', 'late', 'on-time'] as const)('only those %s', async (state) => {
    const query = listQuery(parseSearch(''), { ...NOTHING, states: [state], year: 2025 });
    const page = { after: null, size: 500, today: TODAY };
    const { rows } = await readList(db, BUREAU, query, page);
    const { rows: all } = await readList(
      db,
      BUREAU,
      listQuery(parseSearch(''), { ...NOTHING, year: 2025 }),
      page,
    );
    const wanted = all.filter(({ slot }) => slotState(slot, TODAY) === state);
    expect(wanted.length).toBeGreaterThan(state === 'late' ? -1 : 0);
    expect(rows).toEqual(wanted);
  });
  it('a place of what was withdrawn shows nothing of it', async () => {
    const query = listQuery(parseSearch(''), { ...NOTHING, states: ['withdrawn'] });
    const { rows } = await readList(db, BUREAU, query, { after: null, size: 20, today: TODAY });
    expect(rows.map(({ entry }) => entry)).toEqual(Array.from({ length: 20 }, () => null));
  });
});

it.each([
  'x',
  '2026-1',
  '2026-02-30_处罚_2026_1',
  '2026-02-03_处罚_2026_99999999999',
  '2026-1-处罚',
])('a page that there is not begins at the beginning: %s', async (after) => {
  for (const typed of ['', '食品']) {
    const query = listQuery(parseSearch(typed), NOTHING);
    const at = (key: string | null) =>
      readList(db, BUREAU, query, { after: key, size: 5, today: TODAY, common });
    expect(await at(after)).toEqual(await at(null));
  }
});
