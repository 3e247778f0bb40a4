/** What must have held from the source of a case to the end of its investigation. */
import { daysFrom, holdsAll, type Past, texts } from './past.ts';
import {
  after,
  allCertified,
  assigned,
  byTheHead,
  byTheHeadUnlessUrgent,
  crew,
  type Deed,
  handlersNamed,
  holding,
  must,
  once,
  type Properties,
  trained,
  twoOfficers,
} from './property.ts';

const afterSource = after(
  'source.registered',
  'the source of the case was registered (程序规定 art. 18)',
);
const afterOpening = after('case.opened', 'the case was opened (程序规定 art. 19)');

const DAY = 86_400_000;

/** Days since an act on which time did not stand still for a test, a suspension and the like (程序规定 art. 46, 64). */
function countedDays({ act, past }: Deed, from: string): number {
  const start = past.last(from)?.at.ms ?? act.at.ms;
  const stood = new Set<number>();
  for (const stop of past.all('time.stopped')) {
    const ground = JSON.stringify([stop.data]).match(/"ground":"(\w+)"/u)?.[1];
    const end = past
      .all('time.resumed')
      .find(({ n, data }) => n > stop.n && 'ground' in data && data.ground === ground);
    for (let ms = stop.at.ms; ms < (end ?? act).at.ms; ms += DAY) stood.add(ms);
    // A stop that has not ended holds the time for good.
    if (!end) return 0;
  }
  return (act.at.ms - start) / DAY - stood.size;
}

const startOf = (past: Past, deed: Deed) => past.acts.find(({ n }) => n === deed.data['of']);
const rightsTold = must(
  'the party was told of its rights, then or before (行政处罚法 art. 44, 程序规定 art. 28)',
  ({ data, past }) =>
    data['rightsTold'] === true ||
    past.hasSince(0, 'premises.inspected', (earlier) => earlier['rightsTold'] === true) ||
    past.hasSince(0, 'evidence.recorded', (earlier) => earlier['rightsTold'] === true),
);

