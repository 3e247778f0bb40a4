/** Shapes of drafts and phrases, shared by their routes and the desk. */
export interface DraftView {
  readonly content: Readonly<Record<string, unknown>>;
  readonly savedAt: string;
}

export interface PhraseView {
  readonly id: string;
  readonly field: string;
  readonly content: string;
  /** False for the bureau's, which only show. */
  readonly own: boolean;
}
