/**
 * Made-up published decisions, as many as wanted, and the questions citizens ask of them. Names, trades and violations are as
 * unevenly spread as real ones: some words stand in every third decision, most names in one. The same seed makes the same
 * decisions.
 */
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { addDays, fromDayNumber, dayNumber, plainDate } from '../src/calendar/plain-date.ts';
import { searchText } from '../src/publicity/search-text.ts';

export interface SearchDataOptions {
  readonly bureau: string;
  readonly count: number;
  /** The decisions lie in the ten years before this day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly seed?: number;
}

/** A decision as the questions need to know it. */
export interface MadeDecision {
  readonly entry: string;
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly party: string;
  readonly code: string | null;
  readonly violation: string;
  readonly basis: string;
}

const YEARS = 10;
const BATCH = 2000;
const BRANDS =
  '晨禾锦绣古韵福满堂安达光明永兴和顺德昌泰丰隆盛鑫源海天华美嘉乐康宁祥云瑞雪春秋金玉兰亭松柏竹溪江河湖山川石桥东西南北中青红蓝白紫宝珠联合同创新世纪时代未来正大信义诚';
const TRADES = [
  '超市',
  '餐饮店',
  '食品',
  '便利店',
  '百货',
  '药房',
  '服装',
  '五金',
  '建材',
  '电器',
  '美容',
  '烟酒',
  '水果',
  '物流',
  '家具',
  '眼镜',
  '文具',
  '茶叶',
  '母婴',
  '宠物',
  '汽修',
  '珠宝',
  '印刷',
  '农资',
  '化工',
  '玩具',
  '钟表',
  '乐器',
] as const;
const SUFFIXES = ['有限公司', '有限责任公司', '经营部', '商行', '店'] as const;
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
/** Violation, law, article. */
const VIOLATIONS = [
  ['经营超过保质期的食品', '食品安全法', '第一百二十四条第一款第五项'],
  ['未取得食品经营许可从事食品经营活动', '食品安全法', '第一百二十二条第一款'],
  ['发布虚假广告', '广告法', '第五十五条第一款'],
  ['销售侵犯注册商标专用权的商品', '商标法', '第六十条第二款'],
  ['不按规定明码标价', '价格法', '第四十二条'],
  ['未按规定公示食品经营许可证', '食品经营许可和备案管理办法', '第五十五条'],
  ['使用未经检定的计量器具', '计量法', '第二十五条'],
  ['使用未经检验的特种设备', '特种设备安全法', '第八十四条第一项'],
  ['经营标签不符合规定的预包装食品', '食品安全法', '第一百二十五条第一款第二项'],
  ['销售不合格产品', '产品质量法', '第四十九条'],
  ['利用广告贬低其他经营者', '广告法', '第五十九条第一款第四项'],
  ['未经许可从事药品零售', '药品管理法', '第一百一十五条'],
  ['采购不符合规定的化妆品', '化妆品监督管理条例', '第六十二条第一款'],
  ['伪造产地', '反不正当竞争法', '第十八条第一款'],
  ['擅自使用他人有一定影响的装潢', '反不正当竞争法', '第十八条第一款'],
  ['传销', '禁止传销条例', '第二十四条'],
] as const;
const BODY = JSON.stringify(
  Array.from({ length: 12 }, (_, place) => ({
    style: place % 4 === 0 ? 'heading' : 'body',
    segments: [{ text: '当事人在规定期限内未提出陈述、申辩，也未要求举行听证。'.repeat(4) }],
  })),
);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of `from`; the first ones come far more often than the last. */
function uneven<T>(from: ArrayLike<T>, random: () => number): T {
  const found = from[Math.floor(random() ** 2.5 * from.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

/**
 * Fills `published.entry` and `published.slot` of an empty, migrated database. `admin` must be a superuser: the acts behind the
 * decisions do not exist, so foreign keys are left out.
 */
export async function fillSearchData(
  admin: ClientBase,
  options: SearchDataOptions,
): Promise<MadeDecision[]> {
  const { bureau, count, until, seed = 1 } = options;
  const random = chance(seed);
  const last = dayNumber(plainDate(until));
  const first = last - YEARS * 365;
  const serials = new Map<number, number>();
  const made: MadeDecision[] = [];
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `insert into published.bureau values ($1, $2, 1, '泉州市鲤城区市场监督管理局', '泉鲤', '泉州市市场监督管理局',
      '泉州市鲤城区人民政府', '泉州市鲤城区司法局', '泉州市鲤城区人民法院', 'licheng', false) on conflict do nothing`,
    [bureau, randomUUID()],
  );
  await admin.query('drop index published.entry_search');
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, place) => {
      const decided = fromDayNumber(first + Math.floor(((from + place) / count) * (last - first)));
      const year = Number(decided.slice(0, 4));
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      return { ...madeUp(year, serial, random), decided, wait: Math.floor(random() * 40) };
    });
    made.push(...rows);
    await insertRows(admin, bureau, rows);
  }
  await admin.query(
    'create index entry_search on published.entry using gin (search) with (fastupdate = off)',
  );
  await admin.query('set session_replication_role = origin');
  await admin.query('vacuum (analyze) published.entry');
  await admin.query('vacuum (analyze) published.slot');
  return made;
}

