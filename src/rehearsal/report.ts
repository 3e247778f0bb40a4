/** The outcome of a run as the rehearsal format prints it (§12). */
import { momentText } from '../calendar/moment.ts';
import { missingActs } from '../archive/archive.ts';
import { unresolvedMeasures } from '../evidence/evidence.gates.ts';
import { type Clock, clockStatus } from '../matter/clock.ts';
import { allClocks } from '../matter/clocks.ts';
import { type AnyAct, has, type Matter } from '../matter/matter.ts';
import { avDuties, missingRecordings, missingTexts } from '../record/record.ts';
import { acceptedRounds, reviewGrounds, reviewKind, reviewStatus } from '../review/review.ts';
import type { Pack } from '../rule/pack.ts';
import type { PlayedAct, Run } from './play.ts';
import { publicationReport } from './report-publication.ts';
import { warningsOf } from './report-warnings.ts';

/** The JSON object printed for one bureau. */
export function reportOf(run: Run, pack: Pack): Record<string, unknown> {
  const { matter, setting, asOf, played } = run;
  const { law } = setting;
  const clocks = allClocks(matter, setting);
  const grounds = reviewGrounds(matter, law, asOf.day);
  const kind = reviewKind(matter, grounds);
  return {
    bureau: run.bureau,
    procedure: matter.procedure.id,
    asOf: momentText(asOf),
    acts: played.map((one) => actReport(one, run.bureau, pack)),
    refused: played.filter(({ refusals }) => refusals.length > 0).map(({ act }) => act.n),
    clocks: clocks.map((clock) => clockReport(clock, run)),
    review: {
      required: kind !== 'none',
      kind,
      grounds,
      status: reviewStatus(matter),
      rounds: acceptedRounds(matter),
    },
    publication: publicationReport(run, clocks, pack),
    records: {
      av: avDuties(matter, law).map(({ act, level, status }) => ({ act: act.n, level, status })),
      missing: missingRecords(run),
    },
    archive: archiveReport(run),
    warnings: warningsOf(run, clocks),
  };
}

function actReport(
  { act, refusals }: PlayedAct,
  bureau: string,
  pack: Pack,
): Record<string, unknown> {
  const head = { n: act.n, at: momentText(act.at), act: act.code };
  if (refusals.length === 0) return { ...head, outcome: 'accepted' };
  const prefix = pack.bureaus.get(bureau)?.prefix;
  return {
    ...head,
    outcome: 'refused',
    refusals: refusals.map((code) => {
      const text = pack.refusals.get(code);
      const requirements =
        prefix === undefined
          ? []
          : (text?.requirements ?? []).filter((id) => id.startsWith(`${prefix}-`));
      return { code, requirements, basis: text?.basis ?? [], explanation: text?.title };
    }),
  };
}

function clockReport(clock: Clock, { asOf, setting }: Run): Record<string, unknown> {
  const hours = clock.unit === 'hour';
  const moment = (act: AnyAct) => momentText(act.at);
  return {
    id: clock.id,
    name: clock.name,
    act: clock.act.n,
    unit: clock.unit,
    length: clock.length,
    started: hours ? moment(clock.act) : clock.started,
    due: clock.dueMoment ? clock.dueMoment.text : clock.dueDay,
    ended: clock.ended && (hours ? moment(clock.ended) : clock.ended.at.day),
    status: clockStatus(clock, asOf, setting.calendar),
    basis: clock.basis,
    counted: hours ? clock.length : (clock.count?.counted ?? 0),
    skipped: clock.count?.skipped ?? { weekend: 0, holiday: 0, paused: 0 },
    makeup: clock.count?.makeup ?? 0,
    rolled: clock.count?.rolled ?? 0,
  };
}

function missingRecords({ matter, setting }: Run): string[] {
  return [
    ...missingRecordings(matter, setting.law).map(({ n }) => `av:${n}`),
    ...missingTexts(matter).map(({ n }) => `text:${n}`),
  ];
}

function archiveReport(run: Run): { ready: boolean; missing: string[] } {
  const { matter, setting, asOf } = run;
  if (has(matter, 'file.archived')) return { ready: true, missing: [] };
  const measures = unresolvedMeasures(matter, {
    ...setting,
    act: asOfAct(matter, run),
    day: asOf.day,
  });
  const missing = [
    ...missingActs(matter).map((code) => `act:${code}`),
    ...missingRecords(run),
    ...measures.map((n) => `measure:${n}`),
  ];
  return { ready: missing.length === 0, missing };
}

/** Measures are judged at the moment of the report, as if the file were archived then. */
function asOfAct(matter: Matter, { asOf }: Run): AnyAct {
  return { n: matter.acts.length + 1, code: 'file.archived', at: asOf, by: [], data: {} };
}
