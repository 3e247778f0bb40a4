/** How the party was heard before the decision (行政处罚法 art. 44, 45, 63). Pure. */
import { has, type Matter } from './matter.ts';

/** The furthest it went so far, in the values of the item `statement-kind` of a decision. */
export function heardKind(matter: Matter): 'hearing' | 'statement' | 'none' {
  if (has(matter, 'hearing.held')) return 'hearing';
  return has(matter, 'statement.heard') || has(matter, 'statement.reviewed') ? 'statement' : 'none';
}
