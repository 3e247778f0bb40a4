/** What somebody has to do next in a matter: acts whose clock runs, requests for approval, reviews waiting. */
import type { JsonObject } from '../ledger/canonical-json.ts';
import { reviewRounds } from '../review/review.ts';
import type { Law } from '../rule/law.ts';
import type { Role } from '../staff/person.ts';
import type { ActCode } from './act-data.ts';
import { answersOf } from './approval-request.ts';
import { type CaseFile, engineAct, type RefusedRequest } from './case-file.ts';
import type { Clock } from './clock.ts';
import { has, lastOf, type Matter } from './matter.ts';
import { orderFault } from './order.ts';
import { isPublicationRequired } from '../publicity/channels.ts';

export interface Task {
  /** Unique in the matter. */
  readonly key: string;
  /** What it is, for the words of the queue: the clock that runs, or `approval`, `approval.*`, `hearing.*`, `review.*`, `publication.*`, `archive`. */
  readonly kind: string;
  /** The act that settles it. */
  readonly act: ActCode;
  readonly roles: readonly Role[];
  /** People it waits for; null means the handlers. */
  readonly assignees: readonly string[] | null;
  readonly clock: string | null;
  readonly dueOn: string | null;
  readonly askedBy: string | null;
  readonly askedSeq: number | null;
}

/** The act that settles an open clock, and whose it is; clocks that only wait are left out. */
const SETTLED_BY: Readonly<
  Record<string, { readonly act: ActCode; readonly roles: readonly Role[] }>
> = {
  verification: { act: 'case.opened', roles: ['officer', 'unit-head'] },
  decision: { act: 'decision.made', roles: ['officer', 'unit-head'] },
  preservation: { act: 'preservation.resolved', roles: ['officer'] },
  seizure: { act: 'seizure.lifted', roles: ['officer'] },
  approval: { act: 'approval.given', roles: ['head'] },
  statement: { act: 'decision.made', roles: ['officer'] },
  delivery: { act: 'decision.delivered', roles: ['officer'] },
  payment: { act: 'performance.recorded', roles: ['officer'] },
  closing: { act: 'case.closed', roles: ['officer', 'unit-head'] },
  'summary.filing': { act: 'file.archived', roles: ['officer', 'archivist'] },
  'fine.handover': { act: 'performance.recorded', roles: ['officer'] },
  withdrawal: { act: 'publication.withdrawn', roles: ['publisher'] },
  'av.store': { act: 'record.av.stored', roles: ['officer'] },
  'transfer.decision': { act: 'transfer.ordered', roles: ['head'] },
  'transfer.sending': { act: 'transfer.sent', roles: ['officer'] },
};

export function tasksOf(file: CaseFile, clocks: readonly Clock[], law: Law): Task[] {
  const { matter } = file;
  return [
    ...approvalTasks(file),
    ...refusedTasks(file),
    ...hearingTasks(matter),
    ...reviewTasks(matter, clocks),
    ...clocks.flatMap((clock) => clockTask(matter, clock, law)),
    ...archiveTasks(matter),
  ];
}

function task(
  key: string,
  kind: string,
  act: ActCode,
  roles: readonly Role[],
  more: Partial<Task> = {},
): Task {
  return {
    key,
    kind,
    act,
    roles,
    assignees: null,
    clock: null,
    dueOn: null,
    askedBy: null,
    askedSeq: null,
    ...more,
  };
}

function approvalTasks({ requests }: CaseFile): Task[] {
  return requests.map(({ seq, act, by, granted }) =>
    granted
      ? task(`approval:${seq}`, 'approval.granted', act, ['officer'], {
          assignees: [by],
          askedBy: granted.by,
          askedSeq: seq,
        })
      : task(`approval:${seq}`, 'approval', act, ['head'], {
          assignees: [],
          askedBy: by,
          askedSeq: seq,
        }),
  );
}

/** What the head did not approve, with whoever asked, in any of the posts that ask. */
function refusedTasks({ matter, refused }: CaseFile): Task[] {
  return refused
    .filter((request) => canStillBeDone(matter, request))
    .map(({ seq, act, by, refusal }) => {
      const isReviewers = matter.procedure.rows.get(act)?.who.includes('reviewer') === true;
      // Any reviewer sees what is a reviewer's to do, so only what a reviewer may ask for is theirs.
      const roles: readonly Role[] = isReviewers
        ? ['officer', 'unit-head', 'reviewer']
        : ['officer', 'unit-head'];
      return task(`refused:${seq}`, 'approval.refused', act, roles, {
        assignees: [by],
        askedBy: refusal.by,
        askedSeq: refusal.seq,
      });
    });
}

