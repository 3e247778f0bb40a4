/** A complete file, and who archives it (rehearsal format §6, §11). */
import { describe, expect, it } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  contested,
  inspection,
  LAWFUL,
  licence,
  penalty,
  seizure,
  summary,
} from '../../test/support/lawful.ts';
import type { Script } from '../../test/support/script.ts';

const missing = (script: Script) => [...script.play().printed.archive.missing].sort();

describe('archive/incomplete', () => {
  for (const [name, lawful] of [
    ['summary', summary],
    ['licence', licence],
    ['confirmation', confirmation],
    ['adjudication', adjudication],
  ] as const)
    refuses(
      `[WD-2.2.2c] ${name}: a decision nobody delivered`,
      lawful().without('decision.delivered', 'performance.recorded'),
      'file.archived',
      'archive/incomplete',
    );
  const closed = (script: Script) =>
    script
      .add('2025-03-27 11:00', 'case.closed', { ground: 'other', approvedBy: 'h1' })
      .add('2025-03-27 15:00', 'file.archived', {}, ['ar']);
  for (const last of [
    'handlers.assigned',
    'investigation.concluded',
    'review.concluded',
    'notice.served',
    'decision.made',
  ])
    refuses(
      `[QZ-0d] [WD-2.2.2c] penalty: closed after ${last}`,
      closed(penalty().upTo(last)),
      'file.archived',
      'archive/incomplete',
    );
  for (const [stage, act] of [
    ['beginning', 'case.opened'],
    ['investigation', 'investigation.concluded'],
    ['review', 'review.concluded'],
    ['decision', 'decision.made'],
    ['delivery', 'decision.delivered'],
  ] as const)
    refuses(
      `[QZ-0d] penalty: closed without a record of the ${stage}`,
      penalty().upTo('case.closed').with(act, { doc: false }),
      'case.closed',
      'record/text-missing',
    );
  accepts(
    'penalty: terminated, it needs no more',
    closed(penalty().upTo('handlers.assigned')).with('case.closed', { ground: 'terminated' }),
    'file.archived',
  );
  accepts(
    'penalty: not punished, it needs no notice',
    closed(penalty().upTo('decision.delivered'))
      .without('notice.served')
      .with('decision.made', { outcome: 'no-penalty', penalty: undefined })
      .with('case.closed', { ground: 'not-punished' }),
    'file.archived',
  );
  it('the whole list is said before', () => {
    expect(
      missing(penalty().upTo('handlers.assigned').with('record.av.skipped', { of: 2 })),
    ).toEqual([
      'act:case.closed',
      'act:decision.delivered',
      'act:decision.made',
      'act:investigation.concluded',
      'act:notice.served',
      'act:review.concluded',
      'av:3',
    ]);
  });
});

describe('the written opinion of the review lies in the file', () => {
  const opened = penalty().upTo('investigation.concluded');
  const closed = opened
    .add('2025-03-27 11:00', 'case.closed', { ground: 'other', approvedBy: 'h1' })
    .add('2025-03-27 15:00', 'file.archived', {}, ['ar']);
  it('[JX-3.9b] a file without a review is not archived, and the review is named as missing', () => {
    expect(closed.in('jiaxing').refusals('file.archived')).toEqual(['archive/incomplete']);
    expect(missing(closed.in('jiaxing'))).toContain('act:review.concluded');
    expect(missing(penalty().upTo('review.concluded'))).not.toContain('act:review.concluded');
  });
  it('[JX-3.9b] an opinion given without its paper is not enough', () => {
    const unwritten = penalty().in('jiaxing').with('review.concluded', { doc: false });
    expect(unwritten.refusals('case.closed')).toEqual(['record/text-missing']);
  });
});

describe('archive/archivist-missing', () => {
  for (const [name, lawful] of Object.entries(LAWFUL)) {
    refuses(
      `[WD-2.2.4a] [XZ-R-16] ${name}: archived by an officer`,
      lawful().by('file.archived', 'o1'),
      'file.archived',
      'archive/archivist-missing',
    );
    accepts(
      `${name}: elsewhere anyone may`,
      lawful().in('jiaxing').by('file.archived', 'o1'),
      'file.archived',
    );
  }
  accepts(
    'the archivist among others',
    penalty().in('xinzhou').by('file.archived', 'o1', 'ar'),
    'file.archived',
  );
});

