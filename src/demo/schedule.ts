/** When what happens: every beat of every case on its day, and the steps that carry it out, in the order of the year. Pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { momentAt } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { chanceOf } from './chance.ts';
import { momentOf, shiftWorkdays } from './demo-days.ts';
import { demoId } from './demo-ids.ts';
import type { Beat, DemoCase, Plot, Recording, Scenario } from './plot.ts';

/** A beat with its day. `ms` is milliseconds since 1970. */
export interface PlannedBeat {
  readonly beat: Beat;
  readonly label: string;
  readonly day: PlainDate;
  readonly ms: number;
}

/** A case with the days of its whole plot, also of beats that are still to come. */
export interface PlannedCase {
  readonly demoCase: DemoCase;
  readonly scenario: Scenario;
  readonly beats: ReadonlyMap<string, PlannedBeat>;
  readonly steps: readonly Step[];
}

export type StepKind = 'ask' | 'act' | 'exhibit' | 'recording' | 'made' | 'stored' | 'skipped';

/** One command. Its id follows from the case and what it does there. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly label: string;
  /** Which of several exhibits of the beat; 0 otherwise. */
  readonly index: number;
  /** When it happens. */
  readonly ms: number;
}

/** From happening to being recorded. */
export const RECORDED_AFTER_MS = 3 * 60_000;

const MINUTE = 60_000;
/** Recordings come into the store at the end of the day. */
const STORING = '17:10';

/** Not everybody does everything at the same minute: how much later than its plot says a case goes, 0 to 15 minutes. */
function shiftOf({ id }: DemoCase): number {
  return chanceOf(`shift ${id}`)(4) * 5 * MINUTE;
}

export function labelOf(beat: Beat): string {
  return beat.label ?? beat.act;
}

export function plotOf(demoCase: DemoCase, scenario: Scenario): Plot {
  return demoCase.plot ?? scenario.plot;
}

/** The id of a step. */
export function stepId(demoCase: string, label: string, kind: StepKind, index = 0): string {
  return demoId(`case ${demoCase} ${label} ${kind} ${index}`);
}

/** How the duty to record that beat is met in that case; null for not at all. */
export function recordingOf(demoCase: DemoCase, beat: Beat): Recording | null {
  const own = demoCase.recordings?.[labelOf(beat)];
  return own === undefined ? (beat.recording ?? null) : own;
}

/** The case with its last beat `ago` working days before `end`. @throws RangeError where its plot has no such beat */
export function planCase(
  demoCase: DemoCase,
  scenario: Scenario,
  calendar: WorkCalendar,
  end: PlainDate,
): PlannedCase {
  const plot = plotOf(demoCase, scenario);
  const asked = demoCase.until.endsWith('?');
  const until = asked ? demoCase.until.slice(0, -1) : demoCase.until;
  const last = plot.findIndex((beat) => labelOf(beat) === until);
  if (last < 0) throw new RangeError(`case ${demoCase.id}: its plot has no ${until}`);
  const offsets: number[] = [];
  for (const beat of plot) offsets.push((offsets.at(-1) ?? 0) + beat.after);
  const target = offsets[last] ?? 0;
  const lastDay = shiftWorkdays(calendar, end, -demoCase.ago);
  const beats = new Map<string, PlannedBeat>();
  plot.forEach((beat, index) => {
    const day = shiftWorkdays(calendar, lastDay, (offsets[index] ?? 0) - target);
    const label = labelOf(beat);
    const ms = momentOf(day, beat.at) + shiftOf(demoCase);
    if (beats.has(label)) throw new RangeError(`case ${demoCase.id}: two beats ${label}`);
    beats.set(label, { beat, label, day, ms });
  });
  const played = [...beats.values()].slice(0, last + 1);
  const steps = played.flatMap((planned, index) =>
    stepsOf(demoCase, scenario, planned, asked && index === last),
  );
  return { demoCase, scenario, beats, steps };
}

function stepsOf(
  demoCase: DemoCase,
  scenario: Scenario,
  { beat, label, day, ms }: PlannedBeat,
  onlyAsked: boolean,
): Step[] {
  const step = (kind: StepKind, at: number, index = 0): Step => ({
    id: stepId(demoCase.id, label, kind, index),
    kind,
    label,
    index,
    ms: at,
  });
  const ask = beat.asked ? [step('ask', momentOf(day, beat.asked.at) + shiftOf(demoCase))] : [];
  if (onlyAsked) return ask;
  const exhibits = (scenario.exhibits?.[label] ?? []).map((_plan, index) =>
    step('exhibit', ms + (index + 1) * 2 * MINUTE, index),
  );
  return [...ask, step('act', ms), ...exhibits, ...recordingSteps(demoCase, beat, day, step)];
}

function recordingSteps(
  demoCase: DemoCase,
  beat: Beat,
  day: PlainDate,
  step: (kind: StepKind, at: number) => Step,
): Step[] {
  const how = recordingOf(demoCase, beat);
  if (how === null) return [];
  const at = momentOf(day, STORING) + shiftOf(demoCase);
  if (how === 'skipped') return [step('skipped', at)];
  return [step('recording', at), step('made', at + 4 * MINUTE), step('stored', at + 8 * MINUTE)];
}

/** A step with the case it belongs to. */
export interface DueStep {
  readonly planned: PlannedCase;
  readonly step: Step;
}

/** All steps of all cases in the order in which they are recorded; those of one moment by case. */
export function inOrder(cases: readonly PlannedCase[]): DueStep[] {
  return cases
    .flatMap((planned) => {
      // What a beat brings with it may come later than the next beat of the day.
      const steps = planned.steps.map((step, order) => ({ planned, step, order }));
      return steps.sort((a, b) => a.step.ms - b.step.ms || a.order - b.order);
    })
    .sort((a, b) => a.step.ms - b.step.ms || compare(a.planned, b.planned));
}

function compare(a: PlannedCase, b: PlannedCase): number {
  return a.demoCase.id < b.demoCase.id ? -1 : a.demoCase.id > b.demoCase.id ? 1 : 0;
}

/** ISO 8601 in China. */
export function isoOf(ms: number): string {
  return momentAt(ms).text;
}
