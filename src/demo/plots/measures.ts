/** Cases in which evidence is preserved, or goods are sealed or detained. */
import type { Beat, Plot } from '../plot.ts';
import { AFTERMATH, archived, closed, performed, publication } from './after.ts';
import { SILENT } from './decision.ts';
import { concluded, interview, rectification } from './investigation.ts';
import { assigned, inspection, opened, shown, source } from './opening.ts';
import { REVIEW } from './review.ts';

/** Ordered on the spot where waiting would do harm, and approved within the day. */
const seizure: Plot = [
  {
    act: 'seizure.ordered',
    after: 0,
    at: '11:30',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: {
      'rights-told': true,
      urgent: true,
      objects: [{ name: '{seizedName}', related: true, livelihood: false }],
    },
    recording: 'video',
  },
  {
    act: 'approval.given',
    after: 0,
    at: '16:30',
    who: 'approver',
    of: 'seizure.ordered',
    asked: { by: 'o1', at: '15:30' },
  },
];

const lifted: Plot = [
  shown('identity.lift', 6, '14:30'),
  {
    act: 'seizure.lifted',
    after: 0,
    at: '14:40',
    who: 'o1',
    by: ['o1', 'o2'],
    of: 'seizure.ordered',
    recording: 'skipped',
  },
];

const extended: Beat = {
  act: 'seizure.extended',
  after: 6,
  at: '16:10',
  who: 'approver',
  of: 'seizure.ordered',
  asked: { by: 'o1', at: '11:40' },
  fields: { told: true },
};

const disposed: Plot = [
  shown('identity.disposal', 2, '14:00'),
  {
    act: 'seizure.disposed',
    after: 0,
    at: '14:20',
    who: 'o1',
    by: ['o1', 'o2'],
    of: 'seizure.ordered',
    recording: 'video',
  },
];

const seized: Plot = [source, ...inspection, ...seizure, { ...opened, after: 2 }, assigned];
const found: Plot = [rectification, ...interview];

/** Sealed where it stands, released after its inspection. */
export const SEALED: Plot = [
  ...seized,
  ...found,
  ...lifted,
  concluded,
  ...REVIEW,
  ...SILENT,
  ...AFTERMATH,
];

/** Detained, extended once, destroyed after the decision. */
export const DETAINED: Plot = [
  ...seized,
  ...found,
  extended,
  { ...concluded, after: 2 },
  ...REVIEW,
  ...SILENT,
  ...disposed,
  ...publication,
  performed,
  closed,
  archived,
];

/** Evidence kept where it is for seven working days. */
export const PRESERVED: Plot = [
  source,
  ...inspection,
  {
    act: 'preservation.ordered',
    after: 0,
    at: '11:30',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { 'party-present': true, urgent: true },
    recording: 'skipped',
  },
  {
    act: 'approval.given',
    after: 0,
    at: '16:30',
    who: 'approver',
    of: 'preservation.ordered',
    asked: { by: 'o1', at: '15:30' },
  },
  opened,
  assigned,
  {
    act: 'preservation.resolved',
    after: 2,
    at: '10:30',
    who: 'o1',
    by: ['o1', 'o2'],
    of: 'preservation.ordered',
  },
  ...found,
  concluded,
  ...REVIEW,
  ...SILENT,
  ...AFTERMATH,
];
