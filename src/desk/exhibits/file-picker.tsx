/** Choosing files, dropping them here, taking pictures: everything that begins an upload of a place. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PreviousUpload } from 'tus-js-client';
import { newId } from '../api/client.ts';
import { Camera } from './camera.tsx';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { LeftTakes } from './left-takes.tsx';
import type { Take } from './take.ts';
import { dropUnfinished, startUpload, unfinishedUploads } from './uploads.ts';
import { useUploads } from './use-uploads.ts';

export interface FilePickerProps {
  readonly place: string;
  /** A recording or photo was taken and its upload begun, under this key. */
  readonly onTake?: (take: Take, key: string) => void;
}

export function FilePicker({ place, onTake }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const [over, setOver] = useState(false);
  function begin(files: FileList | null): void {
    for (const file of files ?? []) startUpload(place, file, newId());
  }
  function take(taken: Take): void {
    startUpload(place, taken.file, taken.id);
    onTake?.(taken, taken.id);
  }
  return (
    <div
      className="exhibits-picker"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        begin(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-label={EXHIBIT_TEXTS.pick}
        onChange={({ target }) => {
          begin(target.files);
          target.value = '';
        }}
      />
      <div className="exhibits-picker-tools">
        <Button onClick={() => input.current?.click()}>{EXHIBIT_TEXTS.pick}</Button>
        <Button aria-expanded={camera} onClick={() => setCamera(!camera)}>
          {camera ? EXHIBIT_TEXTS.cameraClose : EXHIBIT_TEXTS.camera}
        </Button>
      </div>
      <p className="note">{EXHIBIT_TEXTS.pickHint}</p>
      {camera && <Camera place={place} onTake={take} />}
      <LeftTakes place={place} onTake={take} />
      <Unfinished place={place} />
    </div>
  );
}

function Unfinished({ place }: { readonly place: string }) {
  const [all, setAll] = useState<readonly PreviousUpload[]>([]);
  const items = useUploads(place);
  useEffect(() => {
    let left = false;
    async function find(): Promise<void> {
      const found = await unfinishedUploads(place);
      if (!left) setAll(found);
    }
    void find();
    return () => {
      left = true;
    };
  }, [place]);
  // One that goes on under way is no longer left over.
  const left = all.filter(
    ({ metadata, size }) =>
      !items.some((item) => item.name === metadata['filename'] && item.size === size),
  );
  async function drop(one: PreviousUpload): Promise<void> {
    await dropUnfinished(one);
    setAll(all.filter((other) => other !== one));
  }
  if (left.length === 0) return null;
  return (
    <div className="exhibits-left">
      <strong>{EXHIBIT_TEXTS.unfinished}</strong>
      <span className="note">{EXHIBIT_TEXTS.unfinishedHint}</span>
      <ul>
        {left.map((one) => (
          <li key={one.urlStorageKey}>
            {one.metadata['filename']}
            <button type="button" className="link" onClick={() => void drop(one)}>
              {EXHIBIT_TEXTS.drop}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