/** Whether nothing recorded since has made the act pointless; what it builds on stood when it was asked for. */
function canStillBeDone(matter: Matter, request: RefusedRequest): boolean {
  const { seq, act, at, by } = request;
  const row = matter.procedure.rows.get(act);
  if (!row) return false;
  const data = answersOf(request).fields as JsonObject; // came in as JSON
  const tried = engineAct({ type: act, seq, happened: at, by: [by], data });
  return orderFault(matter, tried, row, null) === null;
}

/** A hearing that was asked for is to be called, and held by the chair on the day it is called for (行政处罚法 art. 64). */
function hearingTasks(matter: Matter): Task[] {
  const requested = lastOf(matter, 'hearing.requested');
  const waived = lastOf(matter, 'statement.waived')?.data.rights.includes('hearing') === true;
  const isOver = has(matter, 'hearing.held') || has(matter, 'decision.made') || waived;
  if (!requested || isOver) return [];
  // It is the party that asks for it.
  const asked = { askedSeq: requested.n };
  const notified = lastOf(matter, 'hearing.notified');
  if (!notified)
    return [
      task('hearing', 'hearing.notify', 'hearing.notified', ['chair'], { assignees: [], ...asked }),
    ];
  return [
    task('hearing', 'hearing.hold', 'hearing.held', ['chair'], {
      assignees: [notified.data.chair],
      dueOn: notified.data.on,
      ...asked,
    }),
  ];
}

function reviewTasks(matter: Matter, clocks: readonly Clock[]): Task[] {
  const last = reviewRounds(matter).at(-1);
  if (!last || has(matter, 'decision.made')) return [];
  const { requested, accepted, concluded } = last;
  const asked = { askedBy: requested.by[0] ?? null, askedSeq: requested.n };
  if (!accepted)
    return [
      task('review', 'review.accept', 'review.accepted', ['reviewer'], { assignees: [], ...asked }),
    ];
  if (!concluded) {
    const clock = clocks.find(({ id }) => id === `review#${accepted.n}`);
    return [
      task('review', 'review.conclude', 'review.concluded', ['reviewer'], {
        assignees: accepted.by,
        clock: clock?.id ?? null,
        dueOn: clock?.dueDay ?? null,
        ...asked,
      }),
    ];
  }
  if (concluded.data.opinion === 'agree') return [];
  return [
    task('review', 'review.revise', 'review.requested', ['unit-head'], {
      askedBy: concluded.by[0] ?? null,
      askedSeq: concluded.n,
    }),
  ];
}

function clockTask(matter: Matter, clock: Clock, law: Law): Task[] {
  if (clock.ended || isOldStatementPeriod(matter, clock)) return [];
  const due = { clock: clock.id, dueOn: clock.dueDay };
  if (clock.name.startsWith('publication.')) {
    if (!isPublicationRequired(matter, law)) return [];
    const reviewed = lastOf(matter, 'publication.reviewed')?.data.result === 'pass';
    return [
      reviewed
        ? task(
            `clock:${clock.id}`,
            'publication.publish',
            'publication.published',
            ['publisher'],
            due,
          )
        : task(
            `clock:${clock.id}`,
            'publication.review',
            'publication.reviewed',
            ['publisher'],
            due,
          ),
    ];
  }
  const settled = SETTLED_BY[clock.name];
  return settled ? [task(`clock:${clock.id}`, clock.name, settled.act, settled.roles, due)] : [];
}

/** A statement period matters only until the decision, and only that of the last notice. */
function isOldStatementPeriod(matter: Matter, clock: Clock): boolean {
  return (
    clock.name === 'statement' &&
    (has(matter, 'decision.made') || clock.act.n !== lastOf(matter, 'notice.served')?.n)
  );
}

function archiveTasks(matter: Matter): Task[] {
  const ended = lastOf(matter, 'case.closed') ?? lastOf(matter, 'case.declined');
  if (!ended || has(matter, 'file.archived')) return [];
  return [
    task('archive', 'archive', 'file.archived', ['archivist'], {
      assignees: [],
      askedSeq: ended.n,
    }),
  ];
}
