/** The clocks of the procedure tables, each as it starts in a lawful script, with the days it is due. */
import {
  adjudication,
  confirmation,
  contested,
  licence,
  penalty,
  seizure,
  summary,
} from './lawful.ts';
import type { Insert, Script } from './script.ts';

const both = ['o1', 'o2'];
const inspected = penalty().upTo('premises.inspected');
/** A case in which evidence was preserved, urgently or with approval. */
export const preserved = (urgent = false) =>
  inspected.after('premises.inspected', [
    'preservation.ordered',
    urgent ? { urgent } : { approvedBy: 'h1' },
    both,
  ]);
export const delivered = penalty().upTo('decision.delivered');
export const opened = penalty().upTo('case.opened');
const paid: Insert = ['performance.recorded', { what: 'fine', complete: true }, ['o1']];
/** A case decided without punishment. */
export const unpunished = penalty()
  .upTo('decision.made')
  .without('notice.served')
  .with('decision.made', { outcome: 'no-penalty', penalty: undefined });
const close: Insert = ['case.closed', { ground: 'other', approvedBy: 'h1' }];

/** A clock that runs at the end of `script`. */
export interface RunningClock {
  readonly name: string;
  readonly script: Script;
  /** Position of the act that starts it. */
  readonly n: number;
  readonly unit: string;
  readonly length: number;
  readonly started: string;
  readonly due: string;
  readonly next: string;
  readonly after: 'overdue' | 'lapsed';
  /** Acts that end it; those in `inTime` are refused once it has run out. */
  readonly ends: readonly Insert[];
  readonly inTime?: readonly Insert[];
  /** Acts that might seem to end it. */
  readonly not?: readonly Insert[];
}

