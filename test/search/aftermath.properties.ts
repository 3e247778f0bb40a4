/** What must have held of delivery, publication, execution, closing and archiving. */
import { daysFrom, holdsAll, type Past, texts } from './past.ts';
import {
  after,
  byTheHead,
  crew,
  type Deed,
  must,
  once,
  type Properties,
  type RowProperties,
} from './property.ts';
import type { World } from './world.ts';

const afterDecision = after('@decision', 'a decision was made');
const inPerson = ({ data }: Deed) => data['method'] === 'direct' || data['method'] === 'leave';

export const DELIVERED: RowProperties = {
  ...crew(inPerson),
  'delivery/evidence-missing': must(
    'there is the proof each manner of delivery needs (程序规定 art. 82)',
    ({ data }) => {
      const proof = texts(data['evidence']);
      switch (data['method']) {
        case 'leave':
          return proof.includes('witness') || proof.includes('av');
        case 'electronic':
          return holdsAll(proof, ['consent', 'screenshot']);
        case 'mail':
          return proof.includes('receipt');
        case 'announcement':
          return proof.includes('record');
        case 'entrusted':
          return proof.includes('letter');
        default:
          return true;
      }
    },
  ),
  ...after('decision.made', 'a decision was made'),
};
const moreThanWarning = (past: Past) =>
  Object.keys(Object(past.said('decision.made')['penalty'])).some((name) => name !== 'warning');
export const toldOfPublication = must(
  'the party was told that the penalty will be public (公示规定 art. 8)',
  ({ data, past }) =>
    past.said('decision.made')['outcome'] !== 'penalty' ||
    !moreThanWarning(past) ||
    data['publicityTold'] === true,
);

/** What the check of the text and the decisions to withhold found in it. */
const found = (past: Past): readonly string[] => [
  ...texts(past.said('publication.reviewed')['contains']),
  ...past.all('publication.withheld').map(({ data }) => ('ground' in data ? data.ground : '')),
];
const SECRET = ['state-secret', 'forbidden', 'security'];
const OTHERS = ['commercial-secret', 'privacy'];

const fieldsWanted = ({ dated }: World, onPenaltySystem: boolean): readonly string[] =>
  onPenaltySystem
    ? ['number', 'party', 'violation', 'penalty', 'authority', 'date']
    : ['authority', 'party', 'category', 'conclusion', ...(dated ? ['date'] : [])];