function madeUp(year: number, serial: number, random: () => number): MadeDecision {
  const [violation, law, article] = uneven(VIOLATIONS, random);
  const natural = random() < 0.12;
  const letter = () => BRANDS[Math.floor(random() * BRANDS.length)] ?? '';
  const party = natural
    ? `${uneven(SURNAMES, random)}某`
    : `泉州市鲤城区${letter()}${letter()}${random() < 0.5 ? letter() : ''}${uneven(TRADES, random)}${uneven(SUFFIXES, random)}`;
  const code = natural ? null : `9135050${String(Math.floor(random() * 1e11)).padStart(11, '0')}`;
  return {
    entry: `penalty-${year}-${serial}`,
    number: `泉鲤市监处罚〔${year}〕${serial}号`,
    year,
    serial,
    party,
    code,
    violation,
    basis: `《中华人民共和国${law}》${article}`,
  };
}

type Row = MadeDecision & { readonly decided: string; readonly wait: number };

async function insertRows(admin: ClientBase, bureau: string, rows: readonly Row[]): Promise<void> {
  const penalty = '没收违法所得380元；罚款52,000元';
  const columns = rows.map((row) => {
    const published = addDays(plainDate(row.decided), 1 + (row.wait % 28));
    const due = addDays(plainDate(row.decided), 28);
    const title = `${row.party}${row.violation}案`;
    const words = searchText([title, row.number, row.code ?? '', row.basis, penalty]);
    return { ...row, published, due, title, words };
  });
  const of = <K extends keyof (typeof columns)[number]>(key: K) => columns.map((row) => row[key]);
  await admin.query(
    `insert into published.entry (bureau_id, entry_id, version, matter_id, seq, decision_seq, channel, form, kind, number, year,
        serial, title, party, party_kind, party_code, violation, penalty, unit, decided_on, published_on, due_on, summary, body,
        withheld, search_text)
      select $1, entry, 1, gen_random_uuid(), 20, 17, 'WEB', 'both', 'penalty', number, year, serial, title, party,
        case when code is null then 'natural' else 'legal' end, code, violation, $2, '食品安全监督管理股', decided, published, due,
        jsonb_build_array(jsonb_build_object('field', 'number', 'value', number),
          jsonb_build_object('field', 'party', 'value', party), jsonb_build_object('field', 'violation', 'value', violation),
          jsonb_build_object('field', 'penalty', 'value', $2::text), jsonb_build_object('field', 'basis', 'value', basis)),
        $3::jsonb, '[]'::jsonb, words
      from unnest($4::text[], $5::text[], $6::integer[], $7::integer[], $8::text[], $9::text[], $10::text[], $11::text[],
        $12::text[], $13::date[], $14::date[], $15::date[], $16::text[])
        as made (entry, number, year, serial, party, code, violation, basis, title, decided, published, due, words)`,
    [
      bureau,
      penalty,
      BODY,
      of('entry'),
      of('number'),
      of('year'),
      of('serial'),
      of('party'),
      of('code'),
      of('violation'),
      of('basis'),
      of('title'),
      of('decided'),
      of('published'),
      of('due'),
      of('words'),
    ],
  );
  await admin.query(
    `insert into published.slot (bureau_id, word, year, serial, number, decided_on, due_on, required, entry_id, version, published_on)
      select $1, '处罚', year, serial, number, decided, due, true, entry, 1, published
      from unnest($2::text[], $3::text[], $4::integer[], $5::integer[], $6::date[], $7::date[], $8::date[])
        as made (entry, number, year, serial, decided, due, published)`,
    [
      bureau,
      of('entry'),
      of('number'),
      of('year'),
      of('serial'),
      of('decided'),
      of('due'),
      of('published'),
    ],
  );
}