export const CLOCKS: readonly RunningClock[] = [
  // March 2025 has no holiday; 4 to 6 April and 1 to 5 May are holidays, Sunday 27 April is worked.
  {
    name: 'verification',
    script: penalty().upTo('source.registered'),
    n: 1,
    unit: 'working-day',
    length: 15,
    started: '2025-03-03',
    due: '2025-03-24',
    next: '2025-03-25',
    after: 'overdue',
    ends: [
      [
        'case.opened',
        { approvedBy: 'h1', conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'] },
      ],
      ['case.declined', { approvedBy: 'h1', ground: '轻微' }],
    ],
    not: [['crime.reported'], ['rectification.ordered']],
  },
  {
    name: 'decision',
    script: opened,
    n: 5,
    unit: 'day',
    length: 90,
    started: '2025-03-06',
    due: '2025-06-04',
    next: '2025-06-05',
    after: 'overdue',
    ends: [['case.closed', { ground: 'terminated', approvedBy: 'h1' }]],
    not: [['case.closed', { ground: 'other', approvedBy: 'h1' }]],
  },
  {
    name: 'decision',
    script: licence().upTo('application.accepted'),
    n: 2,
    unit: 'working-day',
    length: 20,
    started: '2025-03-03',
    due: '2025-03-31',
    next: '2025-04-01',
    after: 'overdue',
    ends: [['decision.made', { outcome: 'not-accepted', draft: 'v1', approvedBy: 'h1' }]],
    not: [['application.accepted']],
  },
  {
    name: 'decision',
    script: confirmation().upTo('application.accepted'),
    n: 2,
    unit: 'working-day',
    length: 3,
    started: '2025-03-03',
    due: '2025-03-06',
    next: '2025-03-07',
    after: 'overdue',
    ends: [['decision.made', { outcome: 'confirmed', draft: 'v1' }]],
  },
  {
    name: 'decision',
    script: adjudication().upTo('application.accepted'),
    n: 2,
    unit: 'month',
    length: 3,
    started: '2025-03-03',
    due: '2025-06-03',
    next: '2025-06-04',
    after: 'overdue',
    ends: [['decision.made', { outcome: 'ruled', draft: 'v1', approvedBy: 'h1' }]],
  },
  {
    name: 'application.reply',
    script: licence().upTo('application.received'),
    n: 1,
    unit: 'working-day',
    length: 5,
    started: '2025-03-03',
    due: '2025-03-10',
    next: '2025-03-11',
    after: 'overdue',
    ends: [['application.accepted']],
    inTime: [['application.returned']],
    not: [['application.received']],
  },
  {
    name: 'certificate',
    script: licence().upTo('decision.made'),
    n: 6,
    unit: 'working-day',
    length: 10,
    started: '2025-03-05',
    due: '2025-03-19',
    next: '2025-03-20',
    after: 'overdue',
    ends: [['decision.delivered', { method: 'direct' }]],
    not: [['publication.reviewed', { result: 'pass' }]],
  },
  {
    name: 'preservation',
    script: preserved(),
    n: 4,
    unit: 'working-day',
    length: 7,
    started: '2025-03-04',
    due: '2025-03-13',
    next: '2025-03-14',
    after: 'lapsed',
    ends: [],
    inTime: [['preservation.resolved', { of: 4, measure: 'returned' }]],
  },
  {
    name: 'seizure',
    script: seizure().upTo('seizure.ordered'),
    n: 6,
    unit: 'day',
    length: 30,
    started: '2025-03-04',
    due: '2025-04-03',
    next: '2025-04-04',
    after: 'lapsed',
    ends: [['seizure.lifted', { of: 6 }]],
    inTime: [['seizure.disposed', { of: 6, how: 'destroyed' }]],
  },
  {
    name: 'review',
    script: penalty().upTo('review.accepted'),
    n: 10,
    unit: 'working-day',
    length: 10,
    started: '2025-03-11',
    due: '2025-03-25',
    next: '2025-03-26',
    after: 'overdue',
    ends: [
      [
        'review.concluded',
        {
          opinion: 'correct',
          items: ['jurisdiction', 'party', 'facts', 'nature', 'basis', 'procedure', 'disposition'],
        },
        ['rv'],
      ],
    ],
  },
  {
    name: 'statement',
    script: penalty().upTo('notice.served'),
    n: 13,
    unit: 'working-day',
    length: 5,
    started: '2025-03-13',
    due: '2025-03-20',
    next: '2025-03-21',
    after: 'lapsed',
    ends: [['statement.waived', { rights: ['statement'] }]],
    not: [['statement.waived', { rights: ['hearing'] }], ['statement.heard']],
  },
  {
    name: 'hearing.request',
    script: contested().upTo('notice.served'),
    n: 13,
    unit: 'working-day',
    length: 5,
    started: '2025-03-13',
    due: '2025-03-20',
    next: '2025-03-21',
    after: 'lapsed',
    ends: [['statement.waived', { rights: ['hearing'] }]],
    inTime: [['hearing.requested', {}, ['party']]],
    not: [['statement.waived', { rights: ['statement'] }]],
  },
  {
    name: 'delivery',
    script: penalty().upTo('decision.made').with('decision.made', { partyPresent: undefined }),
    n: 14,
    unit: 'working-day',
    length: 7,
    started: '2025-03-21',
    due: '2025-04-01',
    next: '2025-04-02',
    after: 'overdue',
    ends: [['decision.delivered', { method: 'mail', evidence: ['receipt'], publicityTold: true }]],
    not: [['publication.reviewed', { result: 'pass' }]],
  },
  {
    name: 'payment',
    script: delivered,
    n: 16,
    unit: 'day',
    length: 15,
    started: '2025-03-21',
    due: '2025-04-07',
    next: '2025-04-08',
    after: 'overdue',
    ends: [
      paid,
      ['fine.collected', { amount: 1, ground: 'remote', requested: true, receipt: true }],
    ],
    not: [
      ['performance.recorded', { what: 'goods', complete: true }],
      ['performance.recorded', { what: 'handover', complete: true }],
    ],
  },
  {
    name: 'reconsideration',
    script: delivered,
    n: 16,
    unit: 'day',
    length: 60,
    started: '2025-03-21',
    due: '2025-05-20',
    next: '2025-05-21',
    after: 'lapsed',
    ends: [],
    not: [paid],
  },
  {
    name: 'court',
    script: delivered,
    n: 16,
    unit: 'month',
    length: 6,
    started: '2025-03-21',
    due: '2025-09-22',
    next: '2025-09-23',
    after: 'lapsed',
    ends: [],
    not: [paid],
  },
  {
    name: 'demand',
    script: delivered.add('2025-04-08', 'enforcement.demanded'),
    n: 17,
    unit: 'working-day',
    length: 10,
    started: '2025-04-08',
    due: '2025-04-22',
    next: '2025-04-23',
    after: 'lapsed',
    ends: [paid],
    not: [['performance.recorded', { what: 'goods', complete: true }]],
  },
  {
    name: 'closing',
    script: delivered.add('2025-03-27', ...paid),
    n: 17,
    unit: 'working-day',
    length: 15,
    started: '2025-03-27',
    due: '2025-04-18',
    next: '2025-04-21',
    after: 'overdue',
    ends: [close],
  },
  {
    name: 'closing',
    script: unpunished,
    n: 13,
    unit: 'working-day',
    length: 15,
    started: '2025-03-21',
    due: '2025-04-14',
    next: '2025-04-15',
    after: 'overdue',
    ends: [close],
  },
  {
    name: 'summary.filing',
    script: summary().upTo('decision.delivered'),
    n: 3,
    unit: 'working-day',
    length: 7,
    started: '2025-03-04',
    due: '2025-03-13',
    next: '2025-03-14',
    after: 'overdue',
    ends: [['file.archived']],
  },
  {
    name: 'payment',
    script: summary().upTo('decision.delivered'),
    n: 4,
    unit: 'day',
    length: 15,
    started: '2025-03-04',
    due: '2025-03-19',
    next: '2025-03-20',
    after: 'overdue',
    ends: [paid],
  },
  {
    name: 'fine.handover',
    script: summary()
      .upTo('decision.delivered')
      .add('2025-03-04 11:00', 'fine.collected', { amount: 10_000, receipt: true }),
    n: 5,
    unit: 'working-day',
    length: 2,
    started: '2025-03-04',
    due: '2025-03-06',
    next: '2025-03-07',
    after: 'overdue',
    ends: [['performance.recorded', { what: 'handover' }]],
    not: [['performance.recorded', { what: 'goods' }]],
  },
  {
    name: 'transfer.decision',
    script: opened.add('2025-03-07', 'crime.reported'),
    n: 6,
    unit: 'day',
    length: 3,
    started: '2025-03-07',
    due: '2025-03-10',
    next: '2025-03-11',
    after: 'overdue',
    ends: [
      ['transfer.ordered', { approve: true, approvedBy: 'h1' }],
      ['transfer.ordered', { approve: false, approvedBy: 'h1', reasons: '不构成犯罪' }],
    ],
  },
];
