/** Recordings in sound and picture: which acts need one, what stands in for it, and what is missing (rehearsal format §6, §10). */
import { describe, expect, it } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  contested,
  inspection,
  licence,
  penalty,
  seizure,
  summary,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const both = ['o1', 'o2'];
const inspected = (data: Data) =>
  penalty().upTo('premises.inspected').with('premises.inspected', data);
const evidence = (data: Data) =>
  penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', ['evidence.recorded', data, both]);
const preserved = (data: Data) =>
  penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1', ...data }, both]);
const heard = (data: Data) => contested().upTo('hearing.held').with('hearing.held', data);
const delivered = (data: Data) =>
  penalty().upTo('decision.delivered').with('decision.delivered', data);

/** An act, and how far it must be recorded: `full`, `as-needed`, or not at all; then the same where the contested question is answered with full. */
const DUTIES: readonly (readonly [
  title: string,
  script: Script,
  act: string,
  level: string | null,
  contested: string | null,
])[] = [
  ['a seizure', seizure().upTo('seizure.ordered'), 'seizure.ordered', 'full', 'full'],
  ['an inspection', inspected({}), 'premises.inspected', 'as-needed', 'full'],
  [
    'an inspection of which nothing more is said',
    inspected({ partyPresent: undefined, partySigned: undefined }),
    'premises.inspected',
    'as-needed',
    'full',
  ],
  [
    'an inspection, the party away',
    inspected({ partyPresent: false }),
    'premises.inspected',
    'full',
    'full',
  ],
  [
    'an inspection, the party not signing',
    inspected({ partySigned: false }),
    'premises.inspected',
    'full',
    'full',
  ],
  [
    'a random inspection',
    inspection().upTo('premises.inspected'),
    'premises.inspected',
    'as-needed',
    'full',
  ],
  [
    'an inspection for a licence',
    licence()
      .upTo('application.accepted')
      .add('2025-03-04', 'identity.shown', {}, both)
      .add('2025-03-04', 'premises.inspected', {}, both),
    'premises.inspected',
    'as-needed',
    'full',
  ],
  [
    'an interview',
    evidence({ kind: 'interview', place: 'party', partySigned: true }),
    'evidence.recorded',
    'as-needed',
    'full',
  ],
  [
    'an interview in the office',
    evidence({ kind: 'interview', place: 'office' }),
    'evidence.recorded',
    'full',
    'full',
  ],
  [
    'an interview not signed',
    evidence({ kind: 'interview', partySigned: false }),
    'evidence.recorded',
    'full',
    'full',
  ],
  ['a sample', evidence({ kind: 'sample' }), 'evidence.recorded', 'as-needed', 'full'],
  [
    'a sample bought online',
    evidence({ kind: 'sample', online: true }),
    'evidence.recorded',
    'full',
    'full',
  ],
  [
    'a sample in the office',
    evidence({ kind: 'sample', place: 'office', partySigned: false }),
    'evidence.recorded',
    'as-needed',
    'full',
  ],
  [
    'electronic evidence',
    evidence({ kind: 'electronic', online: true }),
    'evidence.recorded',
    'as-needed',
    'full',
  ],
  [
    'a document',
    evidence({ kind: 'document', place: 'office', partySigned: false }),
    'evidence.recorded',
    null,
    null,
  ],
  [
    'the answer in a dispute',
    adjudication()
      .upTo('application.accepted')
      .add('2025-03-04', 'evidence.recorded', { kind: 'answer' }),
    'evidence.recorded',
    null,
    null,
  ],
  [
    'an interview in a dispute',
    adjudication()
      .upTo('application.accepted')
      .add('2025-03-04', 'evidence.recorded', { kind: 'interview', place: 'office' }),
    'evidence.recorded',
    null,
    null,
  ],
  ['a preservation', preserved({}), 'preservation.ordered', 'as-needed', 'full'],
  [
    'a preservation, the party away',
    preserved({ partyPresent: false }),
    'preservation.ordered',
    'full',
    'full',
  ],
  ['a hearing', heard({}), 'hearing.held', 'as-needed', 'full'],
  ['a hearing in the office', heard({ place: 'office' }), 'hearing.held', 'full', 'full'],
  ['a delivery by hand', delivered({}), 'decision.delivered', null, null],
  [
    'a delivery left at the door',
    delivered({ method: 'leave', evidence: ['av'] }),
    'decision.delivered',
    'as-needed',
    'full',
  ],
  [
    'a delivery by announcement',
    delivered({ method: 'announcement', evidence: ['record'] }),
    'decision.delivered',
    'as-needed',
    'full',
  ],
  [
    'a delivery by mail',
    delivered({ method: 'mail', evidence: ['receipt'] }),
    'decision.delivered',
    null,
    null,
  ],
  [
    'a seizure lifted',
    seizure().upTo('seizure.lifted'),
    'seizure.lifted',
    'as-needed',
    'as-needed',
  ],
  [
    'a seizure disposed of',
    seizure()
      .upTo('seizure.ordered')
      .add('2025-03-10', 'seizure.disposed', { of: 6, how: 'destroyed' }),
    'seizure.disposed',
    'as-needed',
    'as-needed',
  ],
  ['a summary decision', summary().upTo('decision.made'), 'decision.made', null, null],
  ['a notice', penalty().upTo('notice.served'), 'notice.served', null, null],
];

