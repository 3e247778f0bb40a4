/** Decisions on their way to publication: each procedure up to its decision, a review of the text, a publication. */
import {
  adjudication,
  confirmation,
  inspection,
  licence,
  penalty,
  seizure,
  summary,
} from './lawful.ts';
import type { Data, Insert, Script } from './script.ts';

export const PUBLISH = 'publication.published';
export const SUMMARY_FIELDS = ['authority', 'party', 'category', 'conclusion'];
const WHOLE = {
  channel: 'WEB',
  form: 'both',
  fields: [...SUMMARY_FIELDS, 'date'],
  draft: 'v1',
  unit: '食品股',
  masked: true,
};
/** A review that passes the text, unless `data` say otherwise. */
export const publicityReview = (data: Data = {}, ...by: string[]): Insert => [
  'publication.reviewed',
  { result: 'pass', contains: [], ...data },
  by.length > 0 ? by : ['u1', 'pb'],
];

/** Each procedure up to its decision, then a review and a publication. */
export const PUBLISHED: readonly (readonly [name: string, decided: Script])[] = [
  ['penalty', penalty().upTo('decision.made')],
  ['summary', summary().upTo('decision.made')],
  ['seizure', seizure().upTo('seizure.ordered')],
  ['inspection', inspection().upTo('inspection.completed')],
  ['licence', licence().upTo('decision.made')],
  ['confirmation', confirmation().upTo('decision.made')],
  ['adjudication', adjudication().upTo('decision.made')],
];
const DAY = '2025-03-24';
/** More acts, all on the day of publication. */
export const append = (script: Script, ...acts: Insert[]) =>
  acts.reduce((more, [act, data, by]) => more.add(DAY, act, data, by), script);
/** A publication that every rule allows, changed by `data`. */
export const publish = (script: Script, data: Data = {}) =>
  script.add(DAY, PUBLISH, { ...WHOLE, ...data }, ['pb']);
/** A review and then a publication. */
export const shown = (script: Script, data: Data = {}) =>
  publish(append(script, publicityReview()), data);
