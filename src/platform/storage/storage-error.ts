/** What can go wrong with stored bytes, by name: whoever answers a user must tell these apart. */

/**
 * - `storage/full`: no room on the disk; nothing was stored, and trying again after making room is safe
 * - `storage/failed`: the disk reported an error while making bytes durable. What the system then holds in memory
 *   cannot be trusted, so the store takes no more writes until the program is started again
 * - `storage/conflict`: other bytes stand under the name of these. Fatal: nothing was touched, a person must look
 * - `storage/missing`: no such blob
 * - `storage/damaged`: a file is not as long as was said of it
 */
export type StorageErrorCode =
  | 'storage/full'
  | 'storage/failed'
  | 'storage/conflict'
  | 'storage/missing'
  | 'storage/damaged';

export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT']);

/** The same error, but a full disk as `storage/full`. For every write of bytes that came from outside. */
export function namedError(error: unknown): unknown {
  if (FULL.has(systemCode(error))) {
    return new StorageError('storage/full', 'no room left on the disk', { cause: error });
  }
  return error;
}

/** `ENOENT`, `EEXIST`, … of an error of the operating system; otherwise undefined. */
export function systemCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
