/** Guards of the record: no major act without sound and picture, no file without its papers. */
import { type Gates, on } from '../matter/attempt.ts';
import { avLevel, missingRecordings, missingTexts } from './record.ts';

export const recordGates = {
  'record/av-required': on('record.av.skipped', ({ data }, { matter, law }) => {
    const act = matter.acts.find((one) => one.n === data.of);
    return act !== undefined && avLevel(act, matter, law) === 'full';
  }),
  'record/skip-reason-missing': on('record.av.skipped', ({ data }) => !data.reason),
  'record/text-missing': ({ matter }) => missingTexts(matter).length > 0,
  'record/av-missing': ({ matter, law }) => missingRecordings(matter, law).length > 0,
} as const satisfies Gates;
