/** A document read in place, byte for byte as it was sealed, and printed. */
import type { DocumentView } from '../../matter/matter.api.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';

export function documentAddress(
  matter: string,
  { seq, ordinal }: Pick<DocumentView, 'seq' | 'ordinal'>,
): string {
  return `/api/matters/${matter}/documents/${seq}/${ordinal}`;
}

export function DocumentOpen({
  address,
  document,
}: {
  readonly address: string;
  readonly document: DocumentView;
}) {
  return (
    <div className="exhibits-open">
      {/* The browser's reader of PDF does not run in a sandbox; the bytes are the server's own. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        src={`${address}#navpanes=0&view=FitH`}
        title={`${document.title}${document.number ?? ''}`}
      />
      <a className="pdf-open" href={address} target="_blank" rel="noreferrer">
        {EXHIBIT_TEXTS.openPaper}
      </a>
      <p className="exhibits-open-foot">
        <a href={address} target="_blank" rel="noreferrer">
          {EXHIBIT_TEXTS.newWindow}
        </a>
        <button
          type="button"
          className="link"
          onClick={({ currentTarget }) => printBeside(currentTarget)}
        >
          {EXHIBIT_TEXTS.print}
        </button>
      </p>
    </div>
  );
}

/** Prints the paper shown beside the button, and not the page around it. */
function printBeside(button: HTMLElement): void {
  const frame = button.closest('.exhibits-open')?.querySelector('iframe');
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}
