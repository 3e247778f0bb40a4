/** Files that go into evidence together with an act that is being written. */
import { useEffect } from 'react';
import type { DraftFile } from '../drafts/draft.ts';
import { FORM_TEXTS } from '../forms/form.texts.ts';
import { FilePicker } from './file-picker.tsx';
import { UploadRows } from './upload-rows.tsx';
import { forgetUploads } from './uploads.ts';
import { useUploads } from './use-uploads.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import './exhibits.css';

export interface FormFilesProps {
  /** What the uploads belong to: one form of one matter. */
  readonly place: string;
  /** Files already uploaded; they stay with the draft. */
  readonly files: readonly DraftFile[];
  readonly onChange: (files: readonly DraftFile[]) => void;
}

export function FormFiles({ place, files, onChange }: FormFilesProps) {
  const items = useUploads(place);
  const known = files.map(({ upload }) => upload);
  const fresh = items.flatMap(({ upload, name }) =>
    upload !== null && !known.includes(upload) ? [{ upload, name }] : [],
  );
  useEffect(() => {
    if (fresh.length > 0) onChange([...files, ...fresh]);
  });
  const shown = items.filter(({ upload }) => upload === null);
  return (
    <section className="forms-part" aria-labelledby="forms-files">
      <header className="forms-part-head">
        <h2 id="forms-files">{FORM_TEXTS.files}</h2>
        <span className="note">{FORM_TEXTS.filesHint}</span>
      </header>
      <FilePicker place={place} />
      <UploadRows items={shown} />
      {files.length > 0 && (
        <ul className="exhibits-uploads">
          {files.map(({ upload, name }) => (
            <li key={upload} className="exhibits-upload">
              <strong>{name}</strong>
              <span className="note">{EXHIBIT_TEXTS.stored}</span>
              <button
                type="button"
                className="link exhibits-upload-tools"
                aria-label={EXHIBIT_TEXTS.dropOf(name)}
                onClick={() => {
                  // Off the list first, or it would come back as one that has just been stored.
                  forgetUploads(items.filter((one) => one.upload === upload).map(({ key }) => key));
                  onChange(files.filter((one) => one.upload !== upload));
                }}
              >
                {EXHIBIT_TEXTS.drop}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
