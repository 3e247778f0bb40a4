/** The legal reviewer's desk: the file, what is being read, and the answers, side by side. */
import { useParams } from 'react-router';
import type { MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Link } from 'react-router';
import '../offices/offices.css';
import './review.css';
import { Acceptance } from './acceptance.tsx';
import { Answering } from './answering.tsx';
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
  return (
    <Empty action={<Link to={`/matters/${matter.id}`}>{T.toMatter}</Link>}>
      {status === 'passed' || status === 'not-passed' ? T.signed : T.nothing}
    </Empty>
  );
}
