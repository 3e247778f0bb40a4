/** One piece of evidence in place: the photo large, the recording played from any second, the PDF to read. */
import type { ExhibitView } from '../../matter/matter.api.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';

export function exhibitAddress(matter: string, exhibit: string): string {
  return `/api/matters/${matter}/exhibits/${exhibit}`;
}

export type ShownAs = 'photo' | 'video' | 'audio' | 'pdf' | 'file';

/** How a browser shows a file of this media type. */
export function shownAs(type: string): ShownAs {
  const [kind] = type.split('/');
  if (kind === 'image') return 'photo';
  if (kind === 'video' || kind === 'audio') return kind;
  return type === 'application/pdf' ? 'pdf' : 'file';
}

export function ExhibitOpen({
  matter,
  exhibit,
}: {
  readonly matter: string;
  readonly exhibit: ExhibitView;
}) {
  const address = exhibitAddress(matter, exhibit.id);
  return (
    <div className="exhibits-open">
      <Shown address={address} exhibit={exhibit} />
      <p className="exhibits-open-foot">
        <a href={address} target="_blank" rel="noreferrer">
          {EXHIBIT_TEXTS.newWindow}
        </a>
        <a href={`${address}?download=1`} download>
          {EXHIBIT_TEXTS.download}
        </a>
      </p>
    </div>
  );
}

function Shown({ address, exhibit }: { readonly address: string; readonly exhibit: ExhibitView }) {
  switch (shownAs(exhibit.type)) {
    case 'photo':
      return <img src={address} alt={exhibit.name} />;
    case 'video':
      return (
        // Evidence is shown as it was made; what is said in it stands in the transcripts.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video src={address} controls preload="metadata" aria-label={exhibit.name} />
      );
    case 'audio':
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      return <audio src={address} controls preload="metadata" aria-label={exhibit.name} />;
    case 'pdf':
      // The browser's reader of PDF does not run in a sandbox; the answer carries what keeps it harmless.
      return (
        <>
          {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
          <iframe src={`${address}#navpanes=0&view=FitH`} title={exhibit.name} />
          <a className="pdf-open" href={address} target="_blank" rel="noreferrer">
            {EXHIBIT_TEXTS.openFile}
          </a>
        </>
      );
    case 'file':
      return null;
  }
}
