/** Where an act is done: at a desk of its own where there is one for this person, otherwise in its form. Pure. */
import type { SessionView } from '../../staff/session.api.ts';
import { mayOpen, pageAt } from '../shell/page-list.ts';

/** Acts that have a desk of their own, and the address of it below the matter. */
const DESKS: Readonly<Record<string, string>> = {
  'review.accepted': 'review',
  'review.concluded': 'review',
  'publication.reviewed': 'publication',
  'publication.published': 'publication',
};

export function actAddress(
  matter: string,
  act: string,
  person: Pick<SessionView['person'], 'roles' | 'duties'>,
): string {
  const desk = DESKS[act];
  if (desk !== undefined) {
    const address = `/matters/${matter}/${desk}`;
    const page = pageAt(address);
    if (page && mayOpen(page, person)) return address;
  }
  return `/matters/${matter}/acts/${act}`;
}
