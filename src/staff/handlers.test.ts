/** Two certified officers, and those the case was given to. */
import { describe } from 'vitest';
import { FIELD_ACTS } from '../../test/support/field-acts.ts';
import { accepts, refuses } from '../../test/support/judge.ts';
import { adjudication, inspection, penalty } from '../../test/support/lawful.ts';
import type { Script } from '../../test/support/script.ts';

const both = ['o1', 'o2'];

describe('handlers/too-few', () => {
  for (const [title, script, act] of FIELD_ACTS) {
    refuses(`${title} by one officer`, script.by(act, 'o1'), act, 'handlers/too-few');
    refuses(
      `${title}: an assistant does not count`,
      script.by(act, 'o1', 'as'),
      act,
      'handlers/too-few',
    );
    refuses(`${title}: a person counts once`, script.by(act, 'o1', 'o1'), act, 'handlers/too-few');
    refuses(
      `${title}: the head of a unit is no officer`,
      script.by(act, 'o1', 'u1'),
      act,
      'handlers/too-few',
    );
    accepts(`${title} by two officers and an assistant`, script.by(act, 'as', 'o2', 'o1'), act);
  }
  refuses(
    'preservation by one officer',
    penalty()
      .upTo('premises.inspected')
      .after('premises.inspected', ['preservation.ordered', { approvedBy: 'h1' }, ['o1']]),
    'preservation.ordered',
    'handlers/too-few',
  );
  refuses(
    'one handler is assigned',
    penalty()
      .upTo('handlers.assigned')
      .with('handlers.assigned', { handlers: ['o1', 'as'] }),
    'handlers.assigned',
    'handlers/too-few',
  );
  refuses(
    'one inspector is drawn',
    inspection()
      .upTo('inspection.drawn')
      .with('inspection.drawn', { officers: ['o1'] }),
    'inspection.drawn',
    'handlers/too-few',
  );
  accepts(
    'delivery by mail is no field act',
    penalty()
      .upTo('decision.delivered')
      .without('identity.shown')
      .before('premises.inspected', ['identity.shown', {}, both])
      .with('decision.delivered', { method: 'mail', evidence: ['receipt'] })
      .by('decision.delivered', 'o1'),
    'decision.delivered',
  );
  refuses(
    'delivery left at the door is one',
    penalty()
      .upTo('decision.delivered')
      .with('decision.delivered', { method: 'leave', evidence: ['av'] })
      .by('decision.delivered', 'o1'),
    'decision.delivered',
    'handlers/too-few',
  );
  accepts(
    'the answer in a dispute is no field act',
    adjudication()
      .upTo('application.accepted')
      .add('2025-03-04', 'evidence.recorded', { kind: 'answer' }),
    'evidence.recorded',
  );
});

describe('handlers/certificate-invalid', () => {
  // The field acts of the lawful cases take place on 4 and 21 March 2025.
  const certified = (script: Script, from: string, until: string) =>
    script.person('o2', { certificate: { number: '2', from, until } });
  const inspect = penalty().upTo('premises.inspected');
  refuses(
    '[WD-2.1.3b] an officer without a certificate does not inspect',
    inspect.person('o2', { certificate: undefined }),
    'premises.inspected',
    'handlers/certificate-invalid',
  );
  refuses(
    '[WD-2.1.3b] an officer whose certificate is not yet valid does not inspect',
    certified(inspect, '2025-03-05', '2030-12-31'),
    'premises.inspected',
    'handlers/certificate-invalid',
  );
  accepts('its first day', certified(inspect, '2025-03-04', '2030-12-31'), 'premises.inspected');
  accepts('its last day', certified(inspect, '2020-01-01', '2025-03-04'), 'premises.inspected');
  refuses(
    'the day after its last',
    certified(inspect, '2020-01-01', '2025-03-03'),
    'premises.inspected',
    'handlers/certificate-invalid',
  );
  refuses(
    '[WD-2.1.3b] an officer without a certificate is not assigned',
    penalty()
      .upTo('handlers.assigned')
      .with('handlers.assigned', { handlers: ['o1', 'o2', 'o3'] })
      .person('o3', { certificate: undefined }),
    'handlers.assigned',
    'handlers/certificate-invalid',
  );
  const assigned = penalty().upTo('handlers.assigned'); // on 6 March
  for (const [title, from, until] of [
    ['is not valid yet', '2025-03-07', '2030-12-31'],
    ['ended the day before', '2020-01-01', '2025-03-05'],
  ] as const)
    refuses(
      `[WD-2.1.3b] an officer whose certificate ${title} is not assigned`,
      certified(assigned, from, until),
      'handlers.assigned',
      'handlers/certificate-invalid',
    );
  refuses(
    'an officer without a certificate is not drawn',
    inspection().upTo('inspection.drawn').person('o2', { certificate: undefined }),
    'inspection.drawn',
    'handlers/certificate-invalid',
  );
  for (const [title, script, act] of FIELD_ACTS)
    refuses(
      `${title}: a third officer needs a certificate too`,
      act === 'premises.inspected' && title.includes('random')
        ? script
            .with('inspection.drawn', { officers: [...both, 'o3'] })
            .by(act, ...both, 'o3')
            .by('identity.shown', ...both, 'o3')
            .person('o3', { certificate: { number: '3', from: '2019-01-01', until: '2025-03-03' } })
        : script
            .by('identity.shown', ...both, 'o3')
            .by(act, ...both, 'o3')
            .person('o3', { certificate: undefined }),
      act,
      'handlers/certificate-invalid',
    );
  accepts(
    'an assistant needs none',
    penalty()
      .upTo('premises.inspected')
      .by('premises.inspected', ...both, 'as'),
    'premises.inspected',
  );
});

