/** Cases that leave the beaten path. */
import type { Beat, Plot } from '../plot.ts';
import {
  AFTERMATH,
  archived,
  checked,
  closed,
  performed,
  publication,
  published,
} from './after.ts';
import { decided, delivery, extension, SILENT } from './decision.ts';
import { concluded, electronic, INVESTIGATION, interview, rectification } from './investigation.ts';
import {
  declined,
  extendedVerification,
  inspection,
  OPENING,
  opened,
  assigned,
  source,
} from './opening.ts';
import { REVIEW } from './review.ts';

/** Looked into and not opened. */
export const DECLINED: Plot = [source, ...inspection, declined, archived];

/** Samples tested while the verification is extended; testing time is not counted. */
export const TESTED: Plot = [
  source,
  ...inspection,
  {
    act: 'evidence.recorded',
    label: 'sample',
    after: 0,
    at: '11:10',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { kind: 'sample' },
    papers: {
      'evidence-extract': { method: 'original', 'taken-at': '{at:sample}', count: 2 },
    },
    recording: 'skipped',
  },
  {
    act: 'time.stopped',
    after: 1,
    at: '09:30',
    who: 'o1',
    fields: { ground: 'testing', told: true },
  },
  extendedVerification,
  { act: 'time.resumed', after: 3, at: '09:30', who: 'o1', fields: { ground: 'testing' } },
  opened,
  assigned,
  ...INVESTIGATION,
  ...REVIEW,
  ...SILENT,
  ...AFTERMATH,
];

/** One sentence of the decision is kept from the public. */
const partlyHidden: Beat = {
  ...checked,
  hide: [{ text: '{secretWords}', ground: 'commercial-secret' }],
  papers: { 'publication-review': { 'contains-commercial-secret': 'yes' } },
};

/** Evidence from the net; the period for deciding is extended. */
export const ONLINE: Plot = [
  ...OPENING,
  ...electronic,
  rectification,
  ...interview,
  { ...extension, after: 20 },
  concluded,
  ...REVIEW,
  ...SILENT,
  ...AFTERMATH.map((beat) => (beat.act === checked.act ? partlyHidden : beat)),
];

const notPunished: Beat = {
  ...decided(1),
  fields: { outcome: 'no-penalty' },
};

/** A first, slight breach: no penalty, and nothing to publish. */
export const UNPUNISHED: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...REVIEW.map((beat) =>
    beat.act === 'review.requested' ? { ...beat, papers: { 'no-penalty-decision': {} } } : beat,
  ),
  notPunished,
  ...delivery,
  closed,
  archived,
];

const decidedAndServed: Plot = [...OPENING, ...INVESTIGATION, ...REVIEW, ...SILENT];

/** Kept from the public, for a ground the law knows. */
export const WITHHELD: Plot = [
  ...decidedAndServed,
  {
    ...checked,
    papers: {
      'publication-review': {
        'contains-commercial-secret': 'yes',
        consistent: true,
        result: 'withhold',
        'withhold-ground': '{withholdingNote}',
        'reviewer-opinion': '{withholdingNote}',
        'head-opinion': '{withholdingWord}',
        head: '{person:head}',
      },
    },
  },
  {
    act: 'publication.withheld',
    after: 1,
    at: '15:00',
    who: 'head',
    fields: { ground: 'commercial-secret', note: '{withholdingNote}' },
  },
  performed,
  closed,
];

function withdrawn(channel: 'WEB' | 'GSXT'): Beat {
  return {
    act: 'publication.withdrawn',
    label: `withdrawn.${channel}`,
    after: channel === 'WEB' ? 1 : 0,
    at: channel === 'WEB' ? '10:00' : '10:10',
    who: 'publisher',
    fields: { channel, reason: '{withdrawalReason}' },
  };
}

/** Overturned after publication, and taken down in time. */
export const WITHDRAWN: Plot = [
  ...decidedAndServed,
  ...publication,
  performed,
  {
    act: 'decision.overturned',
    after: 8,
    at: '16:00',
    who: 'unitHead',
    fields: { kind: 'revoked', organ: 'reconsideration', note: '{overturning}' },
  },
  withdrawn('WEB'),
  withdrawn('GSXT'),
];

/** Somebody finds a mistake in what was published. */
export const CORRECTED: Plot = [
  ...decidedAndServed,
  ...publication,
  performed,
  {
    act: 'correction.requested',
    after: 4,
    at: '10:30',
    who: 'publisher',
    by: ['party'],
    fields: { own: true, content: '{correction}', evidence: true },
  },
  {
    act: 'correction.answered',
    after: 3,
    at: '15:00',
    who: 'publisher',
    fields: { outcome: 'corrected', told: true, reasons: '{correctionReasons}' },
  },
  closed,
  archived,
];

/** Nobody pays: demand, then application to the court. */
export const ENFORCED: Plot = [
  ...decidedAndServed,
  ...publication,
  {
    act: 'enforcement.demanded',
    after: 20,
    at: '10:00',
    who: 'o1',
    by: ['o1', 'o2'],
  },
  {
    act: 'enforcement.applied',
    after: 112,
    at: '10:00',
    who: 'o1',
    by: ['o1', 'o2'],
  },
];

/** What looks like a crime goes to the police. */
export const TRANSFERRED: Plot = [
  ...OPENING,
  rectification,
  ...interview,
  {
    act: 'crime.reported',
    after: 2,
    at: '09:30',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { note: '{crime}' },
  },
  {
    act: 'transfer.ordered',
    after: 1,
    at: '16:00',
    who: 'head',
    fields: { approve: true },
  },
  {
    act: 'transfer.sent',
    after: 1,
    at: '10:00',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { papers: ['letter', 'report', 'goods-list', 'test-report'] },
  },
];

/** Published after its limits, when the file is long archived. */
export const LATE: Plot = [
  ...decidedAndServed,
  performed,
  closed,
  archived,
  { ...checked, after: 10 },
  published('WEB', 1),
  published('GSXT', 0),
];
