/** What walking through a container tells. */

/**
 * - `truncated`: the end is missing
 * - `unreadable`: the bytes do not follow the format
 * - `whole`: all there. `unclosed` when the recorder did not finish the file in the proper way, so that an end might be
 *   missing that left no trace; `created` is the moment the device wrote into it
 */
export type Structure =
  | { readonly verdict: 'truncated' | 'unreadable' }
  | { readonly verdict: 'whole'; readonly unclosed?: boolean; readonly created?: Date | null };

export const TRUNCATED: Structure = { verdict: 'truncated' };
export const UNREADABLE: Structure = { verdict: 'unreadable' };
export const WHOLE: Structure = { verdict: 'whole' };
