/** Every way to deliver a decision, publish it, carry it out, close the case and keep its record; `on the spot` those of a summary decision. */
import type { ActCode } from '../../src/matter/act-data.ts';
import { FIELDS } from '../support/lawful.ts';
import { BOTH } from './ordinary.variants.ts';
import type { Past } from './past.ts';
import type { Variant } from './search.ts';
import { atMost, ways } from './variants.ts';

export const DELIVERIES = ways(
  'decision.delivered',
  BOTH,
  atMost(1, 'decision.delivered', { method: 'direct', publicityTold: true }),
  {
    'by one officer': { by: ['o1'] },
    'by an officer and an assistant': { by: ['o1', 'helper'] },
    'by an officer whose certificate has lapsed': { by: ['o1', 'lapsed'] },
    'the day after': { days: 1 },
    'not telling of the publication': { data: { publicityTold: false } },
    'left without a witness': { data: { method: 'leave' } },
    'by mail': { data: { method: 'mail', evidence: ['receipt'] } },
    'by mail without a receipt': { data: { method: 'mail' } },
    'electronically without consent': {
      data: { method: 'electronic', evidence: ['screenshot'] },
    },
    'by announcement without a record': { data: { method: 'announcement' } },
    'entrusted without a letter': { data: { method: 'entrusted' } },
  },
);

export const PUBLICATIONS: readonly Variant[] = [
  ...ways(
    'publication.reviewed',
    ['unit-head'],
    { result: 'pass' },
    {
      'withholding it': { data: { result: 'withhold' } },
      'finding a secret of the state': { data: { contains: ['state-secret'] } },
      'finding a secret of trade': { data: { contains: ['commercial-secret'] } },
    },
  ),
  ...ways(
    'publication.withheld',
    ['head'],
    { ground: 'privacy', approvedBy: 'head' },
    {
      'for a secret of the state': { data: { ground: 'state-secret' } },
      'for no lawful ground': { data: { ground: 'embarrassment' } },
      'by the head of the unit': { data: { approvedBy: 'unit-head' } },
    },
  ),
  ...ways('publication.consented', ['publisher'], { from: '第三方' }),
  ...ways(
    'publication.published',
    ['publisher'],
    { channel: 'WEB', form: 'both', fields: FIELDS, masked: true, unit: '食品股', draft: 'v1' },
    {
      'struck out': { data: { redacted: ['commercial-secret', 'privacy'] } },
      unmasked: { data: { masked: false } },
      'as a document': { data: { form: 'document' } },
      'as a summary': { data: { form: 'summary' } },
      'without the party': { data: { fields: FIELDS.filter((field) => field !== 'party') } },
      'without the date': { data: { fields: FIELDS.filter((field) => field !== 'date') } },
      'in another text': { data: { draft: 'v2' } },
      'by nobody': { data: { unit: undefined } },
      'on the penalty system': { data: { channel: 'GSXT' } },
      'on the penalty system as a summary': { data: { channel: 'GSXT', form: 'summary' } },
    },
  ),
  ...ways(
    'publication.withdrawn',
    ['publisher'],
    { channel: 'WEB', reason: '决定已撤销' },
    {
      'without a reason': { data: { reason: undefined } },
      'from the penalty system': { data: { channel: 'GSXT' } },
    },
  ),
  ...ways(
    'correction.requested',
    ['publisher'],
    {},
    {
      'of what is not ours': { data: { own: false } },
    },
  ),
  ...ways(
    'correction.answered',
    ['publisher'],
    { outcome: 'corrected', told: true },
    {
      'refusing it': { data: { outcome: 'refused' } },
      untold: { data: { told: false } },
    },
  ),
  ...ways('decision.overturned', ['head'], { kind: 'revoked' }),
];

export const COLLECTIONS = ways(
  'fine.collected',
  BOTH,
  atMost(1, 'fine.collected', { amount: 20_000, ground: 'remote', requested: true, receipt: true }),
  {
    'unasked for': { data: { requested: false } },
    'for a small amount': { data: { amount: 10_000, ground: undefined } },
    'for no reason': { data: { ground: undefined } },
    'before the party goes away': { data: { ground: 'hard-later' } },
    'without a receipt': { data: { receipt: false } },
  },
);

export const PERFORMANCES = ways(
  'performance.recorded',
  ['o1'],
  { what: 'fine', complete: true },
  { 'in part': { data: { what: 'goods' } } },
);

/** Fifteen days, ten working days and six months pass, or do not. */
export const ENFORCEMENTS: readonly Variant[] = [
  ...ways('enforcement.demanded', BOTH, atMost(1, 'enforcement.demanded', {}), {
    later: { days: 70 },
    'much later': { days: 210 },
  }),
  ...ways('enforcement.applied', BOTH, atMost(1, 'enforcement.applied', {}), {
    later: { days: 70 },
    'much later': { days: 210 },
  }),
];

/** Position of the first act of that code; of the first of all where there is none. */
const first = (past: Past, code: ActCode) => past.all(code)[0]?.n ?? 1;

/** Recordings of the inspection, and notes on doing without. */
export const RECORDINGS: readonly Variant[] = [
  ...ways('record.av.made', ['o1'], (past) =>
    past.has('record.av.made') ? null : { id: 'av1', of: first(past, 'premises.inspected') },
  ),
  ...ways('record.av.stored', ['o1'], { id: 'av1' }),
  ...ways(
    'record.av.skipped',
    ['o1'],
    (past) => ({ of: first(past, 'premises.inspected'), reason: '笔录逐页签字' }),
    {
      'of the source': { data: { of: 1 } },
      'of the source, without a reason': { data: { of: 1, reason: undefined } },
    },
  ),
  ...ways('record.text.added', ['o1'], (past) => {
    const unwritten = past.acts.find(
      ({ n, data }) =>
        data.doc === false && !past.hasSince(0, 'record.text.added', (added) => added['of'] === n),
    );
    return unwritten ? { of: unwritten.n } : null;
  }),
];

export const ARCHIVED = ways(
  'file.archived',
  ['archivist'],
  {},
  {
    'by an officer': { by: ['o1'] },
  },
);
