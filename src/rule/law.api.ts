/** Shapes of the law API, shared by its routes and the desk. */

export interface RuleView {
  readonly id: string;
  /** `national`, or the id of the bureau whose rule it is. */
  readonly source: string;
  readonly value: unknown;
  readonly basis: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly confidence: string;
  readonly note: string | null;
}

/** A rule key on a day. Reasons are those of `resolve.ts`. */
export interface SettledRuleView {
  readonly key: string;
  readonly on: string;
  readonly chosen: (RuleView & { readonly reason: string }) | null;
  readonly beaten: readonly (RuleView & { readonly reason: string })[];
}

export interface LawView {
  readonly on: string;
  /** The bureau whose law it is. */
  readonly bureau: string;
  /** Hash of the pack the bureau works under. */
  readonly pack: string;
  /** The day the bureau adopted that pack, `YYYY-MM-DD`. */
  readonly adopted: string;
  readonly rules: readonly SettledRuleView[];
}

export interface ProcedureView {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly acts: readonly {
    readonly act: string;
    readonly term: string;
    readonly stage: string;
    readonly who: readonly string[];
    readonly basis: readonly string[];
  }[];
}
