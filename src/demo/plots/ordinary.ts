/** Whole cases under the ordinary procedure, from the clue to the archived file. */
import type { Plot } from '../plot.ts';
import { AFTERMATH, archived, closed, ownSite, performed } from './after.ts';
import {
  decided,
  delivery,
  discussion,
  hearing,
  notice,
  SILENT,
  statement,
  waived,
} from './decision.ts';
import { concluded, INVESTIGATION, officeInterview, rectification } from './investigation.ts';
import { OPENING } from './opening.ts';
import { REVIEW, secondRound } from './review.ts';

/** Nothing unusual; the party is an organisation. */
export const PLAIN: Plot = [...OPENING, ...INVESTIGATION, ...REVIEW, ...SILENT, ...AFTERMATH];

/** The party speaks before the decision. */
export const SPOKEN: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...REVIEW,
  notice,
  ...statement,
  decided(3),
  ...delivery,
  ...AFTERMATH,
];

/** The same of a natural person, who appears on the bureau's own site only. */
export const OWN_SITE: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...REVIEW,
  notice,
  ...statement,
  decided(3),
  ...delivery,
  ...ownSite,
  performed,
  closed,
  archived,
];

/** The party gives up its right to speak, and pays at once. */
export const WAIVED: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...REVIEW,
  notice,
  waived,
  decided(2),
  ...delivery,
  ...AFTERMATH,
];

/** A hearing, after which the case is reviewed again and discussed. */
export const HEARD: Plot = [
  ...OPENING,
  rectification,
  ...officeInterview,
  concluded,
  ...REVIEW,
  notice,
  ...hearing,
  ...secondRound(1),
  discussion,
  decided(1),
  ...delivery,
  ...AFTERMATH,
];

/** An inquiry at the bureau, recorded from beginning to end. */
export const AT_THE_OFFICE: Plot = [
  ...OPENING,
  rectification,
  ...officeInterview,
  concluded,
  ...REVIEW,
  ...SILENT,
  ...AFTERMATH,
];