/** `ordinary`: the penalty system takes the decision, in its own form. */
export const publicity = (ordinary: boolean): Properties => ({
  'publication.reviewed': afterDecision,
  'publication.withheld': {
    'approval/missing': byTheHead('公示规定 art. 5, 6'),
    'publication/ground-not-lawful': must(
      'only secrets, security and the privacy of others keep it back (公示规定 art. 5, 6)',
      ({ data }) => [...SECRET, ...OTHERS].includes(String(data['ground'])),
    ),
    ...afterDecision,
  },
  'publication.consented': {
    ...afterDecision,
    ...after('publication.withheld|publication.reviewed', 'the text was checked'),
  },
  'publication.published': {
    'publication/not-reviewed': must(
      'the text passed its check (公示规定 art. 5, 16)',
      ({ past }) => past.said('publication.reviewed')['result'] === 'pass',
    ),
    'publication/secret': must(
      'no secret of the state and nothing against its security is in it (公示规定 art. 5)',
      ({ past }) => !found(past).some((one) => SECRET.includes(one)),
    ),
    'publication/third-party': must(
      'what is secret or private to others is struck out, or they consented (公示规定 art. 6)',
      ({ data, past }) =>
        past.has('publication.consented') ||
        holdsAll(
          data['redacted'],
          found(past).filter((one) => OTHERS.includes(one)),
        ),
    ),
    'publication/not-masked': must(
      'the name of a natural person is masked (公示规定 art. 6)',
      ({ data, world }) => !world.natural || data['masked'] === true,
    ),
    'publication/wrong-form': must(
      'it has the form the channel asks for (公示规定 art. 4)',
      ({ data, world }) => {
        if (ordinary && data['channel'] === 'GSXT') return data['form'] === 'both';
        return world.form === undefined || data['form'] === world.form || data['form'] === 'both';
      },
    ),
    'publication/summary-incomplete': must(
      'the summary says what it must (公示规定 art. 4)',
      ({ data, world }) =>
        data['form'] === 'document' ||
        holdsAll(data['fields'], fieldsWanted(world, ordinary && data['channel'] === 'GSXT')),
    ),
    'publication/text-differs': must(
      'what is published is what was served (公示规定 art. 7)',
      ({ data, past }) => {
        const served = past.said('decision.made')['draft'];
        return data['form'] === 'summary' || served === undefined || data['draft'] === served;
      },
    ),
    'publication/unit-missing': must(
      'where the bureau asks for it, the unit that answers for it is named (鲤城方案 总体要求)',
      ({ data, world }) => !world.unit || Boolean(data['unit']),
    ),
    'publication/overturned': must(
      'the decision still stands (行政处罚法 art. 48)',
      ({ past }) => !past.has('decision.overturned'),
    ),
    'publication/not-publishable': must(
      'the penalty system takes neither decisions on the spot nor mere warnings (公示规定 art. 2)',
      ({ data, past }) =>
        data['channel'] !== 'GSXT' ||
        (ordinary &&
          (past.said('decision.made')['outcome'] !== 'penalty' || moreThanWarning(past))),
    ),
    ...afterDecision,
  },
  'publication.withdrawn': {
    'publication/reason-missing': must('it says publicly why (行政处罚法 art. 48)', ({ data }) =>
      Boolean(data['reason']),
    ),
    ...after('publication.published', 'something was published'),
  },
  'correction.requested': after('publication.published', 'something was published'),
  'correction.answered': {
    'correction/not-told': must(
      'who asked was told (公示规定 art. 12)',
      ({ data }) => data['told'] === true,
    ),
    'correction/wrong-authority': must(
      'nobody corrects what another authority published (公示规定 art. 12)',
      ({ data, past }) =>
        data['outcome'] !== 'corrected' || past.said('correction.requested')['own'] !== false,
    ),
    ...after('correction.requested', 'a correction was asked for'),
  },
  'decision.overturned': afterDecision,
});

const paid = (past: Past) =>
  past.hasSince(0, 'performance.recorded', (data) => data['complete'] === true);

export const COLLECTED = (onTheSpot: boolean): RowProperties => ({
  'fine/collection-not-allowed': must(
    'a fine is collected on the spot only where the law allows it (行政处罚法 art. 68, 69)',
    ({ data }) =>
      (data['ground'] === 'remote' && data['requested'] === true) ||
      (onTheSpot && (Number(data['amount']) <= 10_000 || data['ground'] === 'hard-later')),
  ),
  'fine/receipt-missing': must(
    'the party gets a receipt (行政处罚法 art. 70)',
    ({ data }) => data['receipt'] === true,
  ),
  ...after('decision.made', 'a decision was made'),
});

/** Whether there is anything to pay, or to go to court about. */
const fined = (past: Past) => past.said('decision.made')['outcome'] === 'penalty';

const afterDelivery = after('decision.delivered', 'the decision was delivered');
export const EXECUTION: Properties = {
  'fine.collected': COLLECTED(false),
  'performance.recorded': afterDelivery,
  'enforcement.demanded': {
    'enforcement/not-due': must(
      'the fifteen days for payment were over (行政处罚法 art. 67, 72)',
      ({ act, past }) => !fined(past) || daysFrom(past.last('decision.delivered'), act) > 15,
    ),
    ...afterDelivery,
  },
  'enforcement.applied': {
    'enforcement/demand-period-open': must(
      'ten working days had passed since the demand (行政强制法 art. 54)',
      ({ act, past }) =>
        !past.has('enforcement.demanded') || daysFrom(past.last('enforcement.demanded'), act) > 13,
    ),
    'enforcement/remedy-period-open': must(
      'the six months to go to court were over (行政强制法 art. 53)',
      ({ act, past }) => !fined(past) || daysFrom(past.last('decision.delivered'), act) > 181,
    ),
    ...after('enforcement.demanded', 'payment was demanded (行政强制法 art. 54)'),
  },
};

