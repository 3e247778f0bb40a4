/** The list of legal reviewers: from when until when, and whether qualified (行政处罚法 art. 58). */
import type { PersonView } from '../../staff/staff.api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../words/dates.ts';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { PersonAct } from './person-act.tsx';

/** The day since which a first-time reviewer must hold the licence: a rule, not a number of this page. */
const SINCE = 'review.licence.since';

export function Listing({
  person,
  mayChange,
  today,
}: {
  readonly person: PersonView;
  readonly mayChange: boolean;
  readonly today: string;
}) {
  const { listing } = person;
  const rule = useAnswer('Rule', `/law/${SINCE}`, {}, { enabled: mayChange });
  const licenceSince = rule.data?.chosen?.value;
  return (
    <section className="office-panel">
      <h2>{T.sections.review}</h2>
      {listing === null ? (
        <p>{T.notListed}</p>
      ) : (
        <ul className="people-listing">
          <li>{T.listedSpan(dayWords(listing.from, ''), dayWords(listing.until, ''))}</li>
          <li>{listing.lawLicence ? T.licence : T.noLicence}</li>
          {listing.firstReviewOn !== null && (
            <li>{T.firstReview(dayWords(listing.firstReviewOn, ''))}</li>
          )}
          <li>{listing.qualified ? T.qualified : T.unqualified}</li>
        </ul>
      )}
      {mayChange && person.active && typeof licenceSince === 'string' && (
        <div className="people-acts">
          <PersonAct
            person={person.id}
            act="reviewer.listed"
            fixed={{ licenceSince }}
            initial={{ from: today }}
            fields={[
              { name: 'lawLicence', label: T.fields.lawLicence, kind: 'yes-no' },
              {
                name: 'licenceNumber',
                label: T.fields.licenceNumber,
                kind: 'line',
                optional: true,
                neededWith: 'lawLicence',
              },
              {
                name: 'firstReviewOn',
                label: T.fields.firstReviewOn,
                kind: 'day',
                optional: true,
                hint: T.hints.firstReviewOn(dayWords(licenceSince, '')),
              },
              { name: 'from', label: T.fields.listedFrom, kind: 'day' },
              { name: 'until', label: T.fields.listedUntil, kind: 'day' },
            ]}
          />
        </div>
      )}
    </section>
  );
}