describe('handlers/not-assigned', () => {
  const shown = (script: Script, at: string, ...by: string[]) =>
    script.add(at, 'identity.shown', {}, by);
  const evidence = (script: Script, at: string, ...by: string[]) =>
    shown(script, at, ...by).add(at, 'evidence.recorded', { kind: 'document' }, by);
  const assigned = penalty().upTo('handlers.assigned');
  accepts(
    'before anyone is assigned any two officers may verify',
    penalty().upTo('premises.inspected'),
    'premises.inspected',
  );
  refuses(
    'a handler not assigned takes no evidence',
    evidence(assigned, '2025-03-07', 'o1', 'o3'),
    'evidence.recorded',
    'handlers/not-assigned',
  );
  accepts(
    'the handlers assigned take evidence',
    evidence(assigned, '2025-03-07', 'o1', 'o2'),
    'evidence.recorded',
  );
  const changed = assigned.add('2025-03-07', 'handlers.assigned', { handlers: ['o1', 'o3'] });
  refuses(
    'a handler replaced takes no more evidence',
    evidence(changed, '2025-03-07', 'o1', 'o2'),
    'evidence.recorded',
    'handlers/not-assigned',
  );
  accepts(
    'the handlers assigned last take evidence',
    evidence(changed, '2025-03-07', 'o1', 'o3'),
    'evidence.recorded',
  );
  accepts(
    'an assignment that was refused assigns nobody',
    evidence(
      penalty()
        .upTo('handlers.assigned')
        .with('handlers.assigned', { handlers: ['o1'] }),
      '2025-03-07',
      'o2',
      'o3',
    ),
    'evidence.recorded',
  );
  accepts(
    'any two officers deliver',
    penalty()
      .upTo('decision.delivered')
      .by('decision.delivered', 'o1', 'o3')
      .before('decision.delivered', ['identity.shown', {}, ['o1', 'o3']]),
    'decision.delivered',
  );
  refuses(
    'an inspector not drawn does not inspect',
    inspection()
      .upTo('premises.inspected')
      .by('identity.shown', 'o1', 'o3')
      .by('premises.inspected', 'o1', 'o3'),
    'premises.inspected',
    'handlers/not-assigned',
  );
  accepts(
    'the last draw counts',
    inspection()
      .upTo('premises.inspected')
      .after('inspection.drawn', ['inspection.drawn', { method: 'random', officers: ['o1', 'o3'] }])
      .by('identity.shown', 'o1', 'o3')
      .by('premises.inspected', 'o1', 'o3'),
    'premises.inspected',
  );
});

describe('a field act by one uncertified stranger', () => {
  for (const [title, script, act] of FIELD_ACTS)
    refuses(
      `${title}: all that is wrong is said at once`,
      script.by(act, 'o3').person('o3', { certificate: undefined }),
      act,
      'handlers/certificate-invalid',
      'handlers/too-few',
      'identity/not-shown',
      ...(title === 'a random inspection' ? ['handlers/not-assigned'] : []),
    );
});
