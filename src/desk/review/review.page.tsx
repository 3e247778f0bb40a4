/** The legal reviewer's desk: the file, what is being read, and the answers, side by side. */
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import '../offices/offices.css';
import './review.css';
import './answering.css';
import { Acceptance } from './acceptance.tsx';
import { Answering } from './answering.tsx';
import { REVIEW_FORM } from './review-form.ts';
import { ReviewHead } from './review-head.tsx';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import { useReading } from './use-reading.ts';
import { FilesColumn } from './files-column.tsx';
import { ReadingPane } from './reading-pane.tsx';

export function Page() {
  const { matter: id = '' } = useParams();
  const matter = useAnswer('Matter', `/matters/${id}`);
  return (
    <Loaded of={matter} lines={12}>
      {(view) => <Desk key={view.id} matter={view} />}
    </Loaded>
  );
}

function Desk({ matter }: { readonly matter: MatterView }) {
  const reading = useReading(matter);
  return (
    <div className="review">
      <ReviewHead matter={matter} />
      <div className="review-columns">
        <FilesColumn groups={reading.groups} chosen={reading.chosen.key} onOpen={reading.open} />
        <ReadingPane matter={matter} reading={reading} />
        <section className="review-answers" aria-label={T.opinion}>
          <Stage matter={matter} reading={reading} />
        </section>
      </div>
    </div>
  );
}

/** What the reviewer can do now: accept, answer, or nothing. */
function Stage({
  matter,
  reading,
}: {
  readonly matter: MatterView;
  readonly reading: ReturnType<typeof useReading>;
}) {
  const isReviewer = useHas('reviewer');
  const { status } = matter.review;
  if (isReviewer && status === 'requested') return <Acceptance matter={matter} reading={reading} />;
  if (isReviewer && status === 'accepted') return <Answering matter={matter} reading={reading} />;
  const opinion = reading.files.findLast(
    (file) => file.kind === 'document' && file.document.code === REVIEW_FORM,
  );
  return (
    <Empty
      action={
        <span className="review-links">
          {opinion && <Button onClick={() => reading.open(opinion.key)}>{T.seeOpinion}</Button>}
          <Link to={`/matters/${matter.id}`}>{T.toMatter}</Link>
        </span>
      }
    >
      {T.stages[status] ?? T.nothing}
    </Empty>
  );
}
