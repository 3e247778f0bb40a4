/** Who may review, on which materials, and what the opinion must speak to. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  ITEMS,
  licence,
  MATERIALS,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const REVIEWED: readonly (readonly [name: string, lawful: () => Script])[] = [
  ['penalty', penalty],
  ['seizure', seizure],
  ['licence', licence],
  ['confirmation', confirmation],
  ['adjudication', adjudication],
];
const STEPS = ['review.accepted', 'review.concluded'] as const;
const both = ['o1', 'o2'];

describe('review/materials-missing', () => {
  for (const [name, lawful] of REVIEWED)
    for (const gone of MATERIALS)
      refuses(
        `[QZ-23] [JX-3.9a] ${name}: a request without ${gone} is not accepted`,
        lawful()
          .upTo('review.accepted')
          .with('review.requested', { materials: MATERIALS.filter((one) => one !== gone) }),
        'review.accepted',
        'review/materials-missing',
      );
  accepts(
    'a request replaced by a complete one is accepted',
    penalty()
      .upTo('review.accepted')
      .before('review.requested', [
        'review.requested',
        { kind: 'legal', materials: [], draft: 'v1' },
      ]),
    'review.accepted',
  );
  refuses(
    'a complete request replaced by one that is not is not accepted',
    penalty()
      .upTo('review.accepted')
      .after('review.requested', [
        'review.requested',
        { kind: 'legal', materials: [], draft: 'v1' },
      ]),
    'review.accepted',
    'review/materials-missing',
  );
});

describe('review/reviewer-not-listed', () => {
  for (const [name, lawful] of REVIEWED)
    for (const step of STEPS)
      refuses(
        `${name}: ${step} by a lawyer who is no reviewer`,
        lawful()
          .upTo(step)
          .person('lw', { roles: ['head'], lawLicence: true, trained: '2020-01-01' })
          .by(step, 'lw'),
        step,
        'review/reviewer-not-listed',
      );
  refuses(
    'the first named reviews, whoever stands beside',
    penalty()
      .upTo('review.accepted')
      .person('lw', { roles: ['head'], lawLicence: true })
      .by('review.accepted', 'lw', 'rv'),
    'review.accepted',
    'review/reviewer-not-listed',
  );
  accepts(
    'a reviewer with others beside',
    penalty()
      .upTo('review.accepted')
      .by('review.accepted', 'rv', 'lw', 'u1')
      .person('lw', { roles: ['head'] }),
    'review.accepted',
  );
  accepts(
    'one reviewer accepts and another concludes',
    penalty()
      .upTo('review.concluded')
      .person('r2', { roles: ['reviewer'], lawLicence: true })
      .by('review.concluded', 'r2'),
    'review.concluded',
  );
});

describe('review/reviewer-is-handler', () => {
  const double = { roles: ['officer', 'reviewer'], lawLicence: true };
  for (const step of STEPS) {
    const reviewedBy = (script: Script, id: string) =>
      script.upTo(step).person(id, double).by(step, id);
    const second = { roles: ['reviewer'], lawLicence: true };
    const helped = (script: Script) =>
      script.upTo(step).person('r2', second).by('review.accepted', 'r2').by(step, 'rv');
    refuses(
      `[GY-2.2.4c] ${step} by a handler`,
      reviewedBy(penalty(), 'o2'),
      step,
      'review/reviewer-is-handler',
    );
    accepts(`${step} by an officer who had no part`, reviewedBy(penalty(), 'o3'), step);
    refuses(
      `[GY-2.2.4c] ${step} by one who inspected, though others were assigned`,
      reviewedBy(
        penalty()
          .before('premises.inspected', ['identity.shown', {}, ['o2', 'o3']])
          .by('premises.inspected', 'o2', 'o3'),
        'o3',
      ),
      step,
      'review/reviewer-is-handler',
    );
    accepts(
      `${step} by one assigned at first, replaced before touching anything`,
      reviewedBy(
        penalty().before('handlers.assigned', ['handlers.assigned', { handlers: ['o1', 'o3'] }]),
        'o3',
      ),
      step,
    );
    refuses(
      `[GY-2.2.4c] ${step} by a reviewer who was at the inspection without being an officer`,
      helped(penalty().by('premises.inspected', ...both, 'rv')),
      step,
      'review/reviewer-is-handler',
    );
    for (const [act, data] of [
      ['evidence.recorded', { kind: 'document' }],
      ['preservation.ordered', { approvedBy: 'h1' }],
      [
        'seizure.ordered',
        {
          measure: 'seal',
          authority: '食品安全法',
          approvedBy: 'h1',
          days: 30,
          papers: ['decision', 'list'],
          rightsTold: true,
        },
      ],
    ] as const)
      refuses(
        `[GY-2.2.4c] ${step} by one who took part in ${act}`,
        helped(penalty().after('premises.inspected', [act, data, [...both, 'rv']])),
        step,
        'review/reviewer-is-handler',
      );
    accepts(
      `${step} by one whose inspection was refused`,
      reviewedBy(
        penalty().before('premises.inspected', [
          'premises.inspected',
          { rightsTold: true },
          ['o3'],
        ]),
        'o3',
      ),
      step,
    );
  }
  refuses(
    '[GY-2.2.4c] a licence is not reviewed by who inspected for it',
    licence()
      .upTo('review.accepted')
      .after(
        'application.accepted',
        ['identity.shown', {}, both],
        ['premises.inspected', {}, [...both, 'rv']],
      ),
    'review.accepted',
    'review/reviewer-is-handler',
  );
});

describe('review/reviewer-unqualified', () => {
  const first = (
    script: Script,
    step: string,
    firstReviewOn: string | undefined,
    more: Data = {},
  ) =>
    script
      .upTo(step)
      .person('cr', { firstReviewOn, ...more })
      .by(step, 'cr');
  for (const step of STEPS) {
    refuses(
      `[JX-3.4a] ${step}: no licence, first review on the day the law began`,
      first(penalty(), step, '2021-07-15'),
      step,
      'review/reviewer-unqualified',
    );
    accepts(
      `${step}: no licence, first review the day before`,
      first(penalty(), step, '2021-07-14'),
      step,
    );
    refuses(
      `[JX-3.4a] ${step}: no licence, first review now`,
      first(penalty(), step, undefined),
      step,
      'review/reviewer-unqualified',
    );
    accepts(
      `${step}: a licence, first review now`,
      first(penalty(), step, undefined, { lawLicence: true }),
      step,
    );
    for (const [name, lawful] of REVIEWED.slice(1)) {
      accepts(
        `${name}: ${step} by anyone listed where the licence is asked for penalties only`,
        first(lawful(), step, '2022-01-01'),
        step,
      );
      refuses(
        `[JX-3.4a] ${name}: ${step} where the licence is asked for all`,
        first(lawful(), step, '2022-01-01'),
        step,
        'review/reviewer-unqualified',
      );
    }
  }
  accepts(
    'a case review asks for no licence',
    first(penalty(), 'review.concluded', '2022-01-01')
      .by('review.accepted', 'cr')
      .with('review.requested', { kind: 'case' }),
    'review.concluded',
  );
  refuses(
    'a round is of the kind that was asked for, though no legal review was needed',
    first(penalty(), 'review.accepted', '2022-01-01').in('xinzhou'),
    'review.accepted',
    'review/reviewer-unqualified',
  );
});

describe('review/items-incomplete', () => {
  const SEVEN = ITEMS.slice(0, 7);
  const ADDED = ITEMS.slice(7);
  const conclude = (lawful: () => Script, items: readonly string[], kind = 'legal') =>
    lawful()
      .upTo('review.concluded')
      .with('review.requested', { kind })
      .with('review.concluded', { items });
  for (const gone of SEVEN) {
    refuses(
      `[WD-2.3.4] [JX-3.8] an opinion on a penalty without ${gone}`,
      conclude(
        penalty,
        ITEMS.filter((one) => one !== gone),
      ),
      'review.concluded',
      'review/items-incomplete',
    );
    refuses(
      `a case opinion without ${gone}`,
      conclude(
        penalty,
        SEVEN.filter((one) => one !== gone),
        'case',
      ),
      'review.concluded',
      'review/items-incomplete',
    );
  }
  for (const gone of ADDED)
    for (const [name, lawful] of REVIEWED)
      refuses(
        `[WD-2.3.4] [JX-3.8] ${name}: a legal opinion without ${gone}`,
        conclude(
          lawful,
          ITEMS.filter((one) => one !== gone),
        ),
        'review.concluded',
        'review/items-incomplete',
      );
  for (const bureau of ['national', 'licheng', 'xinzhou', 'guoyang'])
    accepts(
      `${bureau} asks a legal opinion for the seven only`,
      conclude(penalty, SEVEN).in(bureau),
      'review.concluded',
    );
  for (const bureau of ['wuding', 'jiaxing'])
    accepts(
      `${bureau} asks a case opinion for the seven only`,
      conclude(penalty, SEVEN, 'case').in(bureau),
      'review.concluded',
    );
  for (const [name, lawful] of REVIEWED.slice(1)) {
    accepts(
      `${name}: a legal opinion needs what the bureau added, not the seven`,
      conclude(lawful, ADDED).in('wuding'),
      'review.concluded',
    );
    accepts(
      `${name}: a legal opinion needs nothing where nothing was added`,
      conclude(lawful, []),
      'review.concluded',
    );
    accepts(
      `${name}: a case opinion needs nothing`,
      conclude(lawful, [], 'case').in('jiaxing'),
      'review.concluded',
    );
  }
  accepts(
    'items a script sets itself',
    conclude(penalty, [...SEVEN, 'proportion'])
      .in('wuding')
      .rules({ 'review.items': ['proportion'] }),
    'review.concluded',
  );
});
