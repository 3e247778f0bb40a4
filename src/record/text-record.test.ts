/** Text records: which acts leave one, and what may not end without it (rehearsal format §4, §6). */
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
import type { Script } from '../../test/support/script.ts';

describe('text records', () => {
  /** Acts that leave a statutory form, by the procedure they stand in. */
  const LEAVES: readonly (readonly [
    name: string,
    lawful: () => Script,
    acts: readonly string[],
    none: readonly string[],
  ])[] = [
    [
      'penalty',
      penalty,
      [
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
        'decision.made',
        'decision.delivered',
        'case.closed',
        'file.archived',
      ],
      [
        'identity.shown',
        'record.av.skipped',
        'review.accepted',
        'publication.reviewed',
        'publication.published',
        'performance.recorded',
      ],
    ],
    [
      'contested',
      contested,
      ['statement.heard', 'hearing.notified', 'hearing.held', 'discussion.held'],
      ['hearing.requested', 'statement.reviewed'],
    ],
    [
      'seizure',
      seizure,
      ['seizure.ordered', 'seizure.lifted'],
      ['record.av.made', 'record.av.stored'],
    ],
    [
      'summary',
      summary,
      ['evidence.recorded', 'decision.made', 'decision.delivered'],
      ['performance.recorded'],
    ],
    [
      'inspection',
      inspection,
      ['premises.inspected'],
      ['inspection.approved', 'inspection.drawn', 'inspection.notified', 'inspection.completed'],
    ],
    [
      'licence',
      licence,
      ['decision.made', 'decision.delivered', 'review.requested'],
      ['application.received', 'application.accepted'],
    ],
  ];
  for (const [name, lawful, acts, none] of LEAVES) {
    it.each(acts)(`${name}: %s leaves a text`, (act) => {
      const outcome = lawful().upTo(act).with(act, { doc: false }).play();
      const n = outcome.n(act);
      expect(outcome.printed.records.missing).toContain(`text:${n}`);
      expect(outcome.warnings('record/text-missing')).toContainEqual({
        code: 'record/text-missing',
        act: n,
      });
    });
    it.each(none)(`${name}: %s leaves none`, (act) => {
      const outcome = lawful().upTo(act).with(act, { doc: false }).play();
      expect(outcome.printed.records.missing.filter((one) => one.startsWith('text:'))).toEqual([]);
      expect(outcome.warnings('record/text-missing')).toEqual([]);
    });
  }

  const lost = penalty().with('notice.served', { doc: false });
  const added = ['record.text.added', { of: 13 }] as const;
  refuses(
    '[QZ-0d] [QZ-14] [JX-2.1] a case is not closed while a text is missing',
    lost.upTo('case.closed'),
    'case.closed',
    'record/text-missing',
  );
  accepts(
    'supplied, the case is closed',
    lost.upTo('case.closed').before('case.closed', added),
    'case.closed',
  );
  refuses(
    '[QZ-14] supplying another does not help',
    lost.upTo('case.closed').before('case.closed', ['record.text.added', { of: 12 }]),
    'case.closed',
    'record/text-missing',
  );
  it('[XZ-R-5] a recording does not take the place of the text', () => {
    const filmed = penalty()
      .with('premises.inspected', { doc: false })
      .before(
        'case.closed',
        ['record.av.made', { id: 'v1', of: 3 }],
        ['record.av.stored', { id: 'v1' }],
      );
    const outcome = filmed.in('xinzhou').play();
    expect(outcome.n('premises.inspected')).toBe(3);
    expect(outcome.printed.records.av).toContainEqual(
      expect.objectContaining({ act: 3, status: 'stored' }),
    );
    expect(outcome.printed.records.missing).toEqual(['text:3']);
  });
  it('[QZ-14] a text supplied later is still warned of, and no longer missing', () => {
    const outcome = lost.in('licheng').before('case.closed', added).play();
    expect(outcome.warnings('record/text-missing')).toEqual([
      { code: 'record/text-missing', act: 13 },
    ]);
    expect(outcome.printed.records.missing).toEqual([]);
    expect(outcome.printed.archive).toEqual({ ready: true, missing: [] });
  });
  for (const [name, lawful, act] of [
    ['summary', summary, 'decision.made'],
    ['seizure', seizure, 'case.closed'],
    ['inspection', inspection, 'premises.inspected'],
    ['licence', licence, 'decision.delivered'],
    ['adjudication', adjudication, 'decision.made'],
  ] as const)
    refuses(
      `[QZ-0d] [QZ-14] ${name}: a file without the text of ${act} is not archived`,
      lawful().with(act, { doc: false }),
      'file.archived',
      'record/text-missing',
    );
});
