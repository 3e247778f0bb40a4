/** Plays a script against one bureau's law: each act is decided in turn, a refused one has no effect. */
import { knownUntil } from '../calendar/calendar.ts';
import { type Moment } from '../calendar/moment.ts';
import type { Setting } from '../matter/attempt.ts';
import { decide } from '../matter/decide.ts';
import type { RefusalCode } from '../matter/gates.ts';
import { type AnyAct, evolve, type Matter, newMatter } from '../matter/matter.ts';
import type { Pack } from '../rule/pack.ts';
import type { Script } from './script.ts';

export interface PlayedAct {
  readonly act: AnyAct;
  readonly refusals: readonly RefusalCode[];
}

export interface Run {
  readonly bureau: string;
  readonly matter: Matter;
  readonly played: readonly PlayedAct[];
  readonly setting: Setting;
  readonly asOf: Moment;
}

/** Plays the script for one of its bureaus. Pure: no clock but the script's. */
export function play(script: Script, bureau: string, pack: Pack): Run {
  const setting: Setting = {
    law: pack.law(bureau, script.overrides.get(bureau)),
    calendar: script.calendarUntil
      ? knownUntil(pack.calendar, script.calendarUntil)
      : pack.calendar,
    people: script.people,
    lists: script.lists,
  };
  let matter = newMatter(script.procedure, script.party, script.subject);
  let latest: Moment | null = null;
  const played: PlayedAct[] = [];
  script.acts.forEach((scripted, index) => {
    // The parser has checked the data of every act the procedure uses; `decide` refuses the others by their code.
    const act = {
      n: index + 1,
      code: scripted.code,
      at: scripted.at,
      by: scripted.by,
      data: scripted.data,
    } as unknown as AnyAct;
    const refusals = decide(matter, act, setting, latest?.ms ?? null);
    if (refusals.length === 0) matter = evolve(matter, act);
    if (!latest || scripted.at.ms > latest.ms) latest = scripted.at;
    played.push({ act, refusals });
  });
  const last = script.asOf ?? script.acts.at(-1)?.at ?? EPOCH;
  return { bureau, matter, played, setting, asOf: last };
}

const EPOCH: Moment = {
  text: '1970-01-01T08:00:00+08:00',
  ms: 0,
  day: '1970-01-01' as Moment['day'],
};
