/** That the constraints and the program mean the same law: grounds of review, and the words both know. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment } from '../../src/calendar/moment.ts';
import { valuesHash } from '../../src/document/issue.ts';
import { canonicalize, type Json } from '../../src/ledger/canonical-json.ts';
import { ACT_DATA, type DataOf } from '../../src/matter/act-data.ts';
import { type AnyAct, evolve, newMatter, SUBJECT_FLAGS } from '../../src/matter/matter.ts';
import { readPack } from '../../src/platform/rules/read-pack.ts';
import { draftHash } from '../../src/matter/prepare-act.ts';
import { BASIS_ACTS } from '../../src/review/review-basis.ts';
import { reviewGrounds, reviewKind } from '../../src/review/review.ts';
import { PENALTY_FLAGS, PROCEDURES, type ReviewListEntry } from '../../src/rule/keys.ts';
import { lawOf, scriptedRule } from '../../src/rule/law.ts';
import { freshDatabase } from '../support/database.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');
const desk = await database.connect('desk');
const pack = readPack(database.packageRoot);

const OUTCOMES: readonly DataOf<'decision.made'>['outcome'][] =
  ACT_DATA['decision.made'].properties.outcome.enum;
const AT = moment('2025-03-04T10:00:00+08:00');

/** Amounts on, just below and just above each other, so that thresholds are met exactly. */
const amount = fc.constantFrom(0, 1, 9_999_999, 10_000_000, 10_000_001, 2 ** 45);
const entry: fc.Arbitrary<ReviewListEntry> = fc
  .record(
    {
      id: fc.string({ minLength: 1, maxLength: 4 }),
      procedure: fc.constantFrom(...PROCEDURES),
      fineAtLeast: amount,
      confiscationAtLeast: amount,
      kinds: fc.subarray([...PENALTY_FLAGS]),
      outcomes: fc.subarray([...OUTCOMES]),
    },
    { requiredKeys: ['id', 'procedure'] },
  )
  .map((one) => one as ReviewListEntry); // absent keys are absent, not undefined

const decided = fc.record({
  procedure: fc.constantFrom(...PROCEDURES),
  scope: fc.constantFrom('STATUTE', 'LIST', 'FIVE_GROUNDS', 'ALL_EXCEPT_SUMMARY', 'PROVINCE_LIST'),
  list: fc.array(entry, { maxLength: 5 }),
  flags: fc.subarray([...SUBJECT_FLAGS]),
  heard: fc.boolean(),
  fine: amount,
  gains: amount,
  goods: amount,
  kinds: fc.subarray([...PENALTY_FLAGS]),
  outcome: fc.constantFrom('', ...OUTCOMES),
});
type Decided = typeof decided extends fc.Arbitrary<infer T> ? T : never;

/** What the program finds. */
function byProgram(one: Decided): { grounds: string[]; required: string } {
  const procedure = pack.procedures.get(one.procedure);
  if (!procedure) throw new Error(`no procedure ${one.procedure}`);
  const rules = [scriptedRule('review.scope', one.scope), scriptedRule('review.list', one.list)];
  const law = lawOf(rules.filter((rule) => rule !== null));
  const party = {
    kind: 'legal' as const,
    name: '公司',
    surname: null,
    code: null,
    idNumber: null,
    representative: null,
  };
  const begun = newMatter(procedure, party, { matter: '案由', flags: one.flags });
  const held: AnyAct = { n: 1, code: 'hearing.held', at: AT, by: [], data: { chair: 'ch' } };
  const matter = one.heard ? evolve(begun, held) : begun;
  const kinds = Object.fromEntries(one.kinds.map((kind) => [kind, true]));
  const penalty = { fine: one.fine, gains: one.gains, goods: one.goods, ...kinds };
  const grounds = reviewGrounds(matter, law, AT.day, { penalty, outcome: one.outcome });
  return { grounds, required: reviewKind(matter, grounds) };
}