export const INVESTIGATION: Properties = {
  'source.registered': once,
  'verification.extended': {
    'clock/extension-not-approved': byTheHead('程序规定 art. 18'),
    // Fifteen working days, once extended by fifteen, are never more than sixty days.
    'clock/extension-late': must(
      'the time for verification had not run out (程序规定 art. 18)',
      (deed) => countedDays(deed, 'source.registered') <= 60,
    ),
    'clock/extension-over-limit': must(
      'it is extended once, and by no more than fifteen working days (程序规定 art. 18)',
      ({ data, past }) => !past.has('verification.extended') && Number(data['days'] ?? 15) <= 15,
    ),
    ...afterSource,
  },
  'case.opened': {
    'approval/missing': byTheHead('程序规定 art. 19'),
    'case/conditions-missing': holding(
      'conditions',
      ['evidence', 'punishable', 'jurisdiction', 'in-time'],
      'there is evidence of an unlawful act, punishable, within jurisdiction and in time (程序规定 art. 19)',
    ),
    ...afterSource,
    ...once,
  },
  'case.declined': { 'approval/missing': byTheHead('程序规定 art. 20'), ...afterSource, ...once },
  'handlers.assigned': {
    'handlers/too-few': twoOfficers(handlersNamed),
    'handlers/certificate-invalid': allCertified(handlersNamed),
    'training/missing': trained(handlersNamed),
    ...afterOpening,
  },
  'identity.shown': {},
  'premises.inspected': { ...crew(), ...assigned, 'rights/not-told': rightsTold, ...afterSource },
  'evidence.recorded': { ...crew(), ...assigned, 'rights/not-told': rightsTold, ...afterSource },
  'rectification.ordered': afterSource,
  'time.stopped': {
    'approval/missing': must(
      'a suspension of the investigation is approved by the head of the organ (程序规定 art. 46)',
      ({ data }) => data['ground'] !== 'suspension' || data['approvedBy'] === 'head',
    ),
    ...afterSource,
  },
  'time.resumed': after('time.stopped', 'time had been stopped'),
  'preservation.ordered': {
    ...crew(),
    ...assigned,
    'approval/missing': byTheHeadUnlessUrgent('行政处罚法 art. 56, 程序规定 art. 33'),
    ...afterSource,
  },
  'preservation.resolved': {
    // Seven working days are never more than sixty days.
    'preservation/lapsed': must(
      'it came within seven working days (行政处罚法 art. 56)',
      (deed) => daysFrom(startOf(deed.past, deed), deed.act) <= 60,
    ),
    ...after('preservation.ordered', 'something was preserved'),
  },
  'seizure.ordered': {
    ...crew(),
    ...assigned,
    'approval/missing': byTheHeadUnlessUrgent('行政强制法 art. 18, 19'),
    'rights/not-told': must(
      'the party was told of its rights (行政强制法 art. 18)',
      ({ data }) => data['rightsTold'] === true,
    ),
    'seizure/no-authority': must(
      'a statute gives the power to seize (行政强制法 art. 10, 17)',
      ({ data }) => Boolean(data['authority']),
    ),
    'seizure/over-limit': must(
      'for no more than thirty days (行政强制法 art. 25)',
      ({ data }) => Number(data['days']) <= 30,
    ),
    'seizure/papers-not-delivered': holding(
      'papers',
      ['decision', 'list'],
      'decision and list were handed over on the spot (行政强制法 art. 24)',
    ),
    'seizure/object-not-allowed': must(
      'nothing unrelated and nothing needed for living is seized (行政强制法 art. 23)',
      ({ data }) =>
        !JSON.stringify(data['objects'] ?? []).includes('"related":false') &&
        !JSON.stringify(data['objects'] ?? []).includes('"livelihood":true'),
    ),
    ...afterSource,
  },
  'seizure.extended': {
    'clock/extension-not-approved': byTheHead('行政强制法 art. 25'),
    'clock/extension-late': must(
      'the seizure had not run out (行政强制法 art. 25)',
      (deed) => daysFrom(startOf(deed.past, deed), deed.act) <= 60,
    ),
    'clock/extension-not-told': must(
      'the party was told, with reasons (行政强制法 art. 25)',
      ({ data }) => data['told'] === true,
    ),
    'seizure/over-limit': must(
      'once, and by no more than thirty days (行政强制法 art. 25)',
      ({ data, past }) =>
        Number(data['days']) <= 30 &&
        !past.hasSince(0, 'seizure.extended', (earlier) => earlier['of'] === data['of']),
    ),
    ...after('seizure.ordered', 'something was seized'),
  },
  'seizure.lifted': after('seizure.ordered', 'something was seized'),
  'seizure.disposed': {
    'seizure/lapsed': must(
      'the seizure had not run out (行政强制法 art. 27, 28)',
      (deed) => daysFrom(startOf(deed.past, deed), deed.act) <= 60,
    ),
    ...after('seizure.ordered', 'something was seized'),
  },
  'approval.given': {
    'approval/missing': byTheHead('行政强制法 art. 19, 程序规定 art. 33'),
    ...after('preservation.ordered|seizure.ordered', 'a measure had been taken'),
  },
  'decision.extended': {
    'clock/extension-not-approved': must(
      'the head approved it, from the second time on after discussion (程序规定 art. 64)',
      ({ data, past }) =>
        data['approvedBy'] === 'head' &&
        (!past.has('decision.extended') || data['discussion'] === true),
    ),
    'clock/extension-late': must(
      'the time for the case had not run out (行政处罚法 art. 60, 程序规定 art. 64)',
      (deed) => countedDays(deed, 'case.opened') <= 200,
    ),
    'clock/extension-over-limit': must(
      'the first time by no more than thirty days (程序规定 art. 64)',
      ({ data, past }) => past.has('decision.extended') || Number(data['days']) <= 30,
    ),
    ...afterOpening,
  },
  'investigation.concluded': {
    'investigation/report-incomplete': must(
      'the report speaks of party, course, facts, nature, disposition and discretion (程序规定 art. 48)',
      ({ data }) =>
        holdsAll(texts(data['report']), [
          'party',
          'process',
          'facts',
          'nature',
          'disposition',
          'discretion',
        ]),
    ),
    ...afterOpening,
    ...after('handlers.assigned', 'handlers were assigned (程序规定 art. 19)'),
    ...after(
      'premises.inspected|evidence.recorded',
      'evidence was gathered (行政处罚法 art. 46, 54)',
    ),
  },
};
