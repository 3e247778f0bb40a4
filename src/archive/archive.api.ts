/** Shapes of the archive API, shared by its routes and the desk. */

export interface CatalogueLine {
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly voided: boolean;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly document: { readonly seq: number; readonly ordinal: number } | null;
  readonly exhibit: string | null;
}

export interface ArchiveView {
  readonly archived: boolean;
  /** Why it cannot be archived yet: an act not done, a paper or a recording of an act not on file. */
  readonly missing: readonly {
    readonly kind: 'act' | 'text' | 'recording';
    readonly act: string;
    readonly term: string;
    readonly seq?: number;
  }[];
  readonly volumes: {
    readonly main: readonly CatalogueLine[];
    readonly secondary: readonly CatalogueLine[];
  };
}
