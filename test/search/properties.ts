/** The properties of both procedures, act by act: one for each guard of their tables. */
import {
  archived,
  CLOSING,
  COLLECTED,
  DELIVERED,
  EXECUTION,
  publicity,
  RECORD,
  toldOfPublication,
} from './aftermath.properties.ts';
import {
  DECISION,
  DECISION_TEXT,
  HEARING,
  remedyOnTheSpot,
  TRANSFER,
} from './decision.properties.ts';
import { INVESTIGATION } from './investigation.properties.ts';
import { weigh } from './past.ts';
import { after, assigned, crew, holding, must, NOTICE, once, type Properties } from './property.ts';
import { REVIEW } from './review.properties.ts';

export const ORDINARY: Properties = {
  ...INVESTIGATION,
  ...REVIEW,
  ...HEARING,
  ...TRANSFER,
  ...DECISION,
  ...publicity(true),
  ...EXECUTION,
  ...RECORD,
  ...CLOSING,
  'decision.delivered': { ...DELIVERED, 'delivery/publicity-not-told': toldOfPublication },
};

/** A decision on the spot (行政处罚法 art. 51, 52) needs no review, and therefore must be small, witnessed, told and heard. */
export const SUMMARY: Properties = {
  'identity.shown': {},
  'premises.inspected': { ...crew(), ...assigned },
  'evidence.recorded': { ...crew(), ...assigned },
  'decision.made': {
    ...crew(),
    ...assigned,
    'notice/content-missing': holding(
      'told',
      NOTICE,
      'facts, reasons, basis, penalty and the right to speak were told (行政处罚法 art. 44, 52)',
    ),
    'statement/not-heard': must(
      'the party was heard (行政处罚法 art. 45, 62)',
      ({ data }) => data['statementHeard'] === true,
    ),
    'summary/above-limit': must(
      'nothing but a warning, or a fine up to the limit of the party (行政处罚法 art. 51)',
      ({ data, world }) => {
        const { fine, gains, goods, kinds } = weigh(data['penalty']);
        return (
          fine <= world.spotLimit &&
          gains === 0 &&
          goods === 0 &&
          kinds.every((kind) => kind === 'warning')
        );
      },
    ),
    'decision/remedy-wrong': remedyOnTheSpot,
    ...DECISION_TEXT,
    ...after('premises.inspected|evidence.recorded', 'evidence was gathered (行政处罚法 art. 46)'),
    ...once,
  },
  'decision.delivered': DELIVERED,
  ...publicity(false),
  ...RECORD,
  'fine.collected': COLLECTED(true),
  'performance.recorded': after('decision.delivered', 'the decision was delivered'),
  'file.archived': {
    ...archived(() => ['decision.made', 'decision.delivered']),
    ...after('decision.made', 'a decision was made'),
  },
};
