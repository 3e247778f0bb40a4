/**
 * Whether an ordinary penalty decision was lawfully reached, told from the list of accepted acts alone
 * (行政处罚法 art. 42, 54–58, 62–65; 程序规定 art. 49–60). It knows nothing of the guards it judges.
 */
import type { AnyAct } from '../../src/matter/matter.ts';

export interface World {
  /** What the bureau demands of this case. */
  readonly always: boolean; // legal review of every decision
  readonly complex: boolean; // a statutory ground from the start
  readonly listFrom: number; // fines from this amount on need legal review
  readonly items: readonly string[];
  readonly trained: boolean;
  /** Fines from this amount on give a right to a hearing. */
  readonly hearingFrom: number;
  readonly listed: ReadonlySet<string>;
  readonly licensed: ReadonlySet<string>;
  readonly schooled: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

export interface Review {
  readonly kind: string;
  readonly draft: string;
  readonly requestedAt: number;
  concludedAt: number;
  agreed: boolean;
  /** What was wrong with it, whatever its opinion. */
  readonly faults: string[];
}

type Data = Readonly<Record<string, unknown>>;
const dataOf = (act: AnyAct): Data => act.data;
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const fineOf = (data: Data): number =>
  (data['penalty'] as { fine?: number } | undefined)?.fine ?? 0;

/** Position of the last act of that code before `end`; −1 where there is none. */
export function lastBefore(history: readonly AnyAct[], code: string, end = history.length): number {
  for (let at = end - 1; at >= 0; at -= 1) if (history[at]?.code === code) return at;
  return -1;
}

/** Whether the person took part in the case before that position. */
function tookPart(history: readonly AnyAct[], who: string, end: number): boolean {
  const assigned = lastBefore(history, 'handlers.assigned', end);
  const act = history[assigned];
  if (act && listOf(dataOf(act)['handlers']).includes(who)) return true;
  return history
    .slice(0, end)
    .some(
      (one) =>
        ['premises.inspected', 'evidence.recorded'].includes(one.code) && one.by.includes(who),
    );
}

function reviewerFaults(
  history: readonly AnyAct[],
  world: World,
  kind: string,
  at: number,
): string[] {
  const who = history[at]?.by[0] ?? '';
  return [
    ...(world.listed.has(who) ? [] : ['the reviewer is not listed']),
    ...(tookPart(history, who, at) ? ['the reviewer handled the case'] : []),
    ...(kind === 'legal' && !world.licensed.has(who) ? ['the reviewer is not qualified'] : []),
    ...(world.trained && !world.schooled.has(who) ? ['the reviewer is not trained'] : []),
  ];
}

/** The reviews of a case, oldest first, each with its faults; the last may not be concluded (`concludedAt` −1). */
export function reviewsOf(history: readonly AnyAct[], world: World): Review[] {
  const reviews: Review[] = [];
  let request = -1;
  history.forEach((act, at) => {
    const data = dataOf(act);
    if (act.code === 'review.requested') request = at;
    else if (act.code === 'review.accepted') {
      const asked = history[request];
      const given = asked ? dataOf(asked) : {};
      const faults: string[] = [];
      if (!asked) faults.push('nobody asked for the review');
      else if (lastBefore(history, 'investigation.concluded', request) < 0)
        faults.push('the review was asked for before the investigation ended');
      if (
        !['report', 'evidence', 'draft'].every((paper) =>
          listOf(given['materials']).includes(paper),
        )
      )
        faults.push('the materials were not complete');
      const kind = String(given['kind']);
      faults.push(...reviewerFaults(history, world, kind, at));
      reviews.push({
        kind,
        draft: String(given['draft']),
        requestedAt: request,
        concludedAt: -1,
        agreed: false,
        faults,
      });
      request = -1;
    } else if (act.code === 'review.concluded') {
      const review = reviews.at(-1);
      if (!review) return;
      review.concludedAt = at;
      review.agreed = data['opinion'] === 'agree';
      const wanted = review.kind === 'legal' ? ['facts', ...world.items] : ['facts'];
      if (!wanted.every((item) => listOf(data['items']).includes(item)))
        review.faults.push('the opinion left something out');
      review.faults.push(...reviewerFaults(history, world, review.kind, at));
    }
  });
  return reviews;
}

/** What the review that must carry an act at `end` lacks. */
export function reviewFaults(
  history: readonly AnyAct[],
  world: World,
  legal: boolean,
  end: number,
): string[] {
  const review = reviewsOf(history.slice(0, end), world).findLast(
    ({ kind, concludedAt }) => concludedAt >= 0 && (!legal || kind === 'legal'),
  );
  if (!review) return ['no review was concluded'];
  const hearing = lastBefore(history, 'hearing.held', end);
  return [
    ...(review.agreed ? [] : ['the review did not agree']),
    ...(legal && review.concludedAt < hearing
      ? ['the review was concluded before the hearing']
      : []),
    ...review.faults,
  ];
}

/** Whether the law, the bureau or its list sends the case to legal review, as it stands before `end`. */
export function needsLegal(
  history: readonly AnyAct[],
  world: World,
  fine: number,
  end: number,
): boolean {
  return (
    world.always ||
    world.complex ||
    fine >= world.listFrom ||
    lastBefore(history, 'hearing.held', end) >= 0
  );
}

/** What is wrong with the notice that came last before `end`, or with there being none. */
export function noticeFaults(history: readonly AnyAct[], world: World, end: number): string[] {
  const at = lastBefore(history, 'notice.served', end);
  const notice = history[at];
  if (!notice) return ['no notice was served'];
  const told = listOf(dataOf(notice)['contents']);
  const faults =
    fineOf(dataOf(notice)) >= world.hearingFrom && !told.includes('hearing-right')
      ? ['the right to a hearing was not told']
      : [];
  const proposed = lastBefore(history, 'proposal.approved', at);
  const proposal = history[proposed];
  if (!proposal) return [...faults, 'nobody approved the proposal'];
  if (!world.heads.has(String(dataOf(proposal)['approvedBy'])))
    faults.push('the head did not approve the proposal');
  const basis =
    history[lastBefore(history, 'notice.served', proposed)] ??
    history[lastBefore(history, 'investigation.concluded', proposed)];
  if (!basis) return [...faults, 'the proposal came before the end of the investigation'];
  return [
    ...faults,
    ...reviewFaults(
      history,
      world,
      needsLegal(history, world, fineOf(dataOf(basis)), proposed),
      proposed,
    ).map((fault) => `at the proposal ${fault}`),
  ];
}

const DAY = 86_400_000;

/** What is wrong with the hearing the party asked for since the last notice before `end`. */
export function hearingFaults(history: readonly AnyAct[], _world: World, end: number): string[] {
  const faults: string[] = [];
  const notice = lastBefore(history, 'notice.served', end);
  const asked = lastBefore(history, 'hearing.requested', end);
  const withdrawn = history
    .slice(asked + 1, end)
    .some(
      (act) => act.code === 'statement.waived' && listOf(dataOf(act)['rights']).includes('hearing'),
    );
  const held = lastBefore(history, 'hearing.held', end);
  if (asked > notice && held < asked && !withdrawn)
    faults.push('the party still waits for its hearing');
  const hearing = history[held];
  if (!hearing) return faults;
  const calledAt = lastBefore(history, 'hearing.notified', held);
  const called = history[calledAt];
  const askedFor = lastBefore(history, 'hearing.requested', calledAt);
  if (askedFor < 0 || lastBefore(history, 'notice.served', askedFor) < 0)
    faults.push('nobody asked for the hearing after a notice');
  // Seven working days are never fewer than nine days.
  if (!called || hearing.at.ms - called.at.ms < 9 * DAY)
    faults.push('the hearing was called too late');
  for (const at of [calledAt, held]) {
    const act = history[at];
    if (act && tookPart(history, String(dataOf(act)['chair']), at))
      faults.push('the chair handled the case');
  }
  return faults;
}

/** Why the decision that ends the history was not lawfully reached. */
export function whyUnlawful(history: readonly AnyAct[], world: World): string[] {
  const end = history.length - 1;
  const decision = history[end];
  if (!decision) return [];
  const data = dataOf(decision);
  const faults: string[] = [];
  if (lastBefore(history, 'decision.made', end) >= 0) faults.push('the case was decided already');
  if (!world.heads.has(String(data['approvedBy']))) faults.push('the head did not approve');
  const concluded = lastBefore(history, 'investigation.concluded', end);
  if (concluded < 0) faults.push('the investigation was not concluded');
  const punishes = data['outcome'] === 'penalty';
  const told = history[lastBefore(history, 'notice.served', end)];
  const proposed = history[concluded];
  // A decision that names no penalty is measured by the one last put forward.
  const fine = 'penalty' in data ? fineOf(data) : fineOf(dataOf(told ?? proposed ?? decision));
  const legal = needsLegal(history, world, fine, end);
  faults.push(...reviewFaults(history, world, legal, end));
  if (legal) {
    const review = reviewsOf(history, world).findLast(
      ({ kind, concludedAt }) => concludedAt >= 0 && kind === 'legal',
    );
    if (review && review.draft !== data['draft']) faults.push('another text was reviewed');
  }
  if (!punishes) return faults;
  faults.push(...noticeFaults(history, world, end), ...hearingFaults(history, world, end));
  // Five working days are never fewer than seven days.
  if (told && decision.at.ms - told.at.ms < 7 * DAY)
    faults.push('the party still had time to speak');
  const hearing = lastBefore(history, 'hearing.held', end);
  if (world.complex || hearing >= 0) {
    const discussed = lastBefore(history, 'discussion.held', end);
    if (discussed < 0 || discussed < hearing) faults.push('the heads did not discuss it');
    else if (lastBefore(history, 'investigation.concluded', discussed) < 0)
      faults.push('it was discussed before the investigation ended');
  }
  return faults;
}
