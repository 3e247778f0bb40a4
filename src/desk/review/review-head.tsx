/** Head of the reviewer's desk: whose matter, which round, on which grounds, until when. */
import type { MatterView } from '../../matter/matter.api.ts';
import { Link } from 'react-router';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { chipOfClock } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { dayOf, dayWords, momentWords } from '../words/dates.ts';
import { roundOf } from './files.ts';
import { REVIEW_FORM } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

export function ReviewHead({ matter }: { readonly matter: MatterView }) {
  const today = dayOf(serverNow());
  const { party, subject, review, acts } = matter;
  const requested = acts.find((act) => act.type === 'review.requested');
  const grounds = review.grounds.map(groundName);
  const kind = useReviewKind(matter);
  return (
    <header className="review-head">
      <div>
        <h1>
          {party.name} <span>{subject}</span>
        </h1>
        <p>
          <span>{T.round(roundOf(matter))}</span>
          <span>{T.kinds[kind] ?? kind}</span>
          {grounds.length > 0 && <span>{T.grounds([...new Set(grounds)].join('；'))}</span>}
          {matter.caseNumber !== null && <span>{matter.caseNumber}</span>}
        </p>
      </div>
      <div className="review-clock">
        <ReviewClock matter={matter} today={today} />
        {requested && (
          <p>
            {T.submitted(
              requested.by.map(({ name }) => name).join('、'),
              momentWords(requested.happened, today),
            )}
          </p>
        )}
      </div>
    </header>
  );
}

function ReviewClock({ matter, today }: { readonly matter: MatterView; readonly today: string }) {
  const isReviewer = useHas('reviewer');
  const clock = matter.clocks.findLast(({ name }) => name === 'review');
  if (matter.review.status === 'requested' || !clock) return <p>{T.notAccepted}</p>;
  return (
    <p>
      <ClockChip chip={chipOfClock(clock)} />
      {clock.due !== null && <strong>{T.until(dayWords(clock.due, today))}</strong>}
      <ExplainedDate matter={matter.id} clock={clock.id} hasKey />
      {isReviewer && matter.review.status === 'accepted' && (
        <Link to={`/matters/${matter.id}/acts/review.extended`}>{T.extend}</Link>
      )}
    </p>
  );
}

/** The review that was asked for; it may be more than the matter needs. */
function useReviewKind(matter: MatterView): string {
  const { data } = useAnswer('Form', `/matters/${matter.id}/forms/review.concluded`);
  const sheet = data?.documents.find(({ code }) => code === REVIEW_FORM);
  const kind = sheet?.values['review-kind'];
  return typeof kind === 'string' ? kind : matter.review.kind;
}

function groundName(ground: string): string {
  return T.groundNames[ground] ?? T.groundListed;
}
