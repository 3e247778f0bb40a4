/** The files of the matter; on a narrow screen a list to choose from. */
import type { FileGroup } from './files.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

export interface FilesColumnProps {
  readonly groups: readonly FileGroup[];
  readonly chosen: string;
  readonly onOpen: (key: string) => void;
}

export function FilesColumn({ groups, chosen, onOpen }: FilesColumnProps) {
  const count = groups.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <nav className="review-files" aria-label={T.files}>
      <p className="review-files-count">
        <strong>{T.files}</strong> {T.filesCount(count)}
      </p>
      <div className="review-files-list">
        {groups.map(({ title, files }) => (
          <div key={title} role="group" aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {files.map((file) => (
                <li key={file.key}>
                  <button
                    type="button"
                    title={file.title}
                    aria-current={file.key === chosen ? 'true' : undefined}
                    onClick={() => onOpen(file.key)}
                  >
                    <span>{file.title}</span>
                    <small>{file.mark}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <select
        className="review-files-select office-input"
        aria-label={T.chooseFile}
        value={chosen}
        onChange={(event) => onOpen(event.target.value)}
      >
        {groups.map(({ title, files }) => (
          <optgroup key={title} label={title}>
            {files.map((file) => (
              <option key={file.key} value={file.key}>
                {file.title} {file.mark}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </nav>
  );
}