describe('recording duties', () => {
  it.each(DUTIES)('%s', (_title, script, act, level, contestedLevel) => {
    const missing = (value: string | null) => (value === null ? null : `${value} missing`);
    const bare = script.without('record.av.skipped');
    expect(bare.play().recording(act)).toBe(missing(level));
    expect(bare.rules({ 'av.contested': 'full' }).play().recording(act)).toBe(
      missing(contestedLevel),
    );
  });
});

describe('how a duty stands', () => {
  const made = (script: Script) => script.add('2025-03-05', 'record.av.made', { id: 'av9', of: 3 });
  const stored = (script: Script) =>
    made(script).add('2025-03-05', 'record.av.stored', { id: 'av9' });
  const skipped = (script: Script) =>
    script.add('2025-03-05', 'record.av.skipped', { of: 3, reason: '已详' });
  const needed = inspected({});
  const full = inspected({ partySigned: false });
  it.each([
    ['nothing done', needed, 'as-needed missing', ['av:3']],
    ['made', made(needed), 'as-needed made', ['av:3']],
    ['stored', stored(needed), 'as-needed stored', []],
    ['done without, for a reason', skipped(needed), 'as-needed skipped', []],
    ['made and then done without', skipped(made(needed)), 'as-needed made', ['av:3']],
    ['done without and yet stored', stored(skipped(needed)), 'as-needed stored', []],
    [
      'two made, one stored',
      stored(needed).add('2025-03-05', 'record.av.made', { id: 'av8', of: 3 }),
      'as-needed stored',
      [],
    ],
    ['full: nothing done', full, 'full missing', ['av:3']],
    ['full: an explanation is not heard', skipped(full), 'full missing', ['av:3']],
    ['full: stored', stored(full), 'full stored', []],
  ] as const)('%s', (_title, script, status, missing) => {
    const outcome = script.play();
    expect(outcome.recording('premises.inspected')).toBe(status);
    expect(outcome.printed.records.missing).toEqual(missing);
  });
});

describe('record/av-required', () => {
  const refused = (title: string, skip: Script) =>
    refuses(title, skip, 'record.av.skipped', 'record/av-required');
  for (const [title, script, act, level] of DUTIES) {
    const n = script.steps.findLastIndex((step) => step.act === act) + 1;
    const skip = script.add('2025-04-30', 'record.av.skipped', { of: n, reason: '已详' });
    if (level !== 'full') accepts(`${title} may be done without`, skip, 'record.av.skipped');
    else if (act === 'seizure.ordered')
      refused(`[QZ-15a] [WD-2.2.3a] [JX-2.2a] ${title} is not done without a recording`, skip);
    else if (title.endsWith('in the office'))
      refused(`[WD-2.2.3a] [JX-2.2a] ${title} is not done without a recording`, skip);
    else refused(`${title} is not done without a recording`, skip);
  }
});

describe('record/skip-reason-missing', () => {
  for (const reason of ['', undefined]) {
    const skip = (data: Data) =>
      inspected(data).add('2025-03-05', 'record.av.skipped', { of: 3, reason });
    refuses(
      `[QZ-15c] [WD-2.2.3b] without a reason (${JSON.stringify(reason)})`,
      skip({}),
      'record.av.skipped',
      'record/skip-reason-missing',
    );
    refuses(
      `neither reason nor right (${JSON.stringify(reason)})`,
      skip({ partySigned: false }),
      'record.av.skipped',
      'record/av-required',
      'record/skip-reason-missing',
    );
  }
});

describe('record/av-missing', () => {
  refuses(
    '[QZ-15a] [WD-2.2.3a] [JX-2.2a] a seizure without recording is not archived',
    seizure()
      .without('record.av.made', 'record.av.stored')
      .with('seizure.lifted', { of: 6 })
      .with('record.av.skipped', { of: 9 }),
    'file.archived',
    'record/av-missing',
  );
  refuses(
    '[QZ-15a] [WD-2.2.3a] [JX-2.2a] a recording made and not stored does not do',
    seizure().without('record.av.stored').with('record.av.skipped', { of: 10 }),
    'file.archived',
    'record/av-missing',
  );
  refuses(
    'nor an inspection neither recorded nor explained',
    penalty().without('record.av.skipped'),
    'file.archived',
    'record/av-missing',
  );
  refuses(
    'nor an explanation that was refused',
    penalty().with('record.av.skipped', { reason: '' }),
    'file.archived',
    'record/av-missing',
  );
  accepts(
    'closing asks for no recording',
    penalty().without('record.av.skipped').upTo('case.closed'),
    'case.closed',
  );
});

describe('a recording with a gap', () => {
  const gap = (value: unknown) =>
    inspected({})
      .add('2025-03-05', 'record.av.made', { id: 'av9', of: 3, gap: value })
      .play()
      .warnings('record/av-gap-unexplained');
  it('that nobody explains is warned of', () => {
    expect(gap({})).toEqual([{ code: 'record/av-gap-unexplained', act: 4 }]);
    expect(gap({ reason: '' })).toEqual([{ code: 'record/av-gap-unexplained', act: 4 }]);
  });
  it('that is explained is not', () => {
    expect(gap({ reason: '电池耗尽' })).toEqual([]);
    expect(gap(undefined)).toEqual([]);
  });
});
