/** Which acts the head of the bureau must approve. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  inspection,
  licence,
  penalty,
  seizure,
  summary,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const both = ['o1', 'o2'];

describe('approval/missing', () => {
  const needing: readonly [title: string, script: Script, act: string][] = [
    ['opening a case', penalty().upTo('case.opened'), 'case.opened'],
    ['approving a proposal', penalty().upTo('proposal.approved'), 'proposal.approved'],
    ['deciding a penalty', penalty().upTo('decision.made'), 'decision.made'],
    ['closing a penalty case', penalty().upTo('case.closed'), 'case.closed'],
    ['seizing', seizure().upTo('seizure.ordered'), 'seizure.ordered'],
    ['closing a seizure', seizure().upTo('case.closed'), 'case.closed'],
    ['inspecting', inspection().upTo('inspection.approved'), 'inspection.approved'],
    ['deciding a licence', licence().upTo('decision.made'), 'decision.made'],
    ['ruling a dispute', adjudication().upTo('decision.made'), 'decision.made'],
  ];
  for (const [title, script, act] of needing) {
    refuses(
      `${title} needs an approval`,
      script.with(act, { approvedBy: undefined }),
      act,
      'approval/missing',
    );
    refuses(
      `${title} is not approved by the head of a unit`,
      script.with(act, { approvedBy: 'u1' }),
      act,
      'approval/missing',
    );
    accepts(`${title}, approved by the head of the bureau`, script, act);
  }

  const later: readonly [title: string, script: Script, act: string, data: Data][] = [
    ['declining a case', penalty().upTo('premises.inspected'), 'case.declined', { ground: '轻微' }],
    ['preserving evidence', penalty().upTo('premises.inspected'), 'preservation.ordered', {}],
    ['suspending', penalty().upTo('case.opened'), 'time.stopped', { ground: 'suspension' }],
    [
      'withholding a summary penalty',
      summary().upTo('decision.made'),
      'publication.withheld',
      { ground: 'privacy' },
    ],
    [
      'withholding a registration',
      confirmation().upTo('decision.made'),
      'publication.withheld',
      { ground: 'privacy' },
    ],
    [
      'deciding a transfer',
      penalty().upTo('case.opened').after('case.opened', ['crime.reported']),
      'transfer.ordered',
      { approve: true },
    ],
  ];
  for (const [title, script, act, data] of later) {
    const tried = (more: Data) => {
      const last = script.steps.at(-1);
      return script.add(last?.at ?? '', act, { ...data, ...more }, both);
    };
    refuses(`${title} needs an approval`, tried({}), act, 'approval/missing');
    refuses(
      `${title} is not approved by an officer`,
      tried({ approvedBy: 'o1' }),
      act,
      'approval/missing',
    );
    accepts(`${title}, approved by the head of the bureau`, tried({ approvedBy: 'h1' }), act);
  }

  for (const [title, script, n] of [
    [
      'a preservation',
      penalty()
        .upTo('premises.inspected')
        .after('premises.inspected', ['preservation.ordered', { urgent: true }, both]),
      4,
    ],
    [
      'a seizure',
      seizure()
        .upTo('seizure.ordered')
        .with('seizure.ordered', { urgent: true, approvedBy: undefined }),
      6,
    ],
  ] as const) {
    const act = title === 'a seizure' ? 'seizure.ordered' : 'preservation.ordered';
    accepts(`${title} that is urgent comes before its approval`, script, act);
    refuses(
      `${title}: urgent must be said`,
      script.with(act, { urgent: false }),
      act,
      'approval/missing',
    );
    refuses(
      `${title}: the approval given afterwards is the head's too`,
      script.add('2025-03-05 09:00', 'approval.given', { of: n, approvedBy: 'u1' }),
      'approval.given',
      'approval/missing',
    );
  }

  accepts(
    'a stop on another ground needs no approval',
    penalty().upTo('case.opened').add('2025-03-07', 'time.stopped', { ground: 'testing' }),
    'time.stopped',
  );
  accepts(
    'a registration needs no approval',
    confirmation().upTo('decision.made').with('decision.made', { approvedBy: undefined }),
    'decision.made',
  );
  accepts('a summary penalty needs no approval', summary().upTo('decision.made'), 'decision.made');
  const disputed = penalty()
    .upTo('review.concluded')
    .with('review.concluded', { opinion: 'correct' })
    .add('2025-03-12', 'disagreement.raised', { reason: '异议' });
  refuses(
    'a disagreement is settled by the head of the bureau',
    disputed.add('2025-03-12', 'disagreement.resolved', {
      outcome: 'review-upheld',
      decidedBy: 'u1',
      approvedBy: 'h1',
    }),
    'disagreement.resolved',
    'approval/missing',
  );
  accepts(
    'a disagreement settled by the head of the bureau',
    disputed.add('2025-03-12', 'disagreement.resolved', {
      outcome: 'review-upheld',
      decidedBy: 'h1',
    }),
    'disagreement.resolved',
  );
});
