/** Training before the post, and certificates shown on the spot. */
import { describe } from 'vitest';
import { FIELD_ACTS } from '../../test/support/field-acts.ts';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  inspection,
  licence,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Script } from '../../test/support/script.ts';

const both = ['o1', 'o2'];

describe('training/missing', () => {
  const trained = (script: Script, id: string, on: string | undefined) =>
    script.person(id, { trained: on });
  const assign = penalty().upTo('handlers.assigned').in('jiaxing');
  refuses(
    '[JX-3.4b] a handler never trained',
    trained(assign, 'o2', undefined),
    'handlers.assigned',
    'training/missing',
  );
  refuses(
    '[JX-3.4b] a handler trained the day after',
    trained(assign, 'o2', '2025-03-07'),
    'handlers.assigned',
    'training/missing',
  );
  accepts('a handler trained on the day', trained(assign, 'o2', '2025-03-06'), 'handlers.assigned');
  accepts(
    'an assistant who helps needs no training',
    assign.with('handlers.assigned', { handlers: [...both, 'as'] }),
    'handlers.assigned',
  );
  refuses(
    '[JX-3.4b] an inspector never trained is not drawn',
    trained(inspection().upTo('inspection.drawn'), 'o1', undefined),
    'inspection.drawn',
    'training/missing',
  );
  for (const act of ['review.accepted', 'review.concluded'])
    for (const [name, lawful] of [
      ['penalty', penalty],
      ['seizure', seizure],
      ['licence', licence],
      ['confirmation', confirmation],
      ['adjudication', adjudication],
    ] as const)
      refuses(
        `[JX-3.4b] ${name}: a reviewer never trained, ${act}`,
        act === 'review.accepted'
          ? trained(lawful().upTo(act), 'rv', undefined)
          : lawful()
              .upTo(act)
              .by(act, 'rw')
              .person('rw', { roles: ['reviewer'], lawLicence: true, firstReviewOn: '2022-01-01' }),
        act,
        'training/missing',
      );
  for (const bureau of ['national', 'licheng', 'wuding', 'xinzhou', 'guoyang'])
    accepts(
      `${bureau} asks for no training`,
      trained(assign, 'o2', undefined).in(bureau),
      'handlers.assigned',
    );
  accepts(
    'a field act asks nobody for training',
    trained(penalty().upTo('premises.inspected').in('jiaxing'), 'o2', undefined),
    'premises.inspected',
  );
});

describe('identity/not-shown', () => {
  for (const [title, script, act] of FIELD_ACTS) {
    const later = script.at(act, '2025-03-27');
    if (act === 'decision.made')
      refuses(`${title} on a day no certificates were shown`, later, act, 'identity/not-shown');
    else
      refuses(
        `[XZ-G-7a] ${title} on a day no certificates were shown`,
        later,
        act,
        'identity/not-shown',
      );
  }
  const inspect = penalty().upTo('premises.inspected');
  refuses(
    '[QZ-6] [WD-2.1.3a] [XZ-G-7a] [JX-1.4] certificates not shown before an inspection',
    inspect.without('identity.shown'),
    'premises.inspected',
    'identity/not-shown',
  );
  refuses(
    '[QZ-6] [WD-2.1.3a] certificates shown by one of two',
    inspect.by('identity.shown', 'o1'),
    'premises.inspected',
    'identity/not-shown',
  );
  refuses(
    'certificates shown the day before',
    inspect.at('identity.shown', '2025-03-03 23:59'),
    'premises.inspected',
    'identity/not-shown',
  );
  accepts(
    'certificates shown at midnight',
    inspect.at('identity.shown', '2025-03-04 00:00'),
    'premises.inspected',
  );
  refuses(
    'certificates shown by each officer apart',
    inspect
      .without('identity.shown')
      .before('premises.inspected', ['identity.shown', {}, ['o1']], ['identity.shown', {}, ['o2']]),
    'premises.inspected',
    'identity/not-shown',
  );
  refuses(
    'certificates shown only afterwards',
    inspect.without('identity.shown').after('premises.inspected', ['identity.shown', {}, both]),
    'premises.inspected',
    'identity/not-shown',
  );
  accepts(
    'an assistant has none to show',
    inspect.by('premises.inspected', ...both, 'as'),
    'premises.inspected',
  );
  accepts(
    'more may show theirs than act',
    inspect.by('identity.shown', ...both, 'o3'),
    'premises.inspected',
  );
  refuses(
    '[QZ-6] [XZ-G-7a] [JX-1.4] certificates not shown on the day of a delivery by hand',
    penalty()
      .upTo('decision.delivered')
      .without('identity.shown')
      .before('premises.inspected', ['identity.shown', {}, both]),
    'decision.delivered',
    'identity/not-shown',
  );
});
