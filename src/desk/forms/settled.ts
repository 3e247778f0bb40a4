/** A request for approval that has been answered: what was asked, and what came of it. Pure. */
import type { ActView, MatterView } from '../../matter/matter.api.ts';

export interface Settled {
  /** The act by which it was asked for. */
  readonly asked: ActView;
  /** What settled it, in order: the approval and then the act carried out on it, the act itself, or the refusal. */
  readonly answers: readonly ActView[];
  readonly outcome: 'approved' | 'refused';
  /** The act that approved or refused it. */
  readonly answer: ActView;
}

/** What became of the request at that position; null while it waits or can still be carried out, and for none. */
export function settledRequest(
  { acts, requests }: Pick<MatterView, 'acts' | 'requests'>,
  seq: number,
): Settled | null {
  if (requests.some((request) => request.seq === seq)) return null;
  const asked = acts.find((act) => act.seq === seq && act.type === 'approval.requested');
  const answers = acts
    .filter(({ settles }) => settles === seq)
    .toSorted((one, other) => one.seq - other.seq);
  const [answer] = answers;
  if (!asked || !answer) return null;
  const outcome = answer.type === 'approval.refused' ? 'refused' : 'approved';
  return { asked, answers, outcome, answer };
}
