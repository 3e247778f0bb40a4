/**
 * What the names in braces stand for, in a case at one of its beats.
 *
 * | name | stands for |
 * | --- | --- |
 * | `{o1}`, `{person:o1}`, `{post:o1}`, `{id:o1}`, `{licence:reviewer}` | who plays that part: name, name with post, post, id, law licence |
 * | `{party}`, `{party.address}`, `{rep}`, `{rep.id}` … | the party and who speaks for it |
 * | `{at:beat+55m}`, `{day:beat+7w}`, `{on:beat}` | when a beat is: moment, day, day in words; `m` minutes, `d` days, `w` working days later |
 * | `{number:code}`, `{next:字}` | number of the document on file, or of the next of its word |
 * | `{seq:beat}` | position of the beat in the file |
 * | `{yuan:fact}` | an amount in words |
 * | any other | a fact of the case, of its scenario, or of all cases |
 */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/plain-date.ts';
import { amountInFigures, dateInWords } from '../document/wording.ts';
import { penaltyWords, readPenalties } from '../document/penalty.ts';
import type { CaseFile } from '../matter/case-file.ts';
import type { DeskParty } from '../matter/desk-act-data.ts';
import { maskedName } from '../publicity/masking.ts';
import { partyOf } from '../matter/case-file.ts';
import { PROFILE } from './bureau.texts.ts';
import { castOf, personId, unitName } from './cast.ts';
import { shiftWorkdays } from './demo-days.ts';
import { COMMON_FACTS, REPRESENTATIVES } from './papers/common.texts.ts';
import { fill, type Resolve } from './fill.ts';
import { CAST, type Cast, type DemoParty } from './plot.ts';
import { isoOf, type PlannedBeat, type PlannedCase, stepId } from './schedule.ts';

export interface ScopeSources {
  readonly planned: PlannedCase;
  readonly party: DemoParty;
  readonly desk: DeskParty;
  readonly calendar: WorkCalendar;
  /** The file so far; null before the first act. */
  readonly file: CaseFile | null;
  /** Serial of the next number of a word in that year. */
  readonly nextSerial: (word: string) => number;
  /** The year of the beat at hand. */
  readonly year: number;
  /** Facts of the beat at hand. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

const DECISIONS: readonly string[] = [
  'penalty-decision',
  'no-penalty-decision',
  'summary-decision',
];

/** The names of a case. Names it does not know stand for nothing. */
export function scopeOf(sources: ScopeSources): Resolve {
  const resolve: Resolve = (name) => {
    const colon = name.indexOf(':');
    return colon < 0
      ? plain(sources, resolve, name)
      : prefixed(sources, resolve, name.slice(0, colon), name.slice(colon + 1));
  };
  return resolve;
}

function plain(sources: ScopeSources, resolve: Resolve, name: string): unknown {
  const { planned, party, desk, facts } = sources;
  const { demoCase, scenario } = planned;
  if (isCast(name)) return castOf(demoCase, name).name;
  const known = facts?.[name] ?? demoCase.facts?.[name] ?? scenario.facts[name];
  if (known !== undefined) return known;
  switch (name) {
    case 'subject':
      return scenario.subject;
    case 'unit':
      return unitName(demoCase.unit);
    case 'bureau':
      return PROFILE.name;
    case 'party':
      return party.name;
    case 'party.address':
      return party.address;
    case 'publicName':
      return maskedName(partyOf(desk));
    case 'rep':
      return party.person;
    case 'rep.gender':
      return party.gender;
    case 'rep.id':
      return desk.idNumber;
    case 'rep.phone':
      return desk.phone;
    case 'rep.address':
      return party.address;
    case 'rep.firm':
      return party.kind === 'natural' ? null : party.name;
    case 'rep.post':
      return REPRESENTATIVES[party.kind].post;
    case 'rep.kind':
      return REPRESENTATIVES[party.kind].kind;
    case 'rep.agent':
      return REPRESENTATIVES[party.kind].agent;
    case 'channels':
      return party.kind === 'natural' ? ['WEB'] : ['WEB', 'GSXT'];
    case 'verificationExtended':
      return planned.beats.has('verification.extended');
    case 'verificationApproval':
      return planned.beats.has('verification.extended') ? COMMON_FACTS[name] : null;
    case 'penaltyWords':
      return penalties(resolve);
    case 'listNumber':
      return numberOf(sources, 'property-list');
    default:
      return COMMON_FACTS[name];
  }
}

function penalties(resolve: Resolve): string {
  return readPenalties(fill('{penalties}', resolve)).map(penaltyWords).join('，');
}

function prefixed(sources: ScopeSources, resolve: Resolve, kind: string, rest: string): unknown {
  const { planned, file, nextSerial, year } = sources;
  switch (kind) {
    case 'person':
    case 'post':
    case 'id':
    case 'licence':
      return isCast(rest) ? ofPerson(planned, kind, rest) : undefined;
    case 'at':
    case 'day':
    case 'on':
      return whenOf(sources, kind, rest);
    case 'next':
      return `${PROFILE.shortName}市监${rest}〔${year}〕${nextSerial(rest)}号`;
    case 'number':
      return numberOf(sources, rest);
    case 'seq':
      return file?.acts.find((act) => act.id === stepId(planned.demoCase.id, rest, 'act'))?.seq;
    case 'yuan': {
      const amount = fill(`{${rest}}`, resolve);
      return typeof amount === 'number' ? amountInFigures(amount) : undefined;
    }
    default:
      return undefined;
  }
}

function ofPerson(
  { demoCase }: PlannedCase,
  kind: 'person' | 'post' | 'id' | 'licence',
  part: Cast,
) {
  const { login, name, post, reviewer } = castOf(demoCase, part);
  switch (kind) {
    case 'person':
      return { name, post };
    case 'post':
      return post;
    case 'id':
      return personId(login);
    case 'licence':
      return reviewer?.licence;
  }
}

function whenOf(
  { planned, calendar }: ScopeSources,
  kind: 'at' | 'day' | 'on',
  rest: string,
): unknown {
  const [, label = '', count, unit] = /^([^+]+)(?:\+(\d+)([mdw]))?$/.exec(rest) ?? [];
  const beat = planned.beats.get(label);
  if (!beat) return undefined;
  const amount = Number(count ?? 0);
  if (kind === 'at')
    return unit === undefined || unit === 'm' ? isoOf(beat.ms + amount * 60_000) : undefined;
  const day = dayAfter(beat, amount, unit, calendar);
  return kind === 'day' ? day : dateInWords(day);
}

function dayAfter(
  { day }: PlannedBeat,
  amount: number,
  unit: string | undefined,
  calendar: WorkCalendar,
) {
  return unit === 'w' ? shiftWorkdays(calendar, day, amount) : addDays(day, amount);
}

function numberOf({ file }: ScopeSources, code: string): string | undefined {
  const wanted = code === 'decision' ? DECISIONS : [code];
  return file?.documents.findLast((one) => wanted.includes(one.code))?.number ?? undefined;
}

function isCast(name: string): name is Cast {
  return (CAST as readonly string[]).includes(name);
}
