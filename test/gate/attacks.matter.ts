/** Attacks on the matter, its acts, the rules it is under, and on seizures. */
import {
  type Attack,
  type Scene,
  bent,
  check,
  denied,
  foreignKey,
  notNull,
  unique,
} from './attack.ts';
import {
  actOf,
  afterwards,
  copy,
  drop,
  inRoleOf,
  link,
  opinion,
  rowOf,
  sayOtherwise,
  step,
} from './bend.ts';
import { OLD_PACK } from './law.ts';
import type { Planner } from './plans.ts';
import { hash, uuid } from './rows.ts';
import type { Somebody } from './people.ts';
import type { Plan, Planned } from './story.ts';
import { StreamWriter } from './stream.ts';
import { adoption } from './world.ts';

const seizing: Planned = { type: 'seizure.ordered' };

/** A reviewed seizure in which that person takes part. */
function seizingWith(plans: Planner, person: Somebody): Plan {
  const plan = plans.seizure();
  return { ...plan, acts: [...plan.acts.slice(0, -1), { ...seizing, by: [person] }] };
}

export const ON_THE_MATTER: readonly Attack[] = [
  bent('a matter begun under rules no longer in force', denied, ({ plans }) => ({
    ...plans.ofCase(),
    pack: OLD_PACK,
  })),
  ...['bureau', 'officer'].map((kind) =>
    bent(
      `a hearing recorded as an act of a stream of kind "${kind}"`,
      denied,
      ({ plans }) =>
        plans.ordinary(
          plans.SMALL,
          ...plans.round('case'),
          { type: 'hearing.requested' },
          plans.decided,
        ),
      (story) =>
        Object.assign(actOf(story, 'hearing.requested'), {
          type: 'hearing.held',
          stream_kind: kind,
        }),
    ),
  ),
  bent('a seizure nobody reviewed', check('review_basis_seizure_reviewed'), () => ({
    procedure: 'compulsion.seizure',
    flags: ['public-interest'],
    acts: [seizing],
  })),
  bent(
    'a seizure the review disagreed with',
    check('review_basis_seizure_reviewed'),
    ({ plans }) => ({
      procedure: 'compulsion.seizure',
      flags: ['public-interest'],
      acts: [...plans.round('legal', { conclusion: 'correct' }), seizing],
    }),
  ),
  bent(
    'a seizure on a disagreeing opinion counted as agreeing',
    check('review_basis_legal_agreed_stays'),
    ({ plans }) => ({
      procedure: 'compulsion.seizure',
      flags: ['public-interest'],
      acts: [...plans.round('legal', { conclusion: 'correct' }), seizing],
    }),
    (story) => Object.assign(link(story), { legal_agreed: true }),
  ),
  bent(
    'a seizure on an opinion there is none of',
    foreignKey('review_basis_has_opinion'),
    ({ plans }) => plans.seizure(),
    (story) => drop(story, ({ table }) => table === 'facts.review_opinion'),
  ),
  bent(
    'a seizure on an opinion that says something else',
    foreignKey('review_basis_has_opinion'),
    ({ plans }) => plans.seizure(),
    (story) => {
      Object.assign(opinion(story), { conclusion: 'correct' });
      sayOtherwise(story, actOf(story, 'review.concluded'), { 'data.opinion': 'correct' });
    },
  ),
  bent(
    'a seizure that does not say who reviewed it',
    check('review_basis_seizure_reviewed'),
    ({ plans, world }) => seizingWith(plans, world.home.cast.reviewer),
    (story) => Object.assign(link(story), { reviewer_id: null }),
  ),
  bent(
    'a seizure its reviewer takes part in',
    check('review_basis_reviewer_apart'),
    ({ plans, world }) => seizingWith(plans, world.home.cast.reviewer),
  ),
  bent(
    'a seizure its reviewer takes part in, quoting another',
    foreignKey('review_basis_reviewer'),
    ({ plans, world }) => seizingWith(plans, world.home.cast.reviewer),
    (story, { world }) => Object.assign(link(story), { reviewer_id: world.home.cast.newcomer.id }),
  ),
  bent(
    'a second matter of the same name, of another unit',
    unique('matter_pkey'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      const row = rowOf(story, 'facts.matter');
      afterwards(story, 'desk', copy(row, { unit_id: uuid(1) }));
    },
  ),
  bent('a matter of a procedure the law does not know', check('matter_procedure'), () => ({
    procedure: 'penalty.quick',
    acts: [],
  })),
  bent(
    'a link without the outcome the list asks for',
    notNull,
    ({ plans }) => plans.unreviewed(),
    (story) => Object.assign(link(story), { outcome: null }),
  ),
  bent(
    'a reviewer beginning a matter',
    denied,
    ({ plans }) => plans.unreviewed(),
    (story) => inRoleOf(story, 'desk', 'review'),
  ),
  bent(
    'a reviewer taking himself off the case',
    denied,
    ({ plans, world }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        { type: 'review.requested', kind: 'case' },
        { type: 'review.accepted' },
        { type: 'handlers.assigned', handlers: [world.home.cast.officer] },
      ),
    (story) => {
      const own = story.steps.slice(1).map((one) => ({ ...one, role: 'review' as const }));
      story.steps.splice(1, Infinity, ...own);
    },
  ),
  {
    name: 'a second pack of rules adopted by the act of the first',
    refused: unique('rule_pack_act_once'),
    story: ({ world }) => {
      const [, row] = adoption(world.home.stream, { ...OLD_PACK, hash: hash('pack 4') });
      const stray = copy(row, { seq: 2 });
      return { matter: world.home.stream.id, steps: [step('rules', stray)] };
    },
  },
  {
    name: 'rules adopted in a stream that is not the bureau',
    refused: foreignKey('rule_pack_stream'),
    story: ({ world }) => {
      const stream = new StreamWriter(
        world.home.id,
        world.home.cast.officer.id.replace(/^0/, '4'),
        'bureau',
      );
      const rows = adoption(stream, { ...OLD_PACK, hash: hash('pack 5') });
      return { matter: stream.id, steps: [step('rules', ...rows)] };
    },
  },
  ...(['desk', 'review', 'staff', 'worker'] as const).map((role) => ({
    name: `milder rules adopted by ${role}`,
    refused: denied,
    story: ({ world }: Scene) => ({
      matter: world.home.stream.id,
      steps: [step(role, ...adoption(world.home.stream, { ...OLD_PACK, hash: hash('pack 6') }))],
    }),
  })),
];
