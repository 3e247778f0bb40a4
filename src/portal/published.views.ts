/** What the portal knows: one query a question, all as the role `portal`, which reads the `published` schema and nothing else. */
import type { Database } from '../platform/db/pool.ts';
import type { PublicParagraph, SummaryLine, WithheldNote } from '../publicity/entry.ts';
import { type Figures, SLOT_STATES, type Slot, slotStateSql } from './slot.ts';

export type Reader = Pick<Database, 'query'>;

/** A bureau as its public pages name it. */
export interface PublishedBureau {
  readonly id: string;
  readonly name: string;
  readonly superior: string;
  readonly government: string;
  readonly justice: string;
  readonly court: string;
  /** Whose rules it follows: a bureau's id in the pack, or `national`. */
  readonly pack: string;
  readonly rehearsal: boolean;
}

/** One version of a published decision, with its proof and its place. */
export interface PublishedEntry {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly form: 'summary' | 'document' | 'both';
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly party: string;
  readonly partyKind: string;
  readonly partyCode: string | null;
  readonly violation: string;
  readonly penalty: string;
  readonly unit: string | null;
  readonly decidedOn: string;
  readonly publishedOn: string;
  readonly dueOn: string | null;
  readonly summary: readonly SummaryLine[];
  readonly body: readonly PublicParagraph[];
  readonly withheld: readonly WithheldNote[];
  readonly proof: EntryProof | null;
}

export interface EntryProof {
  readonly index: number;
  readonly treeSize: number;
  /** Hex of 64 bytes: SHA-256 and then SM3. */
  readonly commitment: string;
  readonly bytes: number;
}

/** A version of an entry, and whether it was taken down. */
export interface EntryVersion {
  readonly version: number;
  readonly publishedOn: string;
  readonly withdrawnOn: string | null;
  readonly reason: string | null;
  readonly basis: string | null;
}

/** A version of one of the ten things that are public beforehand. */
export interface PublishedNotice {
  readonly item: string;
  readonly version: number;
  readonly title: string;
  readonly content: readonly string[];
  readonly unit: string;
  readonly effectiveOn: string;
  readonly reason: string;
}

/** Asks as the portal. */
export function ask<Row extends object>(
  db: Reader,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return db.query<Row & Record<string, unknown>>('portal', null, {
    name: `portal-${name}`,
    text,
    values,
  });
}

export function readBureaus(db: Reader): Promise<PublishedBureau[]> {
  return ask(
    db,
    'bureaus',
    `select bureau_id as id, name, superior, government, justice, court, pack, rehearsal
      from published.bureau order by bureau_id`,
    [],
  );
}

const SLOT_COLUMNS = `s.word, s.year, s.serial, s.number, s.decided_on as "decidedOn", s.due_on as "dueOn", s.required,
  s.entry_id as entry, s.version, s.published_on as "publishedOn", s.withdrawn_on as "withdrawnOn",
  s.withheld_on as "withheldOn", s.reason`;

/** Columns of a row `s` of `published.slot`, named as in {@link Slot}. */
export const slotColumns = SLOT_COLUMNS;

/** The places of a year by serial; of the word first used where there are several. */
export function readRegister(db: Reader, bureau: string, year: number): Promise<Slot[]> {
  return ask(
    db,
    'register',
    `select ${SLOT_COLUMNS} from published.slot s where s.bureau_id = $1 and s.year = $2 order by s.word, s.serial`,
    [bureau, year],
  );
}

/** The number given last; null while there is none. */
export async function readLatestNumber(db: Reader, bureau: string): Promise<string | null> {
  const [row] = await ask<{ number: string }>(
    db,
    'latest-number',
    `select s.number from published.slot s where s.bureau_id = $1
      order by s.year desc, s.decided_on desc, s.serial desc limit 1`,
    [bureau],
  );
  return row?.number ?? null;
}

/** Years in which there are numbers, latest first. */
export async function readYears(db: Reader, bureau: string): Promise<number[]> {
  const rows = await ask<{ year: number }>(
    db,
    'years',
    `with recursive years as (
        (select s.year from published.slot s where s.bureau_id = $1 order by s.year desc limit 1)
        union all
        select (select s.year from published.slot s where s.bureau_id = $1 and s.year < y.year order by s.year desc limit 1)
        from years y where y.year is not null)
      select year from years where year is not null`,
    [bureau],
  );
  return rows.map(({ year }) => year);
}

