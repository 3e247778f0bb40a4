/** Shape of a document's items, shared by its route and the desk. */
import type { FormField } from '../matter/matter.api.ts';

export interface DocumentValuesView {
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sections: readonly { readonly title: string; readonly fields: readonly FormField[] }[];
}
