/** The register of people as lists ask for it. Pure. */
import type { PersonView } from '../../staff/staff.api.ts';
import { daysBetween } from '../words/dates.ts';

export type CertificateState =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid' | 'expired' | 'future' }
  | { readonly kind: 'expiring'; readonly days: number };

/** Days before its end from which a certificate is shown as ending. */
const SOON = 30;

/** How a certificate stands on that day; it is valid on its first and its last day. */
export function certificateState(
  certificate: Pick<NonNullable<PersonView['certificate']>, 'from' | 'until'> | null,
  today: string,
): CertificateState {
  if (certificate === null) return { kind: 'none' };
  if (certificate.until < today) return { kind: 'expired' };
  if (certificate.from > today) return { kind: 'future' };
  const days = daysBetween(today, certificate.until);
  return days <= SOON ? { kind: 'expiring', days } : { kind: 'valid' };
}

export interface PeopleFilter {
  readonly text: string;
  readonly unit: string;
  readonly role: string;
  readonly state: string;
}

/** Whether the filter shows the person; people who left are shown only when asked for. */
export function isListed(person: PersonView, filter: PeopleFilter, today: string): boolean {
  const { name, post, certificate, roles, duties, unit } = person;
  const text = filter.text.trim();
  if (text !== '' && ![name, post, certificate?.number ?? ''].some((one) => one.includes(text)))
    return false;
  if (filter.unit !== '' && unit !== filter.unit) return false;
  if (filter.role !== '' && ![...roles, ...duties].includes(filter.role)) return false;
  if (!person.active) return filter.state === 'left';
  switch (filter.state) {
    case '':
      return true;
    case 'expired':
    case 'expiring':
      return certificateState(certificate, today).kind === filter.state;
    case 'uncertified':
      return certificate === null && roles.includes('officer');
    case 'untrained':
      return person.trained === null;
    case 'account':
      return person.login !== null;
    default:
      return false;
  }
}
