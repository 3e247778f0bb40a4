/** Extensions: who approves, until when, how often, how far, and whether the party is told. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  licence,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

interface Extension {
  readonly title: string;
  readonly act: string;
  readonly script: Script;
  readonly data: Data;
  /** The clock's last day before the extension. */
  readonly due: string;
  readonly next: string;
}

const EXTENSIONS: readonly Extension[] = [
  // Registered on Monday 3 March: the fifteenth working day is Monday 24 March.
  {
    title: 'verification',
    act: 'verification.extended',
    script: penalty().upTo('premises.inspected'),
    data: { days: 15 },
    due: '2025-03-24',
    next: '2025-03-25',
  },
  // Opened on 6 March: ninety days end on Wednesday 4 June.
  {
    title: 'a penalty case',
    act: 'decision.extended',
    script: penalty().upTo('handlers.assigned'),
    data: { days: 30 },
    due: '2025-06-04',
    next: '2025-06-05',
  },
  // Accepted on 3 March: the twentieth working day is Monday 31 March.
  {
    title: 'a licence',
    act: 'decision.extended',
    script: licence().upTo('application.accepted'),
    data: { days: 10, told: true },
    due: '2025-03-31',
    next: '2025-04-01',
  },
  // The third working day is Thursday 6 March.
  {
    title: 'a registration',
    act: 'decision.extended',
    script: confirmation().upTo('application.accepted'),
    data: { days: 3 },
    due: '2025-03-06',
    next: '2025-03-07',
  },
  // Seized on 4 March for thirty days.
  {
    title: 'a seizure',
    act: 'seizure.extended',
    script: seizure().upTo('seizure.ordered'),
    data: { of: 6, days: 30, told: true },
    due: '2025-04-03',
    next: '2025-04-04',
  },
  // Accepted on Tuesday 11 March: the tenth working day is Tuesday 25 March.
  {
    title: 'the review of a penalty',
    act: 'review.extended',
    script: penalty().upTo('review.accepted'),
    data: { days: 40 },
    due: '2025-03-25',
    next: '2025-03-26',
  },
  // Accepted on Monday 3 March.
  {
    title: 'the review of a seizure',
    act: 'review.extended',
    script: seizure().upTo('review.accepted'),
    data: { days: 1 },
    due: '2025-03-17',
    next: '2025-03-18',
  },
  // Accepted on Tuesday 4 March.
  {
    title: 'the review of a licence',
    act: 'review.extended',
    script: licence().upTo('review.accepted'),
    data: { days: 1 },
    due: '2025-03-18',
    next: '2025-03-19',
  },
  {
    title: 'the review of a registration',
    act: 'review.extended',
    script: confirmation().upTo('review.accepted'),
    data: { days: 1 },
    due: '2025-03-18',
    next: '2025-03-19',
  },
  {
    title: 'the review of a ruling',
    act: 'review.extended',
    script: adjudication().upTo('review.accepted'),
    data: { days: 1 },
    due: '2025-03-18',
    next: '2025-03-19',
  },
];

describe.each(EXTENSIONS.map((one) => [one.title, one] as const))(
  '%s',
  (_title, { act, script, data, due, next }) => {
    const extend = (at: string, more: Data = {}) =>
      script.add(at, act, { ...data, approvedBy: 'h1', ...more });
    accepts('is extended on its last day', extend(`${due} 23:59`), act);
    refuses('is not extended the day after', extend(`${next} 00:00`), act, 'clock/extension-late');
    refuses(
      'needs the head of the bureau',
      extend(due, { approvedBy: 'u1' }),
      act,
      'clock/extension-not-approved',
    );
    refuses(
      'needs an approval',
      extend(due, { approvedBy: undefined }),
      act,
      'clock/extension-not-approved',
    );
    refuses(
      'may be late and unapproved at once',
      extend(next, { approvedBy: 'o1' }),
      act,
      'clock/extension-late',
      'clock/extension-not-approved',
    );
  },
);

const again = (script: Script, act: string, at: string, data: Data) =>
  script.add(at, act, { approvedBy: 'h1', ...data });

