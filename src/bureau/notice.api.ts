/** Shape of what is public beforehand, shared by its routes and the desk. */
export interface NoticeView {
  readonly item: string;
  readonly version: number;
  readonly title: string;
  readonly content: readonly string[];
  readonly unit: string;
  readonly effectiveOn: string;
  /** Why this version was made (QZ-3c). */
  readonly reason: string;
}

export interface NoticesView {
  /** What the law wants public beforehand, in its order (rule `publish.beforehand`). */
  readonly items: readonly string[];
  readonly notices: readonly NoticeView[];
  /** Those of the items nothing is public of yet (WD-2.1.2a). */
  readonly missing: readonly string[];
}
