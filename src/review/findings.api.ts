/** Shapes of what the machine finds beside the items of a review, shared by its route and the desk. */

/** `judge`: facts are put together, and the conclusion is a person's alone. */
export type FindingSays = 'met' | 'not-met' | 'judge';

export interface FindingView {
  /** Items it bears on, the most particular first: it stands beside the first one that is asked. */
  readonly items: readonly string[];
  readonly says: FindingSays;
  /** One sentence of what was found. */
  readonly text: string;
  /** Papers it was read off. */
  readonly papers: readonly {
    readonly seq: number;
    readonly ordinal: number;
    readonly title: string;
  }[];
}