/** How many numbers of `year` are in each state, as of `today`. */
export async function readFigures(
  db: Reader,
  bureau: string,
  year: number,
  today: string,
): Promise<Figures> {
  const rows = await ask<{ state: string; count: number; inTime: number }>(
    db,
    'figures',
    `select state, count(*) as count, count(*) filter (where "inTime") as "inTime" from (
        select ${slotStateSql('$3')} as state, coalesce(s.published_on <= s.due_on, true) as "inTime"
        from published.slot s where s.bureau_id = $1 and s.year = $2) as counted
      group by state`,
    [bureau, year, today],
  );
  const count = (state: string) => rows.find((row) => row.state === state);
  const of = Object.fromEntries(SLOT_STATES.map((state) => [state, count(state)?.count ?? 0]));
  return {
    year,
    of: of as Figures['of'], // made of every state
    withdrawnInTime: count('withdrawn')?.inTime ?? 0,
  };
}

/** The place of a number; null when the bureau has given no such number. */
export async function readSlot(
  db: Reader,
  bureau: string,
  number: { readonly word: string; readonly year: number; readonly serial: number },
): Promise<Slot | null> {
  const [slot] = await ask<Slot>(
    db,
    'slot',
    `select ${SLOT_COLUMNS} from published.slot s
      where s.bureau_id = $1 and s.word = $2 and s.year = $3 and s.serial = $4`,
    [bureau, number.word, number.year, number.serial],
  );
  return slot ?? null;
}

/** The versions of an entry, oldest first; none when there never was one. */
export function readVersions(db: Reader, bureau: string, entry: string): Promise<EntryVersion[]> {
  return ask(
    db,
    'versions',
    `select e.version, e.published_on as "publishedOn", w.withdrawn_on as "withdrawnOn", w.reason, w.basis
      from published.entry e
      left join published.withdrawal w
        on w.bureau_id = e.bureau_id and w.entry_id = e.entry_id and w.version = e.version
      where e.bureau_id = $1 and e.entry_id = $2 order by e.version`,
    [bureau, entry],
  );
}

/** The version an entry's own address shows: the latest that stands, else the latest. */
export function currentVersion(versions: readonly EntryVersion[]): EntryVersion | null {
  return versions.findLast(({ withdrawnOn }) => withdrawnOn === null) ?? versions.at(-1) ?? null;
}

type EntryRow = Omit<PublishedEntry, 'proof'> & {
  readonly index: number | null;
  readonly treeSize: number;
  readonly commitment: string;
  readonly bytes: number;
};

/** One version of an entry, unless it was withdrawn: what is withdrawn is not read. */
export async function readEntry(
  db: Reader,
  bureau: string,
  entry: string,
  version: number,
): Promise<PublishedEntry | null> {
  const [row] = await ask<EntryRow>(
    db,
    'entry',
    `select e.entry_id as id, e.version, e.channel, e.form, e.kind, e.number, e.title, e.party, e.party_kind as "partyKind",
        e.party_code as "partyCode", e.violation, e.penalty, e.unit, e.decided_on as "decidedOn",
        e.published_on as "publishedOn", e.due_on as "dueOn", e.summary, e.body, e.withheld,
        p.log_index as index, p.tree_size as "treeSize", encode(p.commitment, 'hex') as commitment, length(p.file) as bytes
      from published.entry e
      left join published.proof p on p.bureau_id = e.bureau_id and p.entry_id = e.entry_id and p.version = e.version
      where e.bureau_id = $1 and e.entry_id = $2 and e.version = $3
        and not exists (select from published.withdrawal w
          where w.bureau_id = e.bureau_id and w.entry_id = e.entry_id and w.version = e.version)`,
    [bureau, entry, version],
  );
  if (!row) return null;
  const { index, treeSize, commitment, bytes, ...rest } = row;
  return { ...rest, proof: index === null ? null : { index, treeSize, commitment, bytes } };
}

/** The proof file of a version that stands; null while there is none. */
export async function readProof(
  db: Reader,
  bureau: string,
  entry: string,
  version: number,
): Promise<Buffer | null> {
  const [row] = await ask<{ file: Buffer }>(
    db,
    'proof',
    `select p.file from published.proof p
      where p.bureau_id = $1 and p.entry_id = $2 and p.version = $3
        and not exists (select from published.withdrawal w
          where w.bureau_id = p.bureau_id and w.entry_id = p.entry_id and w.version = p.version)`,
    [bureau, entry, version],
  );
  return row?.file ?? null;
}

/** All versions of what is public beforehand, latest first. */
export function readNotices(db: Reader, bureau: string): Promise<PublishedNotice[]> {
  return ask(
    db,
    'notices',
    `select item, version, title, content, unit, effective_on as "effectiveOn", reason
      from published.notice where bureau_id = $1 order by item, version desc`,
    [bureau],
  );
}

/** The number of an entry, also of a withdrawn one: the number alone stays public. */
export async function readNumber(
  db: Reader,
  bureau: string,
  entry: string,
): Promise<string | null> {
  const [row] = await ask<{ number: string }>(
    db,
    'number',
    'select number from published.entry where bureau_id = $1 and entry_id = $2 limit 1',
    [bureau, entry],
  );
  return row?.number ?? null;
}
