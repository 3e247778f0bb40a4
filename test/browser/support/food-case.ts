/** The food case: a supermarket sells yoghurt past its date; a fine of 52000 yuan, below the threshold of a hearing. */
import { loadSample, loadTemplates } from '../../../src/document/catalogue.ts';
import { type Field, fieldsOf, type Values } from '../../../src/document/document.ts';
import { sample } from '../../support/samples.ts';
import type { Given } from './fill.ts';
import { today } from './work-days.ts';

const root = new URL('../../..', import.meta.url).pathname;
const templates = loadTemplates(root);
const decision = templates.get('penalty-decision');
if (!decision) throw new Error('no template penalty-decision');
const penalties = loadSample(root, decision).values['penalties'];

export const PARTY = {
  kind: 'legal',
  name: '泉州市鲤城区晨禾生鲜超市有限公司',
  licenceName: '营业执照',
  code: '91350502MAURQ2839J',
  address: '福建省泉州市鲤城区示例路1号',
  representative: '贺明远',
  idNumber: '350502199001010018',
  phone: '13900000000',
} as const;
export const SUBJECT = '经营超过保质期的食品';

/** What a file of any bureau fills in by itself. */
const KNOWN = new Set([
  'court',
  'reconsideration-body',
  'payment-bank',
  'payment-payee',
  'payment-account',
  'notice-number',
  'case-number',
]);

/** What somebody writes into a document: the case is of today, and so are its papers. */
function paper(code: string, more: Values = {}): Values {
  const template = templates.get(code);
  const fields = template ? fieldsOf(template) : [];
  const values = Object.entries({ ...sample(code), ...more });
  return Object.fromEntries(
    values
      .filter(([name]) => !KNOWN.has(name))
      .map(
        ([name, value]) =>
          [
            name,
            ofToday(
              fields.find((field) => field.name === name),
              value,
            ),
          ] as const,
      ),
  );
}

function ofToday(field: Field | undefined, value: unknown): unknown {
  const end = field?.minutes ? `${today()}T00:00:00+08:00` : today();
  if (field === undefined || field.ahead) return value;
  if (field.type === 'date') return today();
  if (field.type === 'datetime') return `${today()}T00:00:00+08:00`;
  return field.type === 'date-range' ? { from: end, to: end } : value;
}

const both = ['陈志雄', '黄雅玲'];
/** What the draft of the decision says, in review and when it is made. */
const proposed = paper('penalty-decision', {
  'statement-kind': 'none',
  statement: ['当事人在规定期限内未提出陈述、申辩。'],
});

/** What is filled in, act by act. */
export const FOOD_CASE = {
  source: { documents: { 'case-source': paper('case-source') } },
  shown: (to: string): Given => ({ by: both, fields: { to, uniform: 'worn' } }),
  inspected: {
    by: both,
    fields: { 'party-present': true },
    documents: { 'scene-record': paper('scene-record') },
  },
  opened: { documents: { 'case-opening': paper('case-opening') } },
  ordered: { by: both, documents: { 'rectification-order': paper('rectification-order') } },
  interviewed: {
    by: both,
    fields: { kind: 'interview', place: 'party' },
    documents: { 'inquiry-record': paper('inquiry-record') },
  },
  notRecorded: (of: number): Given => ({
    fields: { of },
    documents: { 'recording-skipped': paper('recording-skipped') },
  }),
  concluded: {
    by: both,
    documents: { 'investigation-report': paper('investigation-report', { penalties }) },
  },
  /** A decision without punishment needs no notice, but a review all the same. */
  spared: {
    fields: { outcome: 'no-penalty' },
    documents: { 'no-penalty-decision': paper('no-penalty-decision') },
  },
  submitted: {
    fields: { kind: 'legal', materials: ['report', 'evidence', 'draft'], declaration: true },
    documents: { 'penalty-decision': proposed },
  },
  proposed: {
    documents: { 'disposition-approval': paper('disposition-approval', { penalties }) },
  },
  noticed: {
    by: both,
    documents: {
      'penalty-notice': paper('penalty-notice', { penalties }),
      'delivery-receipt': paper('delivery-receipt'),
    },
  },
  waived: {
    by: ['当事人'],
    fields: { rights: ['statement', 'hearing'], note: '当事人书面声明放弃' },
  },
  discussed: { documents: { 'discussion-record': paper('discussion-record') } },
  decided: {
    fields: {
      outcome: 'penalty',
      'party-present': true,
      'discretion-min': 5_000_000,
      'discretion-max': 10_000_000,
    },
    documents: { 'penalty-decision': proposed },
  },
  delivered: {
    by: both,
    documents: {
      'delivery-receipt': paper('delivery-receipt', { method: 'direct', 'publicity-told': true }),
    },
  },
  paid: { fields: { what: 'fine', complete: true, note: '票据 0123456' } },
  closed: { documents: { 'case-closing': paper('case-closing') } },
} as const satisfies Readonly<Record<string, Given | ((...about: never[]) => Given)>>;
