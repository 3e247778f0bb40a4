/** The order of acts (rehearsal format §3): which acts a procedure knows, what must stand before, what is done once. */
import { describe, expect, it } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { COMPANY, LAWFUL, PEOPLE, penalty, summary } from '../../test/support/lawful.ts';
import { MINIMAL } from '../../test/support/minimal.ts';
import { type Data, Script } from '../../test/support/script.ts';

const LETTERS: Readonly<Record<string, string>> = {
  P: 'penalty.ordinary',
  S: 'penalty.summary',
  C: 'compulsion.seizure',
  I: 'inspection.random',
  L: 'licence',
  F: 'confirmation',
  J: 'adjudication',
};

/**
 * Every act of the vocabulary: the procedures that use it, and those in which nothing need stand
 * before it. Written out of the table of the format.
 */
const USED: Readonly<Record<string, readonly [procedures: string, first: string]>> = {
  'source.registered': ['PC', 'PC'],
  'verification.extended': ['P', ''],
  'case.opened': ['P', ''],
  'case.declined': ['P', ''],
  'handlers.assigned': ['P', ''],
  'identity.shown': ['PSCIL', 'PSCIL'],
  'premises.inspected': ['PSCIL', 'S'],
  'evidence.recorded': ['PSCILJ', 'S'],
  'rectification.ordered': ['PC', ''],
  'time.stopped': ['PCL', ''],
  'time.resumed': ['PCL', ''],
  'preservation.ordered': ['P', ''],
  'preservation.resolved': ['P', ''],
  'seizure.ordered': ['PC', ''],
  'seizure.extended': ['PC', ''],
  'seizure.lifted': ['PC', ''],
  'seizure.disposed': ['PC', ''],
  'approval.given': ['PC', ''],
  'investigation.concluded': ['P', ''],
  'review.requested': ['PCLFJ', ''],
  'review.accepted': ['PCLFJ', ''],
  'review.extended': ['PCLFJ', ''],
  'review.concluded': ['PCLFJ', ''],
  'disagreement.raised': ['PCLFJ', ''],
  'disagreement.resolved': ['PCLFJ', ''],
  'proposal.approved': ['P', ''],
  'notice.served': ['P', ''],
  'statement.heard': ['P', ''],
  'statement.waived': ['P', ''],
  'statement.reviewed': ['P', ''],
  'hearing.requested': ['P', ''],
  'hearing.notified': ['P', ''],
  'hearing.held': ['P', ''],
  'discussion.held': ['P', ''],
  'decision.extended': ['PLF', ''],
  'decision.made': ['PSLFJ', ''],
  'decision.delivered': ['PSLFJ', ''],
  'decision.overturned': ['PSCILFJ', ''],
  'publication.reviewed': ['PSCILFJ', ''],
  'publication.withheld': ['PSCILFJ', ''],
  'publication.consented': ['PSCILFJ', ''],
  'publication.published': ['PSCILFJ', ''],
  'publication.withdrawn': ['PSCILFJ', ''],
  'correction.requested': ['PSCILFJ', ''],
  'correction.answered': ['PSCILFJ', ''],
  'fine.collected': ['PS', ''],
  'performance.recorded': ['PS', ''],
  'enforcement.demanded': ['P', ''],
  'enforcement.applied': ['P', ''],
  'crime.reported': ['P', ''],
  'transfer.ordered': ['P', ''],
  'transfer.sent': ['P', ''],
  // Nothing need stand before these but the act they name.
  'record.av.made': ['PSCILFJ', ''],
  'record.av.stored': ['PSCILFJ', ''],
  'record.av.skipped': ['PSCILFJ', ''],
  'record.text.added': ['PSCILFJ', ''],
  'case.closed': ['PC', ''],
  'file.archived': ['PSCILFJ', ''],
  'application.received': ['LFJ', 'LFJ'],
  'application.returned': ['LF', ''],
  'application.accepted': ['LFJ', ''],
  'inspection.approved': ['I', 'I'],
  'inspection.drawn': ['I', ''],
  'inspection.notified': ['I', ''],
  'inspection.completed': ['I', ''],
};

/** The least data of an act; a decision has the outcomes of its procedure. */
function dataOf(act: string, procedure: string): Data | undefined {
  const outcomes: Data = { licence: 'refused', confirmation: 'refused', adjudication: 'ruled' };
  const outcome = outcomes[procedure];
  return act === 'decision.made' && outcome !== undefined
    ? { ...MINIMAL[act], outcome }
    : MINIMAL[act];
}

const empty = (procedure: string) =>
  new Script(
    { bureau: 'national', procedure, pack: {}, party: COMPANY, flags: [], people: PEOPLE },
    [],
  );

describe('the vocabulary', () => {
  it('has 65 acts', () => {
    expect(Object.keys(USED)).toHaveLength(65);
  });

  it.each(Object.entries(LETTERS))(
    '%s: each act alone is unknown, out of order or free to come first',
    (letter, procedure) => {
      const wrong = Object.entries(USED).filter(([act, [procedures, first]]) => {
        const found = empty(procedure).add('2025-03-03', act, dataOf(act, procedure)).refusals(act);
        const structural = found.filter((code) => code.startsWith('act/'));
        const wanted = !procedures.includes(letter)
          ? 'act/unknown'
          : first.includes(letter)
            ? undefined
            : 'act/out-of-order';
        return structural[0] !== wanted || (wanted !== undefined && found.length !== 1);
      });
      expect(wrong).toEqual([]);
    },
  );

  refuses(
    'an act nobody knows is refused for that alone, even when it is also too early',
    penalty().upTo('case.opened').add('2025-01-01', 'case.reopened'),
    'case.reopened',
    'act/unknown',
  );
});

