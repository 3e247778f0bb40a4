/**
 * Rehearsal scripts for tests: a dated list of acts with the people and the party of a case, and ways
 * to vary it. A script is immutable; every method gives a new one. Moments are written
 * `2025-03-04 10:05`, days `2025-03-04` (read as ten in the morning), both in China Standard Time.
 */
import { join } from 'node:path';
import { readPack } from '../../src/platform/rules/read-pack.ts';
import { rehearse } from '../../src/rehearsal/rehearse.cli.ts';
import { Outcome } from './outcome.ts';

export const pack = readPack(join(import.meta.dirname, '../..'));

export type Data = Readonly<Record<string, unknown>>;
export interface Step {
  readonly at: string;
  readonly act: string;
  readonly by: readonly string[];
  readonly data: Data;
}
/** An act to put before or after another: its code, data and people. It takes place at the same moment. */
export type Insert = readonly [
  act: string,
  data?: Data | undefined,
  by?: readonly string[] | undefined,
];

/** Everything of a script but its acts, as the rehearsal format writes it (§2). */
export interface Setting {
  readonly bureau: string;
  readonly procedure: string;
  readonly pack: Data;
  readonly party: Data;
  readonly flags: readonly string[];
  readonly people: Readonly<Record<string, Data>>;
  readonly lists?: Data;
  readonly calendarUntil?: string;
  readonly asOf?: string;
}

/** `2025-03-04 10:05` as the format writes it. */
function moment(text: string): string {
  const [day, time = '10:00'] = text.split(' ');
  return `${day}T${time}:00+08:00`;
}

export class Script {
  private readonly setting: Setting;
  readonly steps: readonly Step[];

  constructor(setting: Setting, steps: readonly Step[]) {
    this.setting = setting;
    this.steps = steps;
  }

  /** The input of a rehearsal. */
  input(): Record<string, unknown> {
    const { bureau, procedure, pack: values, party, flags, people, lists } = this.setting;
    const { calendarUntil, asOf } = this.setting;
    return {
      bureau,
      procedure,
      pack: values,
      party,
      subject: { matter: '案由', flags },
      officers: Object.entries(people).map(([id, person]) => ({ id, name: id, ...person })),
      acts: this.steps.map(({ at, ...step }) => ({ at: moment(at), ...step })),
      ...(lists && { lists }),
      ...(calendarUntil !== undefined && { calendar: { until: calendarUntil } }),
      ...(asOf !== undefined && { asOf: moment(asOf) }),
    };
  }

  play(): Outcome {
    return new Outcome(rehearse(this.input(), pack));
  }

  /** Why the last act of that code was refused, sorted; empty when it was accepted. */
  refusals(act: string): string[] {
    return this.play().refusals(act);
  }

  in(bureau: string): Script {
    return this.set({ bureau });
  }

  /** Rule values the script sets itself. */
  rules(values: Data): Script {
    return this.set({ pack: { ...this.setting.pack, ...values } });
  }

  party(party: Data): Script {
    return this.set({ party });
  }

  flags(...flags: string[]): Script {
    return this.set({ flags });
  }

  /** Adds a person, or changes one; what is undefined is left out. */
  person(id: string, person: Data): Script {
    const { people } = this.setting;
    return this.set({ people: { ...people, [id]: merge(people[id] ?? {}, person) } });
  }

  lists(lists: Data): Script {
    return this.set({ lists });
  }

  knownUntil(calendarUntil: string): Script {
    return this.set({ calendarUntil });
  }

  asOf(asOf: string): Script {
    return this.set({ asOf });
  }

  /** One more act at the end. */
  add(
    at: string,
    act: string,
    data: Data | undefined = {},
    by: readonly string[] | undefined = ['u1'],
  ): Script {
    return new Script(this.setting, [...this.steps, { at, act, by, data }]);
  }

  /** Without any act of these codes. */
  without(...acts: string[]): Script {
    return this.keepSteps((step) => !acts.includes(step.act));
  }

  /** Only the acts for which `which` is true; `place` counts from 0. */
  keepSteps(which: (step: Step, place: number) => boolean): Script {
    return new Script(this.setting, this.steps.filter(which));
  }

  /** The acts up to and including the first of that code. */
  upTo(act: string): Script {
    return new Script(this.setting, this.steps.slice(0, this.place(act) + 1));
  }

  /** The acts before the first of that code. */
  until(act: string): Script {
    return new Script(this.setting, this.steps.slice(0, this.place(act)));
  }

  /** Other data for every act of that code; what is undefined is left out. */
  with(act: string, data: Data): Script {
    this.place(act);
    return this.map((step) =>
      step.act === act ? { ...step, data: merge(step.data, data) } : step,
    );
  }

  /** Other people for every act of that code. */
  by(act: string, ...by: string[]): Script {
    this.place(act);
    return this.map((step) => (step.act === act ? { ...step, by } : step));
  }

  /** Another moment for every act of that code; its place among the acts stays. */
  at(act: string, at: string): Script {
    this.place(act);
    return this.map((step) => (step.act === act ? { ...step, at } : step));
  }

  before(act: string, ...inserts: Insert[]): Script {
    return this.insert(this.place(act), this.place(act), inserts);
  }

  after(act: string, ...inserts: Insert[]): Script {
    return this.insert(this.place(act) + 1, this.place(act), inserts);
  }

  private insert(place: number, anchor: number, inserts: readonly Insert[]): Script {
    const at = this.steps[anchor]?.at ?? '';
    const added = inserts.map(([act, data = {}, by = ['u1']]) => ({ at, act, by, data }));
    return new Script(this.setting, [
      ...this.steps.slice(0, place),
      ...added,
      ...this.steps.slice(place),
    ]);
  }

  private place(act: string): number {
    const place = this.steps.findIndex((step) => step.act === act);
    if (place < 0) throw new Error(`the script has no ${act}`);
    return place;
  }

  private set(change: Partial<Setting>): Script {
    return new Script({ ...this.setting, ...change }, this.steps);
  }

  private map(change: (step: Step) => Step): Script {
    return new Script(this.setting, this.steps.map(change));
  }
}

function merge(data: Data, change: Data): Data {
  return Object.fromEntries(
    Object.entries({ ...data, ...change }).filter(([, value]) => value !== undefined),
  );
}
