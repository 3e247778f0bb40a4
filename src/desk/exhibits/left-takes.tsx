/** Takes that a reload or a crash left behind: they can still be uploaded. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { sizeWords } from '../words/amounts.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { type Take, takeFile } from './take.ts';
import { dropTake, keptTakes, slicesOf } from './takes.store.ts';
import { uploadItems } from './uploads.ts';

export function LeftTakes({
  place,
  onTake,
}: {
  readonly place: string;
  readonly onTake: (take: Take) => void;
}) {
  const [left, setLeft] = useState<readonly Take[]>([]);
  useEffect(() => {
    void leftTakes(place).then(setLeft, () => undefined);
  }, [place]);
  if (left.length === 0) return null;
  const without = (take: Take): void => setLeft(left.filter((one) => one !== take));
  return (
    <div className="exhibits-left">
      <strong>{EXHIBIT_TEXTS.takesLeft}</strong>
      <span className="note">{EXHIBIT_TEXTS.takesHint}</span>
      <ul>
        {left.map((take) => (
          <li key={take.id}>
            {take.file.name}　{sizeWords(take.file.size)}
            <Button
              size="small"
              onClick={() => {
                without(take);
                onTake(take);
              }}
            >
              {EXHIBIT_TEXTS.takeUpload}
            </Button>
            <button
              type="button"
              className="link"
              onClick={() => {
                without(take);
                void dropTake(take.id);
              }}
            >
              {EXHIBIT_TEXTS.takeDrop}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function leftTakes(place: string): Promise<Take[]> {
  const kept = await keptTakes(place);
  const known = new Set(uploadItems().map(({ key }) => key));
  return Promise.all(
    kept
      .filter(({ id }) => !known.has(id))
      .map(async ({ id, kind, type, startedAt, stoppedAt }) => ({
        id,
        kind,
        startedAt,
        stoppedAt,
        file: takeFile(kind, await slicesOf(id), type, startedAt),
      })),
  );
}
