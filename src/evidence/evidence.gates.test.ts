/** Rights told, evidence preserved, things seized and what becomes of them. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { inspection, licence, penalty, seizure, summary } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const both = ['o1', 'o2'];

describe('rights/not-told', () => {
  const inspect = penalty().upTo('premises.inspected');
  const silent = inspect.with('premises.inspected', { rightsTold: false });
  const evidence = (data: Data) =>
    ['evidence.recorded', { kind: 'document', ...data }, both] as const;
  refuses(
    '[QZ-7] [WD-2.1.3d] [XZ-G-7a] [JX-1.5] the first inspection of a case without telling rights',
    silent,
    'premises.inspected',
    'rights/not-told',
  );
  refuses(
    '[QZ-7] [XZ-G-7a] [JX-1.5] the first evidence of a case without telling rights',
    silent.after('premises.inspected', evidence({})),
    'evidence.recorded',
    'rights/not-told',
  );
  accepts(
    'rights told when evidence is first taken',
    silent.after('premises.inspected', evidence({ rightsTold: true })),
    'evidence.recorded',
  );
  accepts(
    'rights told once are told',
    inspect.after('premises.inspected', evidence({})),
    'evidence.recorded',
  );
  refuses(
    'rights told in an inspection that was refused are not told',
    inspect.by('premises.inspected', 'o1').after('premises.inspected', evidence({})),
    'evidence.recorded',
    'rights/not-told',
  );
  const seize = penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', [
      'seizure.ordered',
      {
        measure: 'seal',
        authority: '食品安全法',
        approvedBy: 'h1',
        days: 30,
        papers: ['decision', 'list'],
      },
      both,
    ]);
  refuses(
    '[QZ-7] [XZ-G-7a] [JX-1.5] a seizure tells its own rights, whatever an inspection told before',
    seize,
    'seizure.ordered',
    'rights/not-told',
  );
  refuses(
    '[QZ-7] [XZ-G-7a] [JX-1.5] nor does a seizure on its own leave them out',
    seizure().upTo('seizure.ordered').with('seizure.ordered', { rightsTold: undefined }),
    'seizure.ordered',
    'rights/not-told',
  );
  accepts(
    'an inspection before a seizure tells none',
    seizure().until('seizure.ordered').add('2025-03-04 10:00', 'premises.inspected', {}, both),
    'premises.inspected',
  );
  accepts('nor a summary case', summary().upTo('evidence.recorded'), 'evidence.recorded');
  accepts('nor a random inspection', inspection().upTo('premises.inspected'), 'premises.inspected');
  accepts(
    'nor an inspection for a licence',
    licence()
      .upTo('application.accepted')
      .add('2025-03-04', 'identity.shown', {}, both)
      .add('2025-03-04', 'premises.inspected', {}, both),
    'premises.inspected',
  );
});

describe('preservation', () => {
  // Ordered on Tuesday 4 March 2025: the seventh working day is Thursday 13 March.
  const kept = penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1' }, both]);
  const resolve = (at: string) =>
    kept.add(at, 'preservation.resolved', { of: 4, measure: 'returned' });
  accepts(
    'is resolved on the seventh working day',
    resolve('2025-03-13 23:59'),
    'preservation.resolved',
  );
  refuses(
    'has lapsed the day after',
    resolve('2025-03-14 00:00'),
    'preservation.resolved',
    'preservation/lapsed',
  );
});

describe('seizure', () => {
  const seize = seizure().upTo('seizure.ordered');
  const inCase = penalty()
    .upTo('premises.inspected')
    .after('premises.inspected', [
      'seizure.ordered',
      {
        measure: 'seal',
        authority: '食品安全法',
        approvedBy: 'h1',
        days: 30,
        papers: ['decision', 'list'],
        rightsTold: true,
      },
      both,
    ]);
  for (const [where, script] of [
    ['on its own', seize],
    ['in a penalty case', inCase],
  ] as const) {
    const change = (data: Data) => script.with('seizure.ordered', data);
    accepts(`${where}, with everything`, script, 'seizure.ordered');
    refuses(
      `${where}, without authority`,
      change({ authority: undefined }),
      'seizure.ordered',
      'seizure/no-authority',
    );
    refuses(
      `${where}, with an empty authority`,
      change({ authority: '' }),
      'seizure.ordered',
      'seizure/no-authority',
    );
    accepts(`${where}, for 30 days`, change({ days: 30 }), 'seizure.ordered');
    refuses(`${where}, for 31 days`, change({ days: 31 }), 'seizure.ordered', 'seizure/over-limit');
    refuses(
      `[QZ-7] [XZ-G-7a] ${where}, without the list`,
      change({ papers: ['decision'] }),
      'seizure.ordered',
      'seizure/papers-not-delivered',
    );
    refuses(
      `[QZ-7] [XZ-G-7a] ${where}, without the decision`,
      change({ papers: ['list'] }),
      'seizure.ordered',
      'seizure/papers-not-delivered',
    );
    refuses(
      `${where}, without papers`,
      change({ papers: undefined }),
      'seizure.ordered',
      'seizure/papers-not-delivered',
    );
    accepts(
      `${where}, more papers than needed`,
      change({ papers: ['record', 'list', 'decision'] }),
      'seizure.ordered',
    );
    refuses(
      `${where}, of an unrelated thing`,
      change({ objects: [{ name: '叉车' }, { name: '家用冰箱', related: false }] }),
      'seizure.ordered',
      'seizure/object-not-allowed',
    );
    refuses(
      `${where}, of what a family lives on`,
      change({ objects: [{ name: '家用冰箱', related: true, livelihood: true }] }),
      'seizure.ordered',
      'seizure/object-not-allowed',
    );
    accepts(
      `${where}, of things nobody objects to`,
      change({ objects: [{ name: '叉车' }, { name: '货架', related: true, livelihood: false }] }),
      'seizure.ordered',
    );
  }

  const extend = (at: string, days = 30) =>
    seize.add(at, 'seizure.extended', { of: 6, days, approvedBy: 'h1', told: true });
  accepts('extended by 30 days', extend('2025-04-03'), 'seizure.extended');
  refuses(
    'extended by 31 days',
    extend('2025-04-03', 31),
    'seizure.extended',
    'seizure/over-limit',
  );
  refuses(
    'extended a second time',
    extend('2025-03-20', 5).add('2025-03-21', 'seizure.extended', {
      of: 6,
      days: 5,
      approvedBy: 'h1',
      told: true,
    }),
    'seizure.extended',
    'seizure/over-limit',
  );
  accepts(
    'each seizure has its own extension',
    seize
      .add(
        '2025-03-04 10:10',
        'seizure.ordered',
        {
          measure: 'detain',
          authority: '特种设备安全法',
          approvedBy: 'h1',
          days: 30,
          papers: ['decision', 'list'],
          rightsTold: true,
        },
        both,
      )
      .add('2025-03-20', 'seizure.extended', { of: 6, days: 5, approvedBy: 'h1', told: true })
      .add('2025-03-20', 'seizure.extended', { of: 7, days: 5, approvedBy: 'h1', told: true }),
    'seizure.extended',
  );

  // Thirty days from 4 March end on 3 April 2025.
  const dispose = (at: string) =>
    seize.add(at, 'seizure.disposed', { of: 6, how: 'destroyed' }, both);
  accepts('disposed of on the last day', dispose('2025-04-03 23:59'), 'seizure.disposed');
  refuses(
    'disposed of after it lapsed',
    dispose('2025-04-04 00:00'),
    'seizure.disposed',
    'seizure/lapsed',
  );
  accepts(
    'lifted after it lapsed',
    seize.add('2025-04-10', 'seizure.lifted', { of: 6 }, both),
    'seizure.lifted',
  );
  accepts(
    'disposed of within the extension',
    extend('2025-04-03', 10).add(
      '2025-04-13',
      'seizure.disposed',
      { of: 6, how: 'destroyed' },
      both,
    ),
    'seizure.disposed',
  );
});

describe('measure/unresolved', () => {
  const close = (script: typeof held, at: string) =>
    script.add(at, 'case.closed', { ground: 'measure-ended', approvedBy: 'h1' });
  const held = seizure().upTo('seizure.ordered');
  refuses(
    'a case is not closed over a seizure',
    close(held, '2025-03-20'),
    'case.closed',
    'measure/unresolved',
  );
  refuses(
    'not even when the seizure has lapsed',
    close(held, '2025-04-20'),
    'case.closed',
    'measure/unresolved',
  );
  accepts(
    'a seizure lifted is resolved',
    close(held.add('2025-03-20', 'seizure.lifted', { of: 6 }, both), '2025-03-20'),
    'case.closed',
  );
  accepts(
    'a seizure disposed of is resolved',
    close(
      held.add('2025-03-20', 'seizure.disposed', { of: 6, how: 'destroyed' }, both),
      '2025-03-20',
    ),
    'case.closed',
  );
  const kept = penalty()
    .upTo('handlers.assigned')
    .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1' }, both]);
  refuses(
    'nor over a preservation on its last day',
    close(kept, '2025-03-13'),
    'case.closed',
    'measure/unresolved',
  );
  accepts('a preservation that lapsed is over', close(kept, '2025-03-14'), 'case.closed');
  accepts(
    'a preservation resolved is over',
    close(
      kept.add('2025-03-10', 'preservation.resolved', { of: 4, measure: 'returned' }),
      '2025-03-10',
    ),
    'case.closed',
  );
});
