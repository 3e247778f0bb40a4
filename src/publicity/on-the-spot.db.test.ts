import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { requestOf, sample, type Step } from '../../test/support/food-case.ts';

/** A penalty on the spot has a text of its own: what it tells of people is hidden in it, and it is published. */

const database = await freshDatabase();
const admin = await database.connect('admin');
const DAY = '2024-09-26';
const at = (time: string) => `${DAY}T${time}+08:00`;
const PARTY = {
  kind: 'natural' as const,
  name: '陈建芳',
  address: '福建省泉州市鲤城区示例路1号101室',
  idNumber: '350502199001010018',
  phone: '13900000002',
};
const BOTH = ['o1', 'o2'] as const;
const STEPS: readonly Step[] = [
  {
    who: 'o1',
    act: 'identity.shown',
    at: at('15:00:00'),
    by: BOTH,
    fields: { to: '陈建芳', uniform: 'worn' },
  },
  {
    who: 'o1',
    act: 'premises.inspected',
    at: at('15:10:00'),
    by: BOTH,
    fields: { 'party-present': true },
    documents: { 'scene-record': sample('scene-record', { witness: '尚志远' }) },
  },
  {
    who: 'o1',
    act: 'decision.made',
    at: at('15:45:00'),
    by: BOTH,
    fields: {},
    documents: {
      'summary-decision': sample('summary-decision', {
        'occurred-at': at('15:10:00'),
        'made-at': at('15:45:00'),
        facts: ['陈建芳（电话139-0000-0002）在其摊位销售的26种商品未标明价格，尚志远在场见证。'],
        penalties: [{ kind: 'fine', amount: 20_000 }],
      }),
    },
  },
  {
    who: 'unitHead',
    act: 'publication.reviewed',
    at: '2024-09-27T10:00:00+08:00',
    documents: {
      'publication-review': sample('publication-review', {
        'contains-privacy': 'yes',
        'reviewer-date': '2024-09-27',
        'head-date': '2024-09-27',
      }),
    },
  },
  {
    who: 'publisher',
    act: 'publication.published',
    at: '2024-09-27T10:30:00+08:00',
    fields: { channel: 'WEB', form: 'document', unit: '食品安全监督管理股' },
  },
];

it('[WD-2.1.4a] [WD-2.1.4b] is published with its text, without whom it names', async () => {
  const desk = await openTestDesk(database, 'wuding');
  const matter = uuidv7();
  const [first, ...others] = STEPS;
  if (!first) throw new Error('no first step');
  const officer = await desk.actor('o1');
  const begin = {
    id: uuidv7(),
    data: {
      procedure: 'penalty.summary' as const,
      subject: '未明码标价',
      flags: [],
      party: PARTY,
      unit: officer.person.unit,
      handlers: [desk.ids.o1, desk.ids.o2],
    },
  };
  let { seq } = await desk.matters.begin(officer, matter, begin, requestOf(desk, first));
  for (const step of others) {
    const actor = await desk.actor(step.who);
    if (step.act === 'publication.published') {
      const open = requestOf(desk, { ...step, fields: { ...step.fields, masked: false } });
      await expect(desk.matters.act(actor, matter, open, seq)).rejects.toMatchObject({
        reason: { refusals: ['publication/not-masked'] },
      });
    }
    seq = (await desk.matters.act(actor, matter, requestOf(desk, step), seq)).seq;
  }
  const { rows } = await admin.query<{
    title: string;
    body: { style: string; segments: { text?: string; what?: string }[] }[];
  }>('select title, body from published.entry where matter_id = $1', [matter]);
  const [entry] = rows;
  expect(entry?.title).toBe('陈某未明码标价案');
  const lines = entry?.body.map(({ segments }) =>
    segments.map(({ text, what }) => text ?? `〔${what ?? ''}〕`).join(''),
  );
  expect(lines).toContain(
    '〔姓名〕（电话〔电话〕）在其摊位销售的26种商品未标明价格，〔姓名〕在场见证。',
  );
  expect(lines).toContain('（一）罚款200元（大写：贰佰元整）。');
  expect(JSON.stringify(entry)).not.toMatch(/建芳|尚志远|350502199001010018|示例路1号101室/);
});
