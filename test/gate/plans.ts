/** Lawful matters, one for each way the law has of reviewing or not reviewing a decision. */
import type { Place } from './world.ts';
import type { Plan, Planned } from './story.ts';

const requested = (kind: 'legal' | 'case', text = 'text'): Planned => ({
  type: 'review.requested',
  kind,
  text,
});
const accepted: Planned = { type: 'review.accepted' };
const concluded: Planned = { type: 'review.concluded' };

/** Acts that lead to a decision, and the reviews on the way. */
export function planner({ cast }: Place) {
  const { officer, partner } = cast;
  const assigned: Planned = { type: 'handlers.assigned', handlers: [officer, partner] };
  const gathered: Planned = { type: 'evidence.recorded', by: [officer, partner] };
  const proposed = (fine: number): Planned => ({
    type: 'investigation.concluded',
    penalty: { fine },
  });
  const notified: Planned = { type: 'notice.served' };
  const decided: Planned = { type: 'decision.made' };
  const round = (kind: 'legal' | 'case', more: Partial<Planned> = {}): Planned[] => [
    requested(kind),
    accepted,
    { ...concluded, ...more },
  ];
  const ordinary = (fine: number, ...acts: Planned[]): Plan => ({
    procedure: 'penalty.ordinary',
    acts: [assigned, gathered, proposed(fine), ...acts],
  });
  const BIG = 20_000_000;
  const SMALL = 5_000_000;
  return {
    assigned,
    gathered,
    decided,
    round,
    ordinary,
    BIG,
    SMALL,
    /** Above the limit of the list. */
    legal: (): Plan => ordinary(BIG, ...round('legal'), notified, decided),
    /** What is found and who is in charge after the decision no longer bears on it. */
    afterwards: (): Plan =>
      ordinary(
        BIG,
        ...round('legal'),
        decided,
        { type: 'handlers.assigned', handlers: [cast.reviewer] },
        { type: 'premises.inspected', by: [cast.reviewer] },
        { type: 'subject.flagged', flags: ['grave'] },
      ),
    /** An ordinary case on no list. */
    ofCase: (): Plan => ordinary(SMALL, ...round('case'), notified, decided),
    /** The review before the hearing no longer counts. */
    heard: (): Plan =>
      ordinary(
        SMALL,
        ...round('case'),
        notified,
        { type: 'hearing.held' },
        ...round('legal'),
        decided,
      ),
    /** The first round asks for correction. */
    corrected: (): Plan =>
      ordinary(BIG, ...round('legal', { conclusion: 'correct' }), ...round('legal'), decided),
    flagged: (): Plan =>
      ordinary(SMALL, { type: 'subject.flagged', flags: ['complex'] }, ...round('legal'), decided),
    /** Review of a licence, by somebody without the legal qualification: only penalties ask for it. */
    licence: (): Plan => ({
      procedure: 'licence',
      acts: [...round('legal', { reviewer: cast.newcomer }), { ...decided, outcome: 'refused' }],
    }),
    unreviewed: (): Plan => ({
      procedure: 'licence',
      acts: [{ ...decided, outcome: 'granted' }],
    }),
    summary: (): Plan => ({
      procedure: 'penalty.summary',
      partyClass: 'natural',
      acts: [gathered, { ...decided, penalty: { fine: 20_000, kinds: ['warning'] } }],
    }),
    seizure: (): Plan => ({
      procedure: 'compulsion.seizure',
      flags: ['public-interest'],
      acts: [...round('legal'), { type: 'seizure.ordered', by: [officer, partner] }],
    }),
  };
}

export type Planner = ReturnType<typeof planner>;
export const LAWFUL = [
  'legal',
  'ofCase',
  'afterwards',
  'heard',
  'corrected',
  'flagged',
  'licence',
  'unreviewed',
  'summary',
  'seizure',
] as const satisfies readonly (keyof Planner)[];
