/** A certificate in a line: its number, and how long it holds. What has run out is said in words and a bar, not in red. */
import type { PersonView } from '../../staff/staff.api.ts';
import { Sign } from '../parts/sign.tsx';
import { dayWords } from '../words/dates.ts';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { certificateState } from './register.ts';

export function CertificateLine({
  certificate,
  today,
}: {
  readonly certificate: PersonView['certificate'];
  readonly today: string;
}) {
  if (certificate === null) return null;
  const state = certificateState(certificate, today);
  const until = dayWords(certificate.until, today);
  return (
    <span className="people-two">
      <span>{certificate.number}</span>
      {state.kind === 'expired' ? (
        <b className="people-expired">
          <Sign name="stop" size={13} /> {T.expired(until)}
        </b>
      ) : (
        <small>
          {state.kind === 'future'
            ? T.notYet(dayWords(certificate.from, today))
            : state.kind === 'expiring'
              ? T.expiring(until, state.days)
              : T.certificateUntil(until)}
        </small>
      )}
    </span>
  );
}
