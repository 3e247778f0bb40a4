/** Acts that need something open: a round of review, a measure, a stop, a standing publication (rehearsal format §3). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { contested, penalty, seizure } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const LATER = '2025-04-30';

describe('review, round by round', () => {
  const request: Data = {
    kind: 'legal',
    materials: ['report', 'evidence', 'draft'],
    draft: 'v2',
  };
  const accepted = penalty().upTo('review.accepted');
  const concluded = penalty().upTo('review.concluded');
  const opinion = (value: string) => concluded.with('review.concluded', { opinion: value });

  refuses(
    'no new request while a round is open',
    accepted.add('2025-03-11 10:00', 'review.requested', request),
    'review.requested',
    'act/out-of-order',
  );
  accepts(
    'a request not yet accepted is replaced',
    penalty().upTo('review.requested').add('2025-03-11 10:00', 'review.requested', request),
    'review.requested',
  );
  accepts(
    'after a conclusion there may be another request',
    concluded.add('2025-03-12', 'review.requested', request),
    'review.requested',
  );
  refuses(
    'a round is accepted once',
    accepted.add('2025-03-11 10:00', 'review.accepted', {}, ['rv']),
    'review.accepted',
    'act/out-of-order',
  );
  refuses(
    'a concluded round is not accepted again',
    concluded.add('2025-03-12', 'review.accepted', {}, ['rv']),
    'review.accepted',
    'act/out-of-order',
  );
  for (const [act, data] of [
    ['review.concluded', { opinion: 'agree', items: [] }],
    ['review.extended', { days: 5, approvedBy: 'h1' }],
  ] as const) {
    refuses(
      `${act} twice, the round being concluded`,
      concluded.add('2025-03-12', act, data, ['rv']),
      act,
      'act/out-of-order',
    );
    refuses(
      `${act} in a new round that is not accepted`,
      concluded.add('2025-03-12', 'review.requested', request).add('2025-03-12', act, data, ['rv']),
      act,
      'act/out-of-order',
    );
  }
  refuses(
    'no disagreement with an opinion that agrees',
    concluded.add('2025-03-12', 'disagreement.raised', { reason: '异议' }),
    'disagreement.raised',
    'act/out-of-order',
  );
  for (const other of ['correct', 'supplement', 'other'])
    accepts(
      `disagreement with the opinion ${other}`,
      opinion(other).add('2025-03-12', 'disagreement.raised', { reason: '异议' }),
      'disagreement.raised',
    );
  refuses(
    'no disagreement while the next round is open',
    opinion('correct')
      .add('2025-03-12', 'review.requested', request)
      .add('2025-03-12', 'review.accepted', {}, ['rv'])
      .add('2025-03-12', 'disagreement.raised', { reason: '异议' }),
    'disagreement.raised',
    'act/out-of-order',
  );
});

describe('acts that name another act', () => {
  const held = seizure().until('record.av.made');
  const kept = penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1' }, ['o1', 'o2']]);

  for (const [act, data] of [
    ['seizure.extended', { days: 30, approvedBy: 'h1', told: true }],
    ['seizure.lifted', {}],
    ['seizure.disposed', { how: 'destroyed' }],
  ] as const) {
    accepts(`${act}: a seizure that is held`, held.add('2025-03-10', act, { ...data, of: 6 }), act);
    refuses(
      `${act}: not an act of another kind`,
      held.add('2025-03-10', act, { ...data, of: 5 }),
      act,
      'act/out-of-order',
    );
    refuses(
      `${act}: not a seizure that was refused`,
      held
        .with('seizure.ordered', { authority: undefined })
        .after('seizure.ordered', [
          'seizure.ordered',
          {
            measure: 'seal',
            authority: '特种设备安全法',
            approvedBy: 'h1',
            days: 30,
            papers: ['decision', 'list'],
            rightsTold: true,
          },
          ['o1', 'o2'],
        ])
        .add('2025-03-10', act, { ...data, of: 6 }),
      act,
      'act/out-of-order',
    );
    for (const end of ['seizure.lifted', 'seizure.disposed'])
      refuses(
        `${act}: not one that ended by ${end}`,
        held
          .add('2025-03-10', end, { of: 6, how: 'destroyed' })
          .add('2025-03-10', act, { ...data, of: 6 }),
        act,
        'act/out-of-order',
      );
  }

  accepts(
    'a preservation is resolved',
    kept.add('2025-03-05', 'preservation.resolved', { of: 4, measure: 'returned' }),
    'preservation.resolved',
  );
  refuses(
    'a preservation is resolved once',
    kept
      .add('2025-03-05', 'preservation.resolved', { of: 4, measure: 'returned' })
      .add('2025-03-05', 'preservation.resolved', { of: 4, measure: 'returned' }),
    'preservation.resolved',
    'act/out-of-order',
  );

  const urgent = kept.with('preservation.ordered', { approvedBy: undefined, urgent: true });
  const approval = { of: 4, approvedBy: 'h1' };
  accepts(
    'an urgent measure is approved afterwards',
    urgent.add('2025-03-05', 'approval.given', approval),
    'approval.given',
  );
  accepts(
    'and even after its 24 hours, late',
    urgent.add('2025-03-10', 'approval.given', approval),
    'approval.given',
  );
  refuses(
    'a measure that was not urgent has no approval to wait for',
    kept.add('2025-03-05', 'approval.given', approval),
    'approval.given',
    'act/out-of-order',
  );
  refuses(
    'an urgent measure is approved once',
    urgent
      .add('2025-03-05', 'approval.given', approval)
      .add('2025-03-05', 'approval.given', approval),
    'approval.given',
    'act/out-of-order',
  );

  const inspected = penalty().upTo('premises.inspected');
  for (const [act, data] of [
    ['record.av.made', { id: 'av1' }],
    ['record.av.skipped', { reason: '已详' }],
    ['record.text.added', {}],
  ] as const) {
    accepts(`${act}: any accepted act`, inspected.add('2025-03-05', act, { ...data, of: 3 }), act);
    refuses(
      `${act}: not itself`,
      inspected.add('2025-03-05', act, { ...data, of: 4 }),
      act,
      'act/out-of-order',
    );
    refuses(
      `${act}: not a refused act`,
      inspected
        .with('premises.inspected', { rightsTold: false })
        .add('2025-03-05', act, { ...data, of: 3 }),
      act,
      'act/out-of-order',
    );
  }
  const made = inspected.add('2025-03-05', 'record.av.made', { id: 'av1', of: 3 });
  refuses(
    'a recording nobody made is not stored',
    made.add('2025-03-05', 'record.av.stored', { id: 'av2' }),
    'record.av.stored',
    'act/out-of-order',
  );
  refuses(
    'a recording in the store is no longer open',
    made
      .add('2025-03-05', 'record.av.stored', { id: 'av1' })
      .add('2025-03-05', 'record.av.stored', { id: 'av1' }),
    'record.av.stored',
    'act/out-of-order',
  );
});

describe('time stopped and taken up again', () => {
  const stopped = penalty()
    .upTo('case.opened')
    .add('2025-03-10', 'time.stopped', { ground: 'testing' });
  accepts(
    'a stop of that ground ends',
    stopped.add('2025-03-11', 'time.resumed', { ground: 'testing' }),
    'time.resumed',
  );
  refuses(
    'a stop of another ground does not',
    stopped.add('2025-03-11', 'time.resumed', { ground: 'refund' }),
    'time.resumed',
    'act/out-of-order',
  );
  refuses(
    'a stop ends once',
    stopped
      .add('2025-03-11', 'time.resumed', { ground: 'testing' })
      .add('2025-03-11', 'time.resumed', { ground: 'testing' }),
    'time.resumed',
    'act/out-of-order',
  );
});

describe('withdrawal', () => {
  const shown = penalty().until('performance.recorded');
  refuses(
    'nothing stands published on that channel',
    shown.add(LATER, 'publication.withdrawn', { channel: 'ZWFW', reason: '撤销' }),
    'publication.withdrawn',
    'act/out-of-order',
  );
  refuses(
    'what was withdrawn stands no more',
    shown
      .add(LATER, 'publication.withdrawn', { channel: 'WEB', reason: '撤销' })
      .add(LATER, 'publication.withdrawn', { channel: 'WEB', reason: '撤销' }),
    'publication.withdrawn',
    'act/out-of-order',
  );
  refuses(
    'a publication that was refused does not stand',
    shown
      .with('publication.published', { fields: [] })
      .add(LATER, 'publication.withdrawn', { channel: 'WEB', reason: '撤销' }),
    'publication.withdrawn',
    'act/out-of-order',
  );
});

describe('transfer', () => {
  const reported = contested().upTo('case.opened').add('2025-03-07', 'crime.reported');
  const papers = { papers: ['letter', 'report', 'goods-list', 'test-report'] };
  const yes = { approve: true, approvedBy: 'h1' };
  const no = { approve: false, approvedBy: 'h1', reasons: '不构成犯罪' };
  accepts(
    'approved, it is sent',
    reported.add('2025-03-08', 'transfer.ordered', yes).add('2025-03-08', 'transfer.sent', papers),
    'transfer.sent',
  );
  refuses(
    'not approved, it is not sent',
    reported.add('2025-03-08', 'transfer.ordered', no).add('2025-03-08', 'transfer.sent', papers),
    'transfer.sent',
    'act/out-of-order',
  );
  refuses(
    'the last word counts',
    reported
      .add('2025-03-08', 'transfer.ordered', yes)
      .add('2025-03-08', 'transfer.ordered', no)
      .add('2025-03-08', 'transfer.sent', papers),
    'transfer.sent',
    'act/out-of-order',
  );
});
