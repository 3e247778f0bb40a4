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
