/** What must have held of notice, statement, hearing and decision (行政处罚法 art. 38, 44, 45, 57–65). */
import { type Data, daysFrom, isGraver, type Past, textOf, tookPart, weigh } from './past.ts';
import {
  after,
  byTheHead,
  type Deed,
  holding,
  must,
  NOTICE,
  once,
  type Properties,
  type Property,
  type RowProperties,
} from './property.ts';
import { reviewPassed, sameDraft } from './review.properties.ts';
import type { World } from './world.ts';

/** Whether such a penalty gives a right to a hearing (行政处罚法 art. 63). */
function isGrave(penalty: unknown, { hearingFrom }: World): boolean {
  const { fine, gains, goods, kinds } = weigh(penalty);
  const listed = ['revoke', 'downgrade', 'restrict', 'suspend', 'close'];
  return (
    fine >= hearingFrom ||
    gains + goods >= hearingFrom ||
    kinds.some((kind) => listed.includes(kind))
  );
}

const gaveUp = (right: string) => (data: Data) => JSON.stringify(data['rights']).includes(right);

/** Whether the party still may speak: five working days, never fewer than seven days, have not passed, and it has not given the right up. */
function maySpeak({ act, past, world }: Deed): boolean {
  const notice = past.last('notice.served');
  if (!notice || daysFrom(notice, act) >= 7) return false;
  const waived = (right: string) => past.hasSince(notice.n, 'statement.waived', gaveUp(right));
  const penalty = past.said('notice.served')['penalty'];
  return !waived('statement') || (isGrave(penalty, world) && !waived('hearing'));
}

function waitsForHearing(past: Past): boolean {
  const asked = past.all('hearing.requested').findLast(({ n }) => n > past.at('notice.served'))?.n;
  return (
    asked !== undefined &&
    past.at('hearing.held') < asked &&
    !past.hasSince(asked, 'statement.waived', gaveUp('hearing'))
  );
}

const heardSinceNotice = (past: Past) =>
  Math.max(past.at('statement.heard'), past.at('hearing.held')) > past.at('notice.served');
const beyondNotice = ({ data, past }: Deed) =>
  past.has('notice.served') && isGraver(data['penalty'], past.said('notice.served')['penalty']);

/** What only a decision that punishes needs. */
const ifPunished = (words: string, holds: (deed: Deed) => boolean): Property =>
  must(words, (deed) => deed.data['outcome'] !== 'penalty' || holds(deed));

const neutralChair: RowProperties = {
  'hearing/chair-is-handler': must(
    'the chair neither handles the case nor gathered its evidence (行政处罚法 art. 64 no. 4)',
    ({ data, past }) => !tookPart(past).has(String(data['chair'])),
  ),
};
const afterNotice = after('notice.served', 'the party was notified (行政处罚法 art. 44)');

export const HEARING: Properties = {
  'notice.served': {
    'notice/content-missing': holding(
      'contents',
      NOTICE,
      'facts, reasons, basis, penalty and the right to speak were told (行政处罚法 art. 44)',
    ),
    'hearing/right-not-notified': must(
      'where a hearing may be asked for, that right was told (行政处罚法 art. 63)',
      ({ data, world }) =>
        !isGrave(data['penalty'], world) ||
        JSON.stringify(data['contents']).includes('hearing-right'),
    ),
    ...after('proposal.approved', 'the head approved what is proposed (程序规定 art. 56)'),
  },
  'statement.heard': afterNotice,
  'statement.waived': afterNotice,
  'statement.reviewed': after('statement.heard|hearing.held', 'the party was heard'),
  'hearing.requested': {
    'hearing/not-in-scope': must(
      'the penalty put to the party gives a right to a hearing (行政处罚法 art. 63)',
      ({ past, world }) => isGrave(past.said('notice.served')['penalty'], world),
    ),
    // Five working days are never more than fourteen days.
    'hearing/request-late': must(
      'it came within five working days of the notice (行政处罚法 art. 64 no. 1)',
      ({ act, past }) => daysFrom(past.last('notice.served'), act) <= 14,
    ),
    ...afterNotice,
  },
  'hearing.notified': {
    ...neutralChair,
    ...after('hearing.requested', 'the party asked for a hearing (行政处罚法 art. 63)'),
  },
  'hearing.held': {
    ...neutralChair,
    // Seven working days are never fewer than nine days.
    'hearing/notice-too-short': must(
      'the party knew seven working days before (行政处罚法 art. 64 no. 2)',
      ({ act, past }) =>
        !past.has('hearing.notified') || daysFrom(past.last('hearing.notified'), act) >= 9,
    ),
    ...after('hearing.notified', 'the hearing was called (行政处罚法 art. 64 no. 2)'),
  },
};