describe('the grounds of review', () => {
  it('are the same for the program and for the constraints', async () => {
    const seed = Date.now();
    const cases = fc.sample(decided, { numRuns: 5000, seed });
    const { rows } = await desk.query<{ grounds: string[]; required: string }>(
      `select grounds, law.review_required(procedure, grounds) as required
       from jsonb_array_elements($1::jsonb) with ordinality as each(one, place),
       lateral (select one ->> 'procedure' as procedure,
         array(select jsonb_array_elements_text(one -> 'flags')) as flags,
         array(select jsonb_array_elements_text(one -> 'kinds')) as kinds) as read,
       lateral (select law.review_grounds(procedure, one ->> 'scope', one -> 'list', flags,
         case when (one ->> 'heard')::boolean then 7 else 0 end, (one ->> 'fine')::bigint,
         (one ->> 'gains')::bigint + (one ->> 'goods')::bigint, kinds, one ->> 'outcome') as grounds) as found
       order by place`,
      [JSON.stringify(cases)],
    );
    expect(rows.length).toBe(cases.length);
    for (const [place, one] of cases.entries())
      expect(rows[place], `seed ${seed}: ${JSON.stringify(one)}`).toEqual(byProgram(one));
    const kinds = new Set(rows.map(({ required }) => required));
    expect([...kinds].sort()).toEqual(['case', 'legal', 'none']);
  });
});

describe('the words of the law', () => {
  const wordsIn = (sql: string): string[] =>
    [...sql.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '').sort();

  async function definition(constraint: string): Promise<string> {
    const { rows } = await admin.query<{ sql: string }>(
      'select pg_get_constraintdef(oid) as sql from pg_constraint where conname = $1',
      [constraint],
    );
    return rows[0]?.sql ?? '';
  }

  it('acts that bear on the review', async () => {
    const { rows } = await admin.query<{ sql: string }>(
      `select pg_get_expr(d.adbin, d.adrelid) as sql from pg_attrdef d join pg_attribute a
       on a.attrelid = d.adrelid and a.attnum = d.adnum
       where a.attrelid = 'acts.act'::regclass and a.attname = 'gate_seq'`,
    );
    expect(wordsIn(rows[0]?.sql ?? '')).toEqual([...BASIS_ACTS].sort());
  });

  it('marks, kinds of penalty and outcomes', async () => {
    const known = [...SUBJECT_FLAGS, ...PENALTY_FLAGS, '', ...OUTCOMES];
    expect(wordsIn(await definition('review_basis_vocabulary'))).toEqual(known.sort());
  });

  it('procedures', async () => {
    expect(wordsIn(await definition('matter_procedure'))).toEqual([...PROCEDURES].sort());
  });

  it('procedures that decide', async () => {
    const deciding = [...pack.procedures.values()].filter((one) => one.rows.has('decision.made'));
    expect(wordsIn(await definition('decision_procedure'))).toEqual(
      deciding.map(({ id }) => id).sort(),
    );
  });

  it('conclusions of a review', async () => {
    expect(wordsIn(await definition('review_opinion_conclusion'))).toEqual(
      [...ACT_DATA['review.concluded'].properties.opinion.enum].sort(),
    );
  });
});

describe('the hash of the decision an act holds', () => {
  const words = fc
    .string({
      unit: fc.constantFrom(
        '"',
        '\\',
        '/',
        '\b',
        '\f',
        '\n',
        '\r',
        '\t',
        '\u0001',
        '\u007f',
        '甲',
        '𠮷',
        'é',
        'a',
      ),
    })
    .map((text) => text.normalize('NFC'));
  const value = fc.oneof(
    words,
    fc.integer(),
    fc.boolean(),
    fc.array(fc.record({ kind: words, amount: fc.nat() })),
  );
  const values = fc.dictionary(
    fc.constantFrom('facts', 'basis', 'penalties', 'statement', 'statement-kind', 'made-at'),
    value,
  );
  const excluded = [...pack.bureaus.keys()].map(
    (bureau) => [bureau, pack.law(bureau).value('review.draft.excludes', AT.day)] as const,
  );

  it.each(excluded)('is the same by both, as %s has it', async (_bureau, open) => {
    await fc.assert(
      fc.asyncProperty(values, fc.boolean(), async (held, isRequest) => {
        const json = held as Record<string, Json>; // JSON by its making
        const [type, fields] = isRequest
          ? ['review.requested', { 'data.proposal': ['salt', { code: 'x', values: json }] }]
          : ['decision.made', { 'data.documents': ['salt', [{ code: 'x', values: json }]] }];
        const { rows } = await desk.query<{ hash: string }>(
          'select acts.draft($1, $2::json) as hash',
          [type, canonicalize(fields)],
        );
        expect(rows[0]?.hash).toBe(draftHash(json, open, valuesHash));
      }),
      { numRuns: 300 },
    );
  });

  it('is none where the act holds none', async () => {
    const { rows } = await desk.query(`select acts.draft('decision.made', '{}') as hash`);
    expect(rows).toEqual([{ hash: null }]);
  });
});