describe('time', () => {
  refuses(
    'an act before an earlier one is out of order',
    penalty().upTo('rectification.ordered').at('rectification.ordered', '2025-03-06 09:59'),
    'rectification.ordered',
    'act/out-of-order',
  );
  accepts(
    'an act at the same moment as the one before is in order',
    penalty().upTo('rectification.ordered').at('rectification.ordered', '2025-03-06 10:00'),
    'rectification.ordered',
  );
  refuses(
    'an act before one that was refused is out of order all the same',
    penalty()
      .upTo('case.opened')
      .add('2025-03-20', 'case.closed', { ground: 'executed' })
      .add('2025-03-19', 'handlers.assigned', { handlers: ['o1', 'o2'] }),
    'handlers.assigned',
    'act/out-of-order',
  );
  refuses(
    'an act before one that was itself too early is compared with the latest of all',
    penalty()
      .upTo('case.opened')
      .add('2025-03-05', 'crime.reported')
      .add('2025-03-05 12:00', 'rectification.ordered'),
    'rectification.ordered',
    'act/out-of-order',
  );
});

/** The lawful case cut before `act`, without `gone`, and then `act`. */
const lacking = (script: Script, act: string, ...gone: string[]) =>
  script.upTo(act).without(...gone);

describe('what must stand before', () => {
  for (const gone of ['case.opened', 'handlers.assigned', 'premises.inspected'])
    refuses(
      `an investigation is not concluded without ${gone}`,
      lacking(penalty(), 'investigation.concluded', gone),
      'investigation.concluded',
      'act/out-of-order',
    );
  accepts(
    'evidence stands in for an inspection',
    penalty()
      .upTo('investigation.concluded')
      .before('premises.inspected', [
        'evidence.recorded',
        { kind: 'document', rightsTold: true },
        ['o1', 'o2'],
      ])
      .without('premises.inspected', 'record.av.skipped'),
    'investigation.concluded',
  );
  refuses(
    'an act that was refused does not stand',
    penalty().upTo('handlers.assigned').with('case.opened', { approvedBy: undefined }),
    'handlers.assigned',
    'act/out-of-order',
  );
  refuses(
    'a penalty is not decided without notice',
    penalty().upTo('decision.made').without('notice.served'),
    'decision.made',
    'act/out-of-order',
  );
  accepts(
    'a decision not to punish needs no notice',
    penalty()
      .upTo('decision.made')
      .without('notice.served')
      .with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.made',
  );
  refuses(
    'consent to publication needs a decision to withhold or a review',
    penalty().upTo('decision.made').add('2025-03-24', 'publication.consented', { from: '第三方' }),
    'publication.consented',
    'act/out-of-order',
  );
  for (const [act, data] of [
    ['publication.withheld', { ground: 'privacy', approvedBy: 'h1' }],
    ['publication.reviewed', { result: 'withhold', contains: ['privacy'] }],
  ] as const)
    accepts(
      `consent follows ${act}`,
      penalty()
        .upTo('decision.made')
        .add('2025-03-24', act, data)
        .add('2025-03-24', 'publication.consented', { from: '第三方' }),
      'publication.consented',
    );
});

const ONCE: readonly [script: string, acts: readonly string[]][] = [
  ['penalty', ['source.registered', 'case.opened', 'decision.made']],
  ['summary', ['decision.made']],
  ['seizure', ['source.registered']],
  ['inspection', ['inspection.approved', 'inspection.completed']],
  ['licence', ['decision.made']],
  ['confirmation', ['decision.made']],
  ['adjudication', ['decision.made']],
];

describe('what is done once', () => {
  for (const [name, acts] of ONCE)
    for (const act of acts) {
      const script = LAWFUL[name]?.() ?? penalty();
      const first = script.steps.find((step) => step.act === act);
      refuses(
        `${name}: ${act} is not repeated`,
        script.upTo(act).after(act, [act, first?.data, first?.by]),
        act,
        'act/out-of-order',
      );
    }
  for (const name of Object.keys(LAWFUL))
    refuses(
      `${name}: a file is archived once`,
      (LAWFUL[name]?.() ?? penalty()).add('2025-04-30', 'file.archived', {}, ['ar']),
      'file.archived',
      'act/out-of-order',
    );
  accepts(
    'a first attempt that was refused is no first time',
    summary()
      .upTo('decision.made')
      .before('decision.made', ['decision.made', { outcome: 'penalty', told: [] }, ['o1', 'o2']]),
    'decision.made',
  );
  accepts(
    'a notice may be served again',
    penalty()
      .upTo('notice.served')
      .after('notice.served', [
        'notice.served',
        {
          ...MINIMAL['notice.served'],
          contents: ['facts', 'reasons', 'basis', 'penalty', 'statement-right'],
        },
      ]),
    'notice.served',
  );
});
