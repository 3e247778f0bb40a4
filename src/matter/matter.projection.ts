/** Matters as a projection: how their acts fold, and every row that follows. */
import type { Projection } from '../act/projection.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { publicityRows, slotRows } from '../publicity/publicity.rows.ts';
import { reviewRows } from '../review/review.rows.ts';
import { type CaseFile, fold, type FoldContext } from './case-file.ts';
import { matterRows } from './matter.rows.ts';
import { workRows } from './work.rows.ts';

/** Finds the pack and law a matter began under, by the hash it recorded. Throws when that pack is not kept. */
export type LawByHash = (hash: string) => FoldContext;

export function matterProjection(
  bureau: string,
  lawByHash: LawByHash,
  calendar: WorkCalendar,
): Projection<CaseFile> {
  return {
    fold: (file, act) => fold(file, act, lawByHash(file?.pack ?? act.pack ?? '')),
    facts: (before, act, after) => {
      const { law } = lawByHash(after.pack);
      return [
        ...matterRows(bureau, act, after, law),
        ...reviewRows(bureau, before, act, after, law),
        ...publicityRows(bureau, act, after, { law, calendar }),
      ];
    },
    work: (file) => {
      const setting = { law: lawByHash(file.pack).law, calendar };
      return [...workRows(bureau, file, setting), ...slotRows(bureau, file, setting)];
    },
  };
}