export const RECORD: Properties = {
  'record.av.made': {},
  'record.av.stored': after('record.av.made', 'a recording was made'),
  'record.av.skipped': {
    'record/av-required': must(
      'only what need not be recorded throughout goes without (118号文)',
      ({ data, past }) => {
        const act = past.acts.find(({ n }) => n === data['of']);
        return act === undefined || !isRecordedThroughout(act);
      },
    ),
    'record/skip-reason-missing': must('it says why (118号文)', ({ data }) =>
      Boolean(data['reason']),
    ),
  },
  'record.text.added': {},
};

/** Measures, and inspections in the absence of the party, are recorded from beginning to end. */
const isRecordedThroughout = ({ code, data }: Past['acts'][number]) =>
  code === 'seizure.ordered' || ('partyPresent' in data && data.partyPresent === false);
/** Whether an act of the search asks for a recording at all. */
const isRecorded = ({ code }: Past['acts'][number]) =>
  [
    'premises.inspected',
    'seizure.ordered',
    'seizure.lifted',
    'seizure.disposed',
    'preservation.ordered',
  ].includes(code);

const recordings = must(
  'no recording is missing that had to be made (行政处罚法 art. 47, 118号文)',
  ({ past }) =>
    past.acts.every((act) => {
      if (!isRecorded(act)) return true;
      const of = ({ data }: Past['acts'][number]) => 'of' in data && data.of === act.n;
      // What was made must be stored; only what was never made may be done without.
      if (past.all('record.av.made').some(of)) return past.has('record.av.stored');
      return !isRecordedThroughout(act) && past.all('record.av.skipped').some(of);
    }),
);

/** Acts of the search whose paper was not made, and not added since. */
const papers = must('no paper of the file is missing (行政处罚法 art. 47)', ({ past }) =>
  past.acts.every(
    ({ n, data }) =>
      data.doc !== false || past.hasSince(0, 'record.text.added', (added) => added['of'] === n),
  ),
);

const NEEDED = [
  'source.registered',
  'case.opened',
  'case.closed',
  'investigation.concluded',
  'review.concluded',
  'notice.served',
  'decision.made',
  'decision.delivered',
];

/** What a file holds: all of a case, or only its beginning and end where it was declined or terminated. */
function neededActs(past: Past): readonly string[] {
  if (past.has('case.declined')) return ['source.registered', 'case.declined'];
  if (past.said('case.closed')['ground'] === 'terminated') return NEEDED.slice(0, 3);
  const outcome = past.said('decision.made')['outcome'];
  return outcome === undefined || outcome === 'penalty'
    ? NEEDED
    : NEEDED.filter((code) => code !== 'notice.served');
}

export const archived = (needed: (past: Past) => readonly string[]): RowProperties => ({
  'record/text-missing': papers,
  'record/av-missing': recordings,
  'archive/incomplete': must('the file is complete (程序规定 art. 78)', ({ past }) =>
    needed(past).every((code) => past.has(code)),
  ),
  'archive/archivist-missing': must(
    'where the bureau asks for it, who is in charge of the archive takes it in (武定方案 二（二）4)',
    ({ act, world }) => !world.archivist || act.by.includes('archivist'),
  ),
  ...once,
});

export const CLOSING: Properties = {
  'case.closed': {
    'approval/missing': byTheHead('程序规定 art. 77'),
    'measure/unresolved': must(
      'nothing is still held or preserved (行政强制法 art. 27, 28)',
      ({ act, past }) =>
        past
          .all('seizure.ordered')
          .every(({ n }) =>
            ['seizure.lifted', 'seizure.disposed'].some((code) =>
              past.hasSince(0, code, (data) => data['of'] === n),
            ),
          ) &&
        past
          .all('preservation.ordered')
          .every(
            (preserved) =>
              past.hasSince(0, 'preservation.resolved', (data) => data['of'] === preserved.n) ||
              daysFrom(preserved, act) > 60,
          ),
    ),
    'record/text-missing': papers,
    'case/not-executed': must(
      'a case closed as executed was executed (程序规定 art. 77)',
      ({ data, past }) => data['ground'] !== 'executed' || paid(past),
    ),
    ...after('case.opened', 'the case was opened'),
    ...once,
  },
  'file.archived': {
    ...archived(neededActs),
    ...after('case.closed|case.declined', 'the case was closed or declined (程序规定 art. 77, 78)'),
  },
};
