/**
 * The duty to record in text, sound and picture (行政处罚法 art. 47, 国办发〔2018〕118号): which acts need a
 * recording, and which records are missing.
 */
import { type AnyAct, actsOf, type Matter } from '../matter/matter.ts';
import { meets } from '../matter/procedure.ts';
import type { Law } from '../rule/law.ts';

export type AvLevel = 'full' | 'as-needed';
export type AvStatus = 'stored' | 'made' | 'skipped' | 'missing';

/** A recording duty of one act and how it stands. */
export interface AvDuty {
  readonly act: AnyAct;
  readonly level: AvLevel;
  readonly status: AvStatus;
}

/** How far an act must be recorded; null where it need not be. */
export function avLevel(act: AnyAct, matter: Matter, law: Law): AvLevel | null {
  if (matter.procedure.id === 'adjudication' && act.code === 'evidence.recorded') return null;
  const { day } = act.at;
  const duty = law
    .value('av.duties', day)
    .find((row) => row.act === act.code && meets(row.when, act.data));
  if (!duty) return null;
  return duty.level === 'contested' ? law.value('av.contested', day) : duty.level;
}

export function avDuties(matter: Matter, law: Law): AvDuty[] {
  return matter.acts.flatMap((act) => {
    const level = avLevel(act, matter, law);
    return level ? [{ act, level, status: avStatus(matter, act, level) }] : [];
  });
}

function avStatus(matter: Matter, act: AnyAct, level: AvLevel): AvStatus {
  const made = actsOf(matter, 'record.av.made').filter((recording) => recording.data.of === act.n);
  const stored = new Set(actsOf(matter, 'record.av.stored').map((recording) => recording.data.id));
  if (made.some((recording) => stored.has(recording.data.id))) return 'stored';
  if (made.length > 0) return 'made';
  const skipped = actsOf(matter, 'record.av.skipped').some((note) => note.data.of === act.n);
  return level === 'as-needed' && skipped ? 'skipped' : 'missing';
}

/** Acts whose recording is not in the store, and not lawfully done without. */
export function missingRecordings(matter: Matter, law: Law): AnyAct[] {
  return avDuties(matter, law).flatMap(({ act, status }) =>
    status === 'missing' || status === 'made' ? [act] : [],
  );
}

/** Whether the act was done without the text record it should have produced. */
export function lacksText(act: AnyAct, matter: Matter): boolean {
  return act.data.doc === false && matter.procedure.rows.get(act.code)?.form !== undefined;
}

/** Acts whose text record is missing and was not supplied since. */
export function missingTexts(matter: Matter): AnyAct[] {
  const added = new Set(actsOf(matter, 'record.text.added').map((act) => act.data.of));
  return matter.acts.filter((act) => lacksText(act, matter) && !added.has(act.n));
}
