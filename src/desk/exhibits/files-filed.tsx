/** The files of an act that has just been recorded, on their way into evidence. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useRefresh } from '../api/use-answer.ts';
import type { DraftFile } from '../drafts/draft.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { momentText } from '../words/dates.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { fileUpload, filingIds } from './filing.ts';
import { forgetUploads, uploadItems } from './uploads.ts';

export interface FilesFiledProps {
  readonly matter: string;
  /** Position of the act they belong to; null for a request, whose act is not there yet. */
  readonly of: number | null;
  readonly files: readonly DraftFile[];
  readonly onFiled: () => void;
}

export function FilesFiled({ matter, of, files, onFiled }: FilesFiledProps) {
  const { person } = useSession();
  const refresh = useRefresh();
  const [problem, setProblem] = useState<unknown>(null);
  const [count, setCount] = useState(0);
  // The commands of the first attempt, so that another has the same effect.
  const [plan] = useState(() =>
    files.map((file) => ({ ...file, ids: filingIds(), at: momentText(serverNow()) })),
  );
  const busy = useRef(false);
  const fileAll = useCallback(async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    try {
      for (const { upload, name, ids, at } of plan) {
        const claims = { upload, name, of, note: '', source: '', isRecording: false, gap: '' };
        await fileUpload(matter, claims, ids, person.id, at);
      }
      const keys = uploadItems().flatMap((item) =>
        plan.some(({ upload }) => upload === item.upload) ? [item.key] : [],
      );
      forgetUploads(keys);
      setCount(plan.length);
      onFiled();
      void refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      busy.current = false;
    }
  }, [matter, of, onFiled, person.id, plan, refresh]);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || plan.length === 0) return;
    begun.current = true;
    void fileAll();
  }, [fileAll, plan.length]);
  if (problem !== null)
    return (
      <div>
        <p>{EXHIBIT_TEXTS.filesFailed}</p>
        <ProblemNotice problem={problem} retry={() => void fileAll()} />
      </div>
    );
  return count > 0 ? <p role="status">{EXHIBIT_TEXTS.filesDone(count)}</p> : null;
}
