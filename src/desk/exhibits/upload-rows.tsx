/** Uploads one below the other: how far each is, what went wrong, pause and go on. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.ts';
import { Sign } from '../parts/sign.tsx';
import { sizeWords } from '../words/amounts.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { dropUpload, pauseUpload, resumeUpload, type UploadItem } from './uploads.ts';

export interface UploadRowsProps {
  readonly items: readonly UploadItem[];
  /** What stands under a file that has been stored. */
  readonly renderUnder?: (item: UploadItem) => ReactNode;
}

export function UploadRows({ items, renderUnder }: UploadRowsProps) {
  if (items.length === 0) return null;
  return (
    <ul className="exhibits-uploads">
      {items.map((item) => (
        <li key={item.key}>
          <UploadRow item={item} />
          {item.state === 'stored' && renderUnder?.(item)}
        </li>
      ))}
    </ul>
  );
}

function UploadRow({ item }: { readonly item: UploadItem }) {
  const { key, name, size, sent, state, problem, warnings } = item;
  const isGoing = state === 'sending' || state === 'preparing';
  return (
    <div className="exhibits-upload">
      <strong>{name}</strong>
      <span className="note" role="status">
        {stateWords(item)}
      </span>
      <span className="exhibits-upload-tools">
        {isGoing && (
          <Button size="small" onClick={() => void pauseUpload(key)}>
            {EXHIBIT_TEXTS.pause}
          </Button>
        )}
        {(state === 'paused' || state === 'lost') && (
          <Button size="small" onClick={() => resumeUpload(key)}>
            {state === 'lost' ? EXHIBIT_TEXTS.again : EXHIBIT_TEXTS.resume}
          </Button>
        )}
        <Button
          size="small"
          type="text"
          aria-label={EXHIBIT_TEXTS.dropOf(name)}
          onClick={() => void dropUpload(key)}
        >
          {EXHIBIT_TEXTS.drop}
        </Button>
      </span>
      {state !== 'stored' && state !== 'refused' && (
        <progress max={size} value={sent} aria-label={EXHIBIT_TEXTS.progress(name)} />
      )}
      {problem !== null && (
        <p className="field-fault" role="alert">
          <Sign name="stop" size={14} />
          <span>
            {wordsOf(problem).title}：{wordsOf(problem).detail}
          </span>
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="field-fault">
          <Sign name="stop" size={14} />
          {warning}
        </p>
      ))}
    </div>
  );
}

function stateWords({ state, sent, size }: UploadItem): string {
  switch (state) {
    case 'preparing':
      return EXHIBIT_TEXTS.preparing;
    case 'sending':
      return EXHIBIT_TEXTS.sending(sizeWords(sent), sizeWords(size));
    case 'paused':
      return EXHIBIT_TEXTS.paused(sizeWords(sent), sizeWords(size));
    case 'checking':
      return EXHIBIT_TEXTS.checking;
    case 'stored':
      return `${sizeWords(size)}　${EXHIBIT_TEXTS.stored}`;
    case 'refused':
      return EXHIBIT_TEXTS.refused;
    case 'lost':
      return EXHIBIT_TEXTS.lost;
  }
}
