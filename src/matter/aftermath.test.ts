/** What may still be done once a case is closed or declined and its file archived (rehearsal format §3). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { inspection, licence, penalty, seizure } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const LATER = '2025-04-30';

describe('after the file is archived', () => {
  const archived = penalty();
  const lawful: readonly [act: string, data: Data][] = [
    ['publication.reviewed', { result: 'pass' }],
    ['publication.withheld', { ground: 'privacy', approvedBy: 'h1' }],
    ['publication.consented', { from: '第三方' }],
    ['publication.withdrawn', { channel: 'WEB', reason: '更正' }],
    ['correction.requested', {}],
    ['decision.overturned', { kind: 'revoked' }],
  ];
  for (const [act, data] of lawful)
    accepts(`${act} is still in order`, archived.add(LATER, act, data), act);
  accepts(
    'a correction is still answered',
    archived
      .add(LATER, 'correction.requested')
      .add(LATER, 'correction.answered', { outcome: 'refused', told: true }),
    'correction.answered',
  );
  const over: readonly [act: string, data: Data][] = [
    ['record.av.made', { id: 'av9', of: 3 }],
    ['record.av.skipped', { of: 3, reason: '已详' }],
    ['record.text.added', { of: 3 }],
    ['performance.recorded', { what: 'all', complete: true }],
    ['rectification.ordered', {}],
    ['identity.shown', {}],
  ];
  for (const [act, data] of over)
    refuses(`${act} is out of order`, archived.add(LATER, act, data), act, 'act/out-of-order');
  refuses(
    'an inspection that is archived is not carried out again',
    inspection().add(LATER, 'inspection.notified'),
    'inspection.notified',
    'act/out-of-order',
  );
  refuses(
    'a licence that is archived is not delivered again',
    licence().add(LATER, 'decision.delivered', { method: 'mail', evidence: ['receipt'] }),
    'decision.delivered',
    'act/out-of-order',
  );
});

describe('after the case is closed', () => {
  const closed = penalty().upTo('case.closed');
  for (const [act, data] of [
    ['record.av.made', { id: 'av9', of: 3 }],
    ['record.av.skipped', { of: 3, reason: '已详' }],
    ['record.text.added', { of: 3 }],
    ['publication.reviewed', { result: 'pass' }],
    ['decision.overturned', { kind: 'revoked' }],
    ['correction.requested', {}],
  ] as const)
    accepts(`${act} is still in order`, closed.add(LATER, act, data), act);
  for (const [act, data] of [
    ['performance.recorded', { what: 'all', complete: true }],
    ['enforcement.demanded', {}],
    ['crime.reported', {}],
    ['discussion.held', { conclusion: '处罚' }],
  ] as const)
    refuses(`${act} is out of order`, closed.add(LATER, act, data), act, 'act/out-of-order');
  refuses(
    'a seizure that outlived its case is out of order too',
    seizure().upTo('case.closed').add(LATER, 'identity.shown', {}, ['o1', 'o2']),
    'identity.shown',
    'act/out-of-order',
  );
});

describe('after a case was declined', () => {
  const declined = penalty()
    .upTo('premises.inspected')
    .add('2025-03-06', 'case.declined', { ground: '轻微并及时改正', approvedBy: 'h1' });
  accepts(
    'records may be completed',
    declined.add(LATER, 'record.av.skipped', { of: 3, reason: '已详' }),
    'record.av.skipped',
  );
  accepts(
    'the file may be archived',
    declined
      .add(LATER, 'record.av.skipped', { of: 3, reason: '已详' })
      .add(LATER, 'file.archived', {}, ['ar']),
    'file.archived',
  );
  refuses(
    'the case is not opened after all',
    declined.add(LATER, 'case.opened', { approvedBy: 'h1', conditions: [] }),
    'case.opened',
    'act/out-of-order',
  );
  refuses(
    'nothing is investigated any more',
    declined.add(LATER, 'rectification.ordered'),
    'rectification.ordered',
    'act/out-of-order',
  );
});

describe('once the case is open', () => {
  const open = penalty().upTo('case.opened');
  refuses(
    'it is not declined',
    open.add(LATER, 'case.declined', { ground: '轻微', approvedBy: 'h1' }),
    'case.declined',
    'act/out-of-order',
  );
  refuses(
    'its verification is not extended',
    open.add('2025-03-07', 'verification.extended', { days: 5, approvedBy: 'h1' }),
    'verification.extended',
    'act/out-of-order',
  );
});
