/** What can be done in a matter now, in the order a person wants it, and what cannot, each reason once. Pure. */
import type { MatterView, PossibilityView, RefusalView } from '../../matter/matter.api.ts';

/** Acts that cannot be done for one and the same reason. */
export interface Barred {
  readonly acts: readonly PossibilityView[];
  readonly refusals: readonly RefusalView[];
  /** Acts of which one must come first, by their terms. */
  readonly missing: readonly (readonly string[])[];
  readonly opensOn: string | null;
}

export interface Can {
  /** The act that most likely comes next; null when somebody else has to act. */
  readonly likely: PossibilityView | null;
  /** Everything else this person can do, or put before the head. */
  readonly also: readonly PossibilityView[];
  /** Acts of stages that are over, which can be done once more. */
  readonly again: readonly PossibilityView[];
  readonly barred: readonly Barred[];
  /** What the next stage waits for, where it is not this person's to do. */
  readonly others: readonly PossibilityView[];
}

type Facts = Pick<MatterView, 'possible' | 'stages' | 'acts' | 'requests'>;

/** Who may put an act before the head (`POST …/requests/:act`). */
const ASKING: readonly string[] = ['officer', 'unit-head', 'reviewer'];

/** Acts that belong to no single stage. They are never what comes next. */
const BESIDE = 1000;

/** Whether this person may do it or ask for it. */
export function isMine(one: PossibilityView, roles: readonly string[]): boolean {
  return one.mine || asksHead(one, roles);
}

/** Whether this person puts the act before the head instead of doing it. */
export function asksHead(one: PossibilityView, roles: readonly string[]): boolean {
  return one.needsApproval && !one.mine && roles.some((role) => ASKING.includes(role));
}

export function canAndCannot(facts: Facts, roles: readonly string[]): Can {
  const { possible, stages, acts, requests } = facts;
  const place = new Map(stages.map(({ id }, index) => [id, index]));
  const now = stages.findIndex(({ status }) => status === 'current');
  const done = new Set(acts.map(({ type }) => type));
  // What was approved beforehand now waits to be carried out.
  const asked = new Set(requests.filter(({ granted }) => !granted).map(({ act }) => act));
  const at = (one: PossibilityView): number => place.get(one.stage) ?? BESIDE;
  // What comes first, then what belongs to no stage, then stages that are over.
  const rank = (one: PossibilityView): number => (at(one) < now ? at(one) + 2 * BESIDE : at(one));
  const sorted = possible.toSorted((a, b) => rank(a) - rank(b));
  const open = sorted.filter((one) => one.refusals.length === 0 && !asked.has(one.act));
  const own = open.filter((one) => isMine(one, roles));
  const isOver = (one: PossibilityView): boolean =>
    done.has(one.act) && at(one) !== BESIDE && now !== -1 && at(one) < now;
  const isNext = (one: PossibilityView): boolean =>
    !EXCEPTIONAL.has(one.act) &&
    at(one) !== BESIDE &&
    !done.has(one.act) &&
    (now === -1 || at(one) >= now - LOOK_BACK);
  const likely = own.find((one) => isNext(one) && at(one) >= now) ?? own.find(isNext) ?? null;
  return {
    likely,
    also: own.filter((one) => one !== likely && !isOver(one)),
    again: own.filter((one) => one !== likely && isOver(one)),
    barred: grouped(
      sorted
        .filter(
          (one) =>
            one.refusals.length > 0 &&
            isMine(one, roles) &&
            !isSpent(one, done, now === -1 || at(one) < now),
        )
        .toSorted((a, b) => Number(EXCEPTIONAL.has(a.act)) - Number(EXCEPTIONAL.has(b.act))),
    ),
    others: open
      .filter((one) => !isMine(one, roles) && isNext(one) && at(one) <= now)
      .slice(0, MOST_OTHERS),
  };
}

/** Lawful at many times and usual at none: offered, but not as what most likely comes next, and explained last. */
const EXCEPTIONAL: ReadonlySet<string> = new Set([
  'verification.extended',
  'case.declined',
  'rectification.ordered',
  'time.stopped',
  'time.resumed',
  'review.extended',
  'disagreement.raised',
  'disagreement.resolved',
  'statement.waived',
  'hearing.requested',
  'discussion.held',
  'decision.extended',
  'fine.collected',
  'publication.withheld',
  'publication.consented',
  'publication.withdrawn',
  'correction.requested',
  'decision.overturned',
  'enforcement.demanded',
  'enforcement.applied',
]);

/** A stage may be passed over by the one after it, as opening follows the clue without a verification. */
const LOOK_BACK = 1;
const MOST_OTHERS = 3;

/** Done or passed by, and over for good: no reason to explain why not again. */
function isSpent(one: PossibilityView, done: ReadonlySet<string>, isPassed: boolean): boolean {
  return (
    (isPassed || (done.has(one.act) && one.missing.length === 0)) &&
    one.refusals.every(({ code }) => code === 'act/out-of-order')
  );
}

/** Acts with the same reasons together, in the order of the first of each. */
function grouped(refused: readonly PossibilityView[]): Barred[] {
  const groups = new Map<string, Barred>();
  for (const one of refused) {
    const { missing, opensOn, refusals } = one;
    const key = JSON.stringify([
      refusals.map(({ code, title }) => [code, title]),
      missing,
      opensOn,
    ]);
    const group = groups.get(key);
    groups.set(key, { acts: [...(group?.acts ?? []), one], refusals, missing, opensOn });
  }
  return [...groups.values()];
}

/** The letters beside acts; the desk and the page use the others. */
const LETTERS = 'LBCEFHIKNOPQRSTUVWXZ';

/** Letters of the first acts by their code. */
export function lettersOf({ likely, also }: Pick<Can, 'likely' | 'also'>): Map<string, string> {
  const acts = [...(likely ? [likely] : []), ...also];
  return new Map(
    acts.slice(0, LETTERS.length).map(({ act }, index) => [act, LETTERS[index] ?? '']),
  );
}

/** The act that takes a reason away, where there is one to do. */
const REMEDY: Readonly<Record<string, string>> = {
  'identity/not-shown': 'identity.shown',
  'handlers/not-assigned': 'handlers.assigned',
  'notice/statement-period-open': 'statement.waived',
  'statement/not-reviewed': 'statement.reviewed',
  'review/not-passed': 'review.requested',
  'discussion/missing': 'discussion.held',
  'hearing/pending': 'hearing.notified',
  'record/av-missing': 'record.av.made',
  'record/text-missing': 'record.text.added',
  'case/not-executed': 'performance.recorded',
  'publication/not-reviewed': 'publication.reviewed',
};

/** The act that would take this refusal away and can be done now; null where there is none. */
export function remedyOf(
  code: string,
  possible: readonly PossibilityView[],
): PossibilityView | null {
  const act = REMEDY[code];
  return possible.find((one) => one.act === act && one.refusals.length === 0) ?? null;
}
