/** Putting uploaded files in evidence: the act of filing, and where it is one the act that records the recording. */
import { newId, sendCommand } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { momentText } from '../words/dates.ts';

/** What is said of a file when it is put in evidence. */
export interface Claims {
  readonly upload: string;
  readonly name: string;
  /** Position of the act it belongs to; null for none. */
  readonly of: number | null;
  readonly note: string;
  readonly source: string;
  /** Whether it is the sound and picture the act must leave (执法全过程记录). */
  readonly isRecording: boolean;
  /** Why the recording was interrupted; empty when it was not. */
  readonly gap: string;
}

/** The ids of the acts and of the exhibit: made once, so that trying again has one effect. */
export interface FilingIds {
  readonly filed: string;
  readonly exhibit: string;
  readonly recorded: string;
  readonly stored: string;
}

export function filingIds(): FilingIds {
  return { filed: newId(), exhibit: newId(), recorded: newId(), stored: newId() };
}

/** The body of the filing. Pure. */
export function filingBody(
  { upload, name, of, note, source }: Claims,
  { filed, exhibit }: FilingIds,
  at: string,
): Readonly<Record<string, unknown>> {
  return {
    id: filed,
    at,
    exhibit,
    upload,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(of === null ? {} : { of }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(source === '' ? {} : { source }),
  };
}

/** The body of `record.av.made`. Pure. */
export function recordingBody(
  { of, gap }: Claims,
  { exhibit, recorded }: FilingIds,
  at: string,
  by: string,
): Readonly<Record<string, unknown>> {
  return {
    id: recorded,
    at,
    by: [by],
    fields: {
      id: exhibit,
      ...(of === null ? {} : { of }),
      ...(gap.trim() === '' ? {} : { 'gap-reason': gap.trim() }),
    },
  };
}

/** The body of `record.av.stored`: whoever uploads a recording has put it where it is kept. Pure. */
export function storedBody(
  { exhibit, stored }: FilingIds,
  at: string,
  by: string,
): Readonly<Record<string, unknown>> {
  return { id: stored, at, by: [by], fields: { id: exhibit } };
}

/** Files one upload. Rejects with Problem or NetworkLost; may be called again with the same ids. */
export async function fileUpload(
  matter: string,
  claims: Claims,
  ids: FilingIds,
  me: string,
  at = momentText(serverNow()),
): Promise<void> {
  await sendCommand<'Done'>('POST', `/matters/${matter}/exhibits`, filingBody(claims, ids, at));
  if (!claims.isRecording || claims.of === null) return;
  const acts = `/matters/${matter}/acts`;
  const made = recordingBody(claims, ids, at, me);
  await sendCommand<'Done'>('POST', `${acts}/record.av.made`, made);
  await sendCommand<'Done'>('POST', `${acts}/record.av.stored`, storedBody(ids, at, me));
}
