import type { BlobStore } from '../../platform/storage/blob-store.ts';
import type { Inspector } from '../media/inspector.ts';
import type { UploadHashing } from './hashing.ts';
import type { UploadLimits } from './upload.ts';

/** What the steps of an upload work with. */
export interface UploadContext {
  readonly store: BlobStore;
  readonly inspector: Inspector;
  readonly hashing: UploadHashing;
  /** milliseconds since 1970 */
  readonly now: () => number;
  readonly limits: UploadLimits;
}