describe('what is missing', () => {
  it('from a summary case', () => {
    expect(missing(summary().upTo('evidence.recorded'))).toEqual([
      'act:decision.delivered',
      'act:decision.made',
    ]);
    expect(missing(summary().upTo('decision.delivered'))).toEqual([]);
  });
  it('from a seizure', () => {
    expect(missing(seizure().upTo('source.registered'))).toEqual([
      'act:case.closed',
      'act:seizure.ordered',
    ]);
    expect(missing(seizure().upTo('seizure.ordered').asOf('2025-03-10'))).toEqual([
      'act:case.closed',
      'av:6',
      'measure:6',
    ]);
    expect(missing(seizure().upTo('case.closed'))).toEqual([]);
  });
  it('from an inspection', () => {
    expect(missing(inspection().upTo('inspection.approved'))).toEqual([
      'act:inspection.completed',
      'act:inspection.drawn',
      'act:premises.inspected',
    ]);
    expect(missing(inspection().upTo('inspection.completed'))).toEqual([]);
  });
  it.each([
    ['licence', licence],
    ['confirmation', confirmation],
    ['adjudication', adjudication],
  ] as const)('from a service: %s', (_name, lawful) => {
    expect(missing(lawful().upTo('application.received'))).toEqual([
      'act:application.accepted',
      'act:decision.delivered',
      'act:decision.made',
    ]);
    expect(missing(lawful().upTo('decision.delivered'))).toEqual([]);
  });
  it('from a declined case', () => {
    const declined = penalty()
      .upTo('record.av.skipped')
      .add('2025-03-06', 'case.declined', { ground: '轻微', approvedBy: 'h1' });
    expect(missing(declined)).toEqual([]);
    expect(missing(declined.with('case.declined', { doc: false }))).toEqual(['text:5']);
  });
  it('a preservation counts until it lapses, judged at the moment of the report', () => {
    const kept = penalty()
      .upTo('premises.inspected')
      .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1' }, ['o1', 'o2']]);
    expect(missing(kept.asOf('2025-03-13 23:59'))).toContain('measure:4');
    expect(missing(kept.asOf('2025-03-14 00:00'))).not.toContain('measure:4');
  });
  it('nothing once archived, whatever comes after', () => {
    const { archive } = contested()
      .add('2025-04-30', 'decision.overturned', { kind: 'revoked' })
      .play().printed;
    expect(archive).toEqual({ ready: true, missing: [] });
  });
});

describe('[XZ-R-4] every step leaves a trace', () => {
  const whole = contested().in('xinzhou');
  it('whatever was tried is told, with its moment, refused or not', () => {
    const tried = whole.with('hearing.held', { chair: 'o1' });
    const { acts } = tried.play().printed;
    expect(acts.map(({ n, act, at }) => [n, act, at.slice(0, 10)])).toEqual(
      tried.steps.map(({ act, at }, place) => [place + 1, act, at.slice(0, 10)]),
    );
    expect(acts.filter(({ outcome }) => outcome === 'refused').map(({ act }) => act)).toContain(
      'hearing.held',
    );
  });
  it('no file is archived without the text of each step that leaves one', () => {
    const leaves = [
      'source.registered',
      'premises.inspected',
      'case.opened',
      'handlers.assigned',
      'rectification.ordered',
      'investigation.concluded',
      'review.requested',
      'review.concluded',
      'proposal.approved',
      'notice.served',
      'statement.heard',
      'hearing.notified',
      'hearing.held',
      'discussion.held',
      'decision.made',
      'decision.delivered',
    ];
    for (const act of leaves) {
      const lost = whole.with(act, { doc: false }).with('case.closed', { ground: 'executed' });
      expect([act, lost.refusals('case.closed')]).toEqual([act, ['record/text-missing']]);
    }
    expect(whole.with('case.closed', { doc: false }).refusals('file.archived')).toEqual([
      'record/text-missing',
    ]);
  });
  it('nor without the recording, or the reason for none, of each step that needs one', () => {
    expect(whole.without('record.av.skipped').refusals('file.archived')).toEqual([
      'record/av-missing',
    ]);
    expect(whole.without('record.av.skipped').play().printed.records.missing).toEqual([
      'av:3',
      'av:16',
    ]);
  });
});

it('what is missing is named in the order of the procedure', () => {
  const { missing: acts } = penalty().upTo('review.concluded').play().printed.archive;
  expect(acts).toEqual([
    'act:notice.served',
    'act:decision.made',
    'act:decision.delivered',
    'act:case.closed',
  ]);
});