/** What must hold of the text of a decision, on the spot or not. */
export const DECISION_TEXT: RowProperties = {
  'decision/number-malformed': must(
    'its number names bureau, kind, year and place in the year (文书范本)',
    ({ data }) =>
      data['number'] === undefined || /市监\S+〔20\d\d〕[1-9]\d*号$/u.test(textOf(data['number'])),
  ),
  'discretion/above-maximum': within(
    'no more than the statute allows',
    ({ fine, max }) => fine <= max,
  ),
  'discretion/below-minimum': within(
    'no less than the statute allows, unless mitigated',
    ({ fine, min, step }) => fine >= min || step === 'mitigated',
  ),
  'discretion/out-of-step': within(
    'the fine lies in the step that was chosen (裁量指导意见)',
    ({ fine, min, max, step }) => {
      if (fine > max || (fine < min && step !== 'mitigated')) return true; // beyond the statute, as told above
      const share = (fine - min) / (max - min);
      if (step === 'mitigated') return share < 0;
      if (step === 'lighter') return share <= 0.3;
      return step === 'heavier' ? share >= 0.7 : share > 0.3 && share < 0.7;
    },
  ),
};

interface Choice {
  readonly fine: number;
  readonly min: number;
  readonly max: number;
  readonly step: string;
}

/** A property of the fine against the range the statute gives for it (行政处罚法 art. 34). */
function within(words: string, holds: (choice: Choice) => boolean): Property {
  return ifPunished(words, ({ data }) => {
    const range = data['discretion'];
    if (range === undefined) return true;
    const given: Data = { ...Object(range) };
    return holds({
      fine: weigh(data['penalty']).fine,
      min: Number(given['min']),
      max: Number(given['max']),
      step: String(given['step']),
    });
  });
}

const remedyTold = (path?: string) =>
  ifPunished(
    "the party is sent to the people's government for reconsideration (行政复议法 art. 23, 24)",
    ({ data }) => {
      const told: Data = { ...Object(data['remedy']) };
      return told['body'] === 'government' && (path === undefined || told['path'] === path);
    },
  );
export const remedyOnTheSpot = remedyTold('reconsideration-first');

export const DECISION: Properties = {
  'decision.made': {
    'approval/missing': byTheHead('行政处罚法 art. 57'),
    'review/not-passed': reviewPassed,
    'review/draft-changed': sameDraft,
    'hearing/pending': ifPunished(
      'no party waits for the hearing it asked for (行政处罚法 art. 63, 65)',
      ({ past }) => !waitsForHearing(past),
    ),
    'notice/statement-period-open': ifPunished(
      'the party could speak as long as the law gives it, or gave that up (行政处罚法 art. 62, 程序规定 art. 57)',
      (deed) => !maySpeak(deed),
    ),
    'statement/not-reviewed': ifPunished(
      'what the party said was reviewed (行政处罚法 art. 45)',
      ({ past }) => past.at('statement.reviewed') >= past.at('statement.heard'),
    ),
    'decision/heavier-after-statement': ifPunished(
      'nobody is punished more for having spoken (行政处罚法 art. 45)',
      (deed) => !beyondNotice(deed) || !heardSinceNotice(deed.past),
    ),
    'notice/not-matching': ifPunished(
      'nothing is imposed of which the party was not notified (行政处罚法 art. 44, 62)',
      (deed) => !beyondNotice(deed) || heardSinceNotice(deed.past),
    ),
    'discussion/missing': ifPunished(
      'the heads discussed a grave or complex case, after the hearing where one was held (行政处罚法 art. 57)',
      ({ past, world: { flags } }) => {
        const grave = ['grave', 'complex', 'public-interest', 'statute'];
        const needed = flags.some((flag) => grave.includes(flag)) || past.has('hearing.held');
        const at = past.at('discussion.held');
        return !needed || (at > 0 && at > past.at('hearing.held'));
      },
    ),
    'decision/reasons-missing': must(
      'where the bureau asks for it, it reasons on evidence, basis and discretion (鲤城方案 第八项)',
      ({ data, world }) =>
        !world.reasons ||
        ['evidence', 'basis', 'discretion'].every((one) =>
          JSON.stringify(data['reasons'] ?? []).includes(one),
        ),
    ),
    'decision/remedy-wrong': remedyTold(),
    ...DECISION_TEXT,
    'transfer/pending': ifPunished(
      'a suspected crime is not punished in place of a transfer (行政处罚法 art. 27, 57)',
      ({ past }) =>
        !past.has('crime.reported') || past.said('transfer.ordered')['approve'] === false,
    ),
    ...after('investigation.concluded', 'the investigation was concluded (行政处罚法 art. 57)'),
    ...once,
  },
};

export const TRANSFER: Properties = {
  'crime.reported': after('source.registered', 'the source of the case was registered'),
  'transfer.ordered': {
    'approval/missing': byTheHead('移送规定 art. 5'),
    'transfer/reasons-missing': must(
      'who does not transfer says why (移送规定 art. 5)',
      ({ data }) => data['approve'] === true || Boolean(data['reasons']),
    ),
    ...after('crime.reported', 'a crime was suspected'),
  },
  'transfer.sent': {
    'transfer/papers-missing': holding(
      'papers',
      ['letter', 'report', 'goods-list', 'test-report'],
      'letter, report, list of goods and test report go along (移送规定 art. 6)',
    ),
    ...after('transfer.ordered', 'the head ordered the transfer'),
  },
};
