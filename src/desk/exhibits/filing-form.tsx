/** Uploads of a matter on their way into the file: what each is, which act it belongs to, and putting them in. */
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import type { MatterView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useRefresh } from '../api/use-answer.ts';
import { FORM_TEXTS } from '../forms/form.texts.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf, momentText, momentWords, timeWords } from '../words/dates.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { FilePicker } from './file-picker.tsx';
import { type Claims, type FilingIds, filingIds, fileUpload } from './filing.ts';
import type { Take } from './take.ts';
import { dropTake } from './takes.store.ts';
import { UploadRows } from './upload-rows.tsx';
import { forgetUploads, type UploadItem } from './uploads.ts';
import { useUploads } from './use-uploads.ts';

type Said = Partial<Omit<Claims, 'upload'>>;

export interface FilingFormProps {
  readonly matter: MatterView;
  /** The act the files belong to at first; null for none. */
  readonly of: number | null;
}

export function FilingForm({ matter, of }: FilingFormProps) {
  const { person } = useSession();
  const refresh = useRefresh();
  const items = useUploads(matter.id);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const attempts = useRef(new Map<string, { ids: FilingIds; at: string }>());
  const stored = items.filter(({ state }) => state === 'stored');
  const change = (key: string, more: Said): void =>
    setSaid((before) => ({ ...before, [key]: { ...before[key], ...more } }));
  const claimsOf = (item: UploadItem): Claims => ({
    upload: item.upload ?? '',
    name: item.name,
    of,
    note: '',
    source: '',
    isRecording: false,
    gap: '',
    ...said[item.key],
  });

  async function file(): Promise<void> {
    setRunning(true);
    setProblem(null);
    try {
      for (const item of stored) {
        const attempt = attempts.current.get(item.key) ?? {
          ids: filingIds(),
          at: momentText(serverNow()),
        };
        attempts.current.set(item.key, attempt);
        await fileUpload(matter.id, claimsOf(item), attempt.ids, person.id, attempt.at);
        await dropTake(item.key).catch(() => undefined);
        forgetUploads([item.key]);
      }
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(false);
      void refresh();
    }
  }

  return (
    <section className="exhibits-filing" aria-labelledby="exhibits-add">
      <h2 id="exhibits-add">{EXHIBIT_TEXTS.add}</h2>
      <FilePicker
        place={matter.id}
        onTake={(take, key) =>
          change(key, { ...saidOfTake(take), isRecording: isRecording(take, of) })
        }
      />
      <UploadRows
        items={items}
        renderUnder={(item) => (
          <ClaimFields
            claims={claimsOf(item)}
            matter={matter}
            onChange={(more) => change(item.key, more)}
          />
        )}
      />
      <ProblemNotice problem={problem} />
      {stored.length > 0 && (
        <div className="forms-submit">
          <Button type="primary" loading={running} onClick={() => void file()}>
            {running ? EXHIBIT_TEXTS.filing : EXHIBIT_TEXTS.file(stored.length)}
          </Button>
          <span className="note">{EXHIBIT_TEXTS.fileHint}</span>
        </div>
      )}
    </section>
  );
}

function isRecording({ kind }: Take, of: number | null): boolean {
  return kind !== 'photo' && of !== null;
}

/** What a take says of itself. */
export function saidOfTake({ kind, startedAt, stoppedAt }: Take): { source: string; note: string } {
  return {
    source: EXHIBIT_TEXTS.takeSource,
    note: kind === 'photo' ? '' : EXHIBIT_TEXTS.takeNote(clock(startedAt), clock(stoppedAt)),
  };
}

/** 2024-09-10 10:00:05. */
function clock(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 19) || timeWords(moment)}`;
}

function ClaimFields({
  claims,
  matter,
  onChange,
}: {
  readonly claims: Claims;
  readonly matter: MatterView;
  readonly onChange: (more: Said) => void;
}) {
  const id = useId();
  const today = dayOf(serverNow());
  const acts = matter.acts.filter(({ type }) => matter.possible.some(({ act }) => act === type));
  return (
    <div className="exhibits-claims">
      <label htmlFor={`${id}n`}>{EXHIBIT_TEXTS.name}</label>
      <Input
        id={`${id}n`}
        value={claims.name}
        maxLength={400}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <label htmlFor={`${id}o`}>{EXHIBIT_TEXTS.of}</label>
      <select
        id={`${id}o`}
        className="forms-input"
        value={claims.of ?? ''}
        onChange={({ target }) =>
          onChange({ of: target.value === '' ? null : Number(target.value) })
        }
      >
        <option value="">{EXHIBIT_TEXTS.ofNone}</option>
        {acts.map(({ seq, term, happened }) => (
          <option key={seq} value={seq}>
            {FORM_TEXTS.actLine(seq, term, momentWords(happened, today))}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}t`}>{EXHIBIT_TEXTS.note}</label>
      <Input
        id={`${id}t`}
        value={claims.note}
        maxLength={2000}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      {claims.of !== null && (
        <>
          <label className="exhibits-claims-check">
            <input
              type="checkbox"
              checked={claims.isRecording}
              onChange={({ target }) => onChange({ isRecording: target.checked })}
            />
            {EXHIBIT_TEXTS.isRecord}
          </label>
          {claims.isRecording && (
            <>
              <label htmlFor={`${id}g`}>{EXHIBIT_TEXTS.gap}</label>
              <Input
                id={`${id}g`}
                value={claims.gap}
                placeholder={EXHIBIT_TEXTS.gapHint}
                onChange={({ target }) => onChange({ gap: target.value })}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}
