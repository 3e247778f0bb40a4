/** What a rehearsal of one bureau printed, with ways to ask it. Everything is read from the printed object. */

export interface PrintedAct {
  readonly n: number;
  readonly at: string;
  readonly act: string;
  readonly outcome: 'accepted' | 'refused';
  readonly refusals?: readonly {
    readonly code: string;
    readonly requirements: readonly string[];
  }[];
}

export interface PrintedClock {
  readonly id: string;
  readonly name: string;
  readonly act: number;
  readonly unit: string;
  readonly length: number;
  readonly started: string | null;
  readonly due: string | null;
  readonly ended: string | null;
  readonly status: string;
  readonly counted: number;
  readonly skipped: { readonly weekend: number; readonly holiday: number; readonly paused: number };
  readonly makeup: number;
  readonly rolled: number;
}

export interface PrintedChannel {
  readonly channel: string;
  readonly alternatives: readonly string[];
  readonly form: string;
  readonly fields: readonly string[];
  readonly limit: number;
  readonly due: string | null;
  readonly status: string;
  readonly publishedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly until: string | null;
}

/** The output of one bureau's run (rehearsal format §12). */
export interface Printed {
  readonly bureau: string;
  readonly procedure: string;
  readonly asOf: string;
  readonly acts: readonly PrintedAct[];
  readonly refused: readonly number[];
  readonly clocks: readonly PrintedClock[];
  readonly review: {
    readonly required: boolean;
    readonly kind: string;
    readonly grounds: readonly string[];
    readonly status: string;
    readonly rounds: number;
  };
  readonly publication: {
    readonly required: boolean;
    readonly withheld: Readonly<Record<string, unknown>> | null;
    readonly summary: Readonly<Record<string, unknown>> | null;
    readonly channels: readonly PrintedChannel[];
  };
  readonly records: {
    readonly av: readonly {
      readonly act: number;
      readonly level: string;
      readonly status: string;
    }[];
    readonly missing: readonly string[];
  };
  readonly archive: { readonly ready: boolean; readonly missing: readonly string[] };
  readonly warnings: readonly {
    readonly code: string;
    readonly act?: number;
    readonly clock?: string;
  }[];
}

export class Outcome {
  readonly printed: Printed;

  constructor(printed: unknown) {
    // The shape is what the format promises; `report.test.ts` checks it key by key.
    this.printed = printed as Printed;
  }

  /** Why the last act of that code was refused, sorted; empty when it was accepted. */
  refusals(act: string): string[] {
    return (this.last(act).refusals ?? []).map(({ code }) => code).sort();
  }

  /** The requirements a refusal of the last act of that code names. */
  requirements(act: string, code: string): readonly string[] {
    return this.last(act).refusals?.find((refusal) => refusal.code === code)?.requirements ?? [];
  }

  /** The codes of every act that was refused, by its position. */
  allRefusals(): Record<number, string[]> {
    return Object.fromEntries(
      this.printed.acts.flatMap(({ n, refusals }) =>
        refusals ? [[n, refusals.map(({ code }) => code).sort()] as const] : [],
      ),
    );
  }

  /** The position of the first act of that code. */
  n(act: string): number {
    const found = this.printed.acts.find((one) => one.act === act);
    if (!found) throw new Error(`no ${act} was tried`);
    return found.n;
  }

  /** The last clock of that name. */
  clock(name: string): PrintedClock {
    const found = this.findClock(name);
    if (!found) throw new Error(`no clock ${name} runs`);
    return found;
  }

  findClock(name: string): PrintedClock | undefined {
    return this.printed.clocks.findLast((clock) => clock.name === name);
  }

  channel(name: string): PrintedChannel {
    const found = this.printed.publication.channels.find(({ channel }) => channel === name);
    if (!found) throw new Error(`not to be published on ${name}`);
    return found;
  }

  /** The recording duty of the first act of that code, as `level status`; null where there is none. */
  recording(act: string): string | null {
    const n = this.n(act);
    const duty = this.printed.records.av.find((one) => one.act === n);
    return duty ? `${duty.level} ${duty.status}` : null;
  }

  /** Warnings of that code. */
  warnings(code: string): Printed['warnings'] {
    return this.printed.warnings.filter((warning) => warning.code === code);
  }

  private last(act: string): PrintedAct {
    const found = this.printed.acts.findLast((one) => one.act === act);
    if (!found) throw new Error(`no ${act} was tried`);
    return found;
  }
}
