/** Gathering the evidence of an open case. */
import type { Beat, Plot } from '../plot.ts';
import { shown } from './opening.ts';

export const rectification: Beat = {
  act: 'rectification.ordered',
  after: 0,
  at: '15:00',
  who: 'o1',
  by: ['o1', 'o2'],
  papers: { 'delivery-receipt': {} },
};

/** A visit that ends with an inquiry and copies of the books. */
export const interview: Plot = [
  shown('identity.interview', 3, '09:00'),
  {
    act: 'evidence.recorded',
    label: 'interview',
    after: 0,
    at: '09:05',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { kind: 'interview', place: 'party' },
    recording: 'skipped',
  },
  {
    act: 'evidence.recorded',
    label: 'documents',
    after: 0,
    at: '10:40',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { kind: 'document' },
  },
];

/** The same at the bureau, which must be recorded in sound and picture. */
export const officeInterview: Plot = interview.map((beat) =>
  beat.label === 'interview'
    ? { ...beat, fields: { kind: 'interview', place: 'office' }, recording: 'video' }
    : beat,
);

/** Pages of a shop on the net, taken as they are. */
export const electronic: Plot = [
  shown('identity.electronic', 2, '14:00'),
  {
    act: 'evidence.recorded',
    label: 'electronic',
    after: 0,
    at: '14:10',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { kind: 'electronic' },
    recording: 'skipped',
  },
];

export const concluded: Beat = {
  act: 'investigation.concluded',
  after: 8,
  at: '16:00',
  who: 'o1',
  by: ['o1', 'o2'],
};

export const INVESTIGATION: Plot = [rectification, ...interview, concluded];
