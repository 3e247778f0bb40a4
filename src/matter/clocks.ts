/**
 * The clocks of a matter, read off its procedure table: which acts started one, what has extended,
 * stopped and ended it, and when it is due.
 */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { inHearingScope } from '../decision/penalty.ts';
import { applyClocks } from '../execution/execution.clocks.ts';
import { acceptanceOf } from '../licence/licence.ts';
import { publicationClocks, withdrawalClocks } from '../publicity/publicity.clocks.ts';
import { storeClocks } from '../record/record.clocks.ts';
import { isRuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
import { type Clock, clockOf, type ClockPlan } from './clock.ts';
import { type AnyAct, isPenalty, lastOf, type Matter } from './matter.ts';
import { meets, type Procedure, type TableClock } from './procedure.ts';
import { timeStops } from './stops.ts';

export interface ClockSetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Every clock of the matter, in the order of its procedure table. */
export function allClocks(matter: Matter, setting: ClockSetting): Clock[] {
  return matter.procedure.clocks.flatMap((row) =>
    'special' in row ? specialClocks(matter, setting, row) : tableClocks(matter, setting, row),
  );
}

/** The clock of that name started by the act in position `n`. */
export function findClock(
  matter: Matter,
  setting: ClockSetting,
  name: string,
  n: number,
): Clock | undefined {
  for (const row of matter.procedure.clocks) {
    if ('special' in row || row.name !== name) continue;
    const found = tableClocks(matter, setting, row).find((clock) => clock.act.n === n);
    if (found) return found;
  }
  return undefined;
}

type SpecialClock = Exclude<Procedure['clocks'][number], TableClock>;

function specialClocks(matter: Matter, setting: ClockSetting, row: SpecialClock): Clock[] {
  const { law, calendar } = setting;
  const plans = (): ClockPlan[] => {
    if (row.special === 'record') return storeClocks(matter, law, row);
    if (row.special === 'execution')
      return applyClocks(matter, law, row, (n) => findClock(matter, setting, 'court', n)?.dueDay);
    return row.name === 'publication'
      ? publicationClocks(matter, law, row)
      : withdrawalClocks(matter, law, row);
  };
  return plans().map((plan) => clockOf(plan, calendar));
}

function tableClocks(matter: Matter, setting: ClockSetting, row: TableClock): Clock[] {
  return (matter.byCode.get(row.start.act) ?? [])
    .filter(
      (act) =>
        meets(row.start.where, act.data) && holds(row.start.condition, matter, act, setting.law),
    )
    .map((act) => clockOf(planOf(matter, setting, row, act), setting.calendar));
}

function holds(
  condition: TableClock['start']['condition'],
  matter: Matter,
  act: AnyAct,
  law: Law,
): boolean {
  switch (condition) {
    case 'hearing-scope':
      return (
        act.code === 'notice.served' &&
        inHearingScope(act.data.penalty, matter.party, law, act.at.day)
      );
    case 'penalty':
      return isPenalty(matter);
    case 'fined':
      return isPenalty(matter) && (lastOf(matter, 'decision.made')?.data.penalty?.fine ?? 0) > 0;
    case 'acceptance':
    case undefined:
      return true;
  }
}

function planOf(
  matter: Matter,
  { law, calendar }: ClockSetting,
  row: TableClock,
  starter: AnyAct,
): ClockPlan {
  const act =
    row.start.condition === 'acceptance' ? acceptanceOf(matter, starter, law, calendar) : starter;
  const { day } = act.at;
  const ended = endOf(matter, row, starter);
  return {
    name: row.name,
    term: row.term,
    kind: row.kind,
    act,
    unit: row.unit,
    length: baseLength(row, act, law, day) + extensions(matter, law, row, starter, ended),
    started: day,
    stops: row.stops.length === 0 ? [] : stopsOf(matter, law, row, day),
    rolls: row.rolls === true && law.value('clock.rollover', day) === 'off-day',
    ended,
    basis: row.basis,
  };
}

/** Whether `act` concerns the act that started the clock: it names it, or needs no name. */
function concerns(link: string | undefined, act: AnyAct, starter: AnyAct): boolean {
  return link === undefined || ('of' in act.data && act.data.of === starter.n);
}

function endOf(matter: Matter, row: TableClock, starter: AnyAct): AnyAct | null {
  const ends = row.ends.flatMap((end) =>
    (matter.byCode.get(end.act) ?? []).filter(
      (act) =>
        (end.early === true || act.n > starter.n) &&
        concerns(end.link, act, starter) &&
        meets(end.where, act.data),
    ),
  );
  return ends.sort((a, b) => a.n - b.n)[0] ?? null;
}

function baseLength(row: TableClock, act: AnyAct, law: Law, day: PlainDate): number {
  const length: unknown =
    'rule' in row.length
      ? isRuleKey(row.length.rule) && law.value(row.length.rule, day)
      : Reflect.get(act.data, row.length.field);
  if (typeof length !== 'number') throw new Error(`clock ${row.name} has no length`);
  return length;
}

function extensions(
  matter: Matter,
  law: Law,
  row: TableClock,
  starter: AnyAct,
  ended: AnyAct | null,
): number {
  if (!row.extendedBy) return 0;
  let days = 0;
  for (const act of matter.byCode.get(row.extendedBy) ?? []) {
    const linked = 'of' in act.data ? act.data.of === starter.n : act.n > starter.n;
    if (linked && (!ended || act.n < ended.n)) days += addedDays(act, law);
  }
  return days;
}

/** The days an extension adds; a verification extended without a number is extended by all the law allows (程序规定 art. 18). */
function addedDays(act: AnyAct, law: Law): number {
  if (act.code === 'verification.extended')
    return act.data.days ?? law.value('verification.extension', act.at.day);
  return 'days' in act.data ? act.data.days : 0;
}

function stopsOf(matter: Matter, law: Law, row: TableClock, day: PlainDate) {
  const key = row.stopsNeedTold;
  const told =
    key === true || (key !== undefined && isRuleKey(key) && law.value(key, day) === true);
  return timeStops(matter, law, day).filter(
    (stop) => row.stops.includes(stop.ground) && (!told || stop.told),
  );
}