describe('how often and how far', () => {
  const verifying = penalty().upTo('premises.inspected');
  const verification = 'verification.extended';
  accepts(
    'verification by 15 working days',
    again(verifying, verification, '2025-03-10', { days: 15 }),
    verification,
  );
  accepts(
    'verification by no number of days',
    again(verifying, verification, '2025-03-10', {}),
    verification,
  );
  refuses(
    'verification a second time by no number of days',
    again(again(verifying, verification, '2025-03-10', {}), verification, '2025-03-11', {}),
    verification,
    'clock/extension-over-limit',
  );
  refuses(
    'verification by 16',
    again(verifying, verification, '2025-03-10', { days: 16 }),
    verification,
    'clock/extension-over-limit',
  );
  refuses(
    'verification twice',
    again(again(verifying, verification, '2025-03-10', { days: 5 }), verification, '2025-03-11', {
      days: 5,
    }),
    verification,
    'clock/extension-over-limit',
  );
  accepts(
    'a refused extension does not count',
    again(again(verifying, verification, '2025-03-10', { days: 16 }), verification, '2025-03-11', {
      days: 15,
    }),
    verification,
  );

  const open = penalty().upTo('handlers.assigned');
  const decision = 'decision.extended';
  const once = again(open, decision, '2025-03-10', { days: 30 });
  accepts('a penalty case first by 30 days', once, decision);
  refuses(
    'a penalty case first by 31 days',
    again(open, decision, '2025-03-10', { days: 31 }),
    decision,
    'clock/extension-over-limit',
  );
  refuses(
    'a second extension without discussion',
    again(once, decision, '2025-03-11', { days: 30 }),
    decision,
    'clock/extension-not-approved',
  );
  accepts(
    'a second extension by 31 days, discussed',
    again(once, decision, '2025-03-11', { days: 31, discussion: true }),
    decision,
  );
  refuses(
    'a third extension without discussion',
    again(
      again(once, decision, '2025-03-11', { days: 60, discussion: true }),
      decision,
      '2025-03-12',
      { days: 5 },
    ),
    decision,
    'clock/extension-not-approved',
  );
  // Ninety days and thirty more end on Friday 4 July 2025.
  accepts(
    'a second extension on the last day of the first',
    again(once, decision, '2025-07-04', { days: 60, discussion: true }),
    decision,
  );
  refuses(
    'a second extension the day after',
    again(once, decision, '2025-07-05', { days: 60, discussion: true }),
    decision,
    'clock/extension-late',
  );

  const applied = licence().upTo('application.accepted');
  const told = { told: true };
  accepts(
    'a licence by 10 working days',
    again(applied, decision, '2025-03-10', { days: 10, ...told }),
    decision,
  );
  refuses(
    'a licence by 11',
    again(applied, decision, '2025-03-10', { days: 11, ...told }),
    decision,
    'clock/extension-over-limit',
  );
  refuses(
    'a licence twice',
    again(again(applied, decision, '2025-03-10', { days: 1, ...told }), decision, '2025-03-11', {
      days: 1,
      ...told,
    }),
    decision,
    'clock/extension-over-limit',
  );
  accepts(
    'a licence as far as the bureau says',
    again(applied.rules({ 'licence.extension': 15 }), decision, '2025-03-10', {
      days: 15,
      ...told,
    }),
    decision,
  );
  refuses(
    'a licence without telling why',
    again(applied, decision, '2025-03-10', { days: 10 }),
    decision,
    'clock/extension-not-told',
  );

  const registered = confirmation().upTo('application.accepted');
  accepts(
    'a registration by 3 working days, nobody told',
    again(registered, decision, '2025-03-04', { days: 3 }),
    decision,
  );
  refuses(
    'a registration by 4',
    again(registered, decision, '2025-03-04', { days: 4 }),
    decision,
    'clock/extension-over-limit',
  );
  refuses(
    'a registration twice',
    again(again(registered, decision, '2025-03-04', { days: 1 }), decision, '2025-03-05', {
      days: 1,
    }),
    decision,
    'clock/extension-over-limit',
  );

  const seized = seizure().upTo('seizure.ordered');
  refuses(
    'a seizure without telling',
    again(seized, 'seizure.extended', '2025-03-10', { of: 6, days: 30 }),
    'seizure.extended',
    'clock/extension-not-told',
  );
  accepts('a penalty case, nobody told', once, decision);
  accepts(
    'a review twice and far',
    again(
      again(penalty().upTo('review.accepted'), 'review.extended', '2025-03-12', { days: 20 }),
      'review.extended',
      '2025-03-13',
      { days: 20 },
    ),
    'review.extended',
  );
});
