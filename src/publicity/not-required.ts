/** Why a decision need not be published at all. Pure. */
import { isMoreThanWarning, NO_PENALTY } from '../decision/penalty.ts';
import { lastOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import { isPublicationRequired } from './channels.ts';

/** The one ground that holds; null where publication is required, or nothing is decided yet. */
export type NotRequiredGround = 'no-penalty' | 'warning-only' | 'summary' | 'not-granted';

export function notRequiredGround(matter: Matter, law: Law): NotRequiredGround | null {
  const decision = lastOf(matter, 'decision.made');
  if (!decision || isPublicationRequired(matter, law)) return null;
  const { id } = matter.procedure;
  if (id !== 'penalty.ordinary' && id !== 'penalty.summary') return 'not-granted';
  if (decision.data.outcome !== 'penalty') return 'no-penalty';
  return isMoreThanWarning(decision.data.penalty ?? NO_PENALTY) ? 'summary' : 'warning-only';
}
