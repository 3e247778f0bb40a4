/** What is being read: a document page by page, a photo, a recording. */
import { useState } from 'react';
import type { ExhibitView, MatterView } from '../../matter/matter.api.ts';
import { address } from '../api/client.ts';
import { Paper } from '../offices/paper.tsx';
import { Lines } from '../parts/lines.tsx';
import { lengthWords, sizeWords } from '../words/amounts.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import type { Reading } from './use-reading.ts';

export function ReadingPane({
  matter,
  reading,
}: {
  readonly matter: MatterView;
  readonly reading: Reading;
}) {
  const { chosen, page } = reading;
  const [pages, setPages] = useState<number | null>(null);
  return (
    <section className="review-reading" aria-label={T.reading}>
      <header>
        <h2>{chosen.title}</h2>
        <span>
          {chosen.kind === 'exhibit' || pages === null ? chosen.mark : T.page(page, pages)}
        </span>
      </header>
      {/* Reached by keyboard too, so that the arrows scroll the paper. */}
      <div className="review-ground" tabIndex={0} role="group" aria-label={chosen.title}>
        <Opened key={chosen.key} matter={matter} reading={reading} onOpened={setPages} />
      </div>
    </section>
  );
}

interface OpenedProps {
  readonly matter: MatterView;
  readonly reading: Reading;
  readonly onOpened: (pages: number) => void;
}

function Opened({ matter, reading, onOpened }: OpenedProps) {
  const { chosen, draft, page, turnTo, countDraft } = reading;
  switch (chosen.kind) {
    case 'draft':
      if (draft === undefined) return <p>{T.draftFailed}</p>;
      if (draft === null) return <Lines count={10} />;
      return (
        <Paper
          source={draft}
          title={chosen.title}
          page={page}
          onPage={turnTo}
          onOpened={(pages) => {
            onOpened(pages);
            countDraft(pages);
          }}
        />
      );
    case 'document':
      return (
        <Paper
          source={address(
            `/matters/${matter.id}/documents/${chosen.document.seq}/${chosen.document.ordinal}`,
          )}
          title={chosen.title}
          page={page}
          onPage={turnTo}
          onOpened={onOpened}
        />
      );
    case 'exhibit':
      return <Exhibit matter={matter.id} exhibit={chosen.exhibit} />;
  }
}

function Exhibit({ matter, exhibit }: { readonly matter: string; readonly exhibit: ExhibitView }) {
  const url = address(`/matters/${matter}/exhibits/${exhibit.id}`);
  const [kind] = exhibit.type.split('/');
  return (
    <figure className="review-exhibit">
      {kind === 'image' && <img src={url} alt={exhibit.name} />}
      {kind === 'video' && <video src={url} controls preload="metadata" />}
      {kind === 'audio' && <audio src={url} controls preload="metadata" />}
      <figcaption>
        {exhibit.durationMs !== null && <span>{lengthWords(exhibit.durationMs)}</span>}
        <span>{sizeWords(exhibit.size)}</span>
        <span>{T.originalUntouched}</span>
        <a href={address(`/matters/${matter}/exhibits/${exhibit.id}`, { download: '1' })}>
          {T.download}
        </a>
        {kind !== 'image' && kind !== 'video' && kind !== 'audio' && <span>{T.noPreview}</span>}
      </figcaption>
    </figure>
  );
}
