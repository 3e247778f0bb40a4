/** Scripts that may not hold, and what a rehearsal finds wrong with them. */
import { InputError } from '../../src/rehearsal/input-error.ts';
import { rehearse } from '../../src/rehearsal/rehearse.cli.ts';
import { penalty } from './lawful.ts';
import { pack } from './script.ts';

/** `code pointer` of what is wrong; empty when the script is played. */
export function fault(json: unknown): string {
  try {
    rehearse(json, pack);
    return '';
  } catch (error) {
    if (error instanceof InputError) return `${error.code} ${error.pointer}`;
    throw error;
  }
}
/** A script that holds. */
export const good = penalty().input();
/** It with other acts. */
export const acts = (...list: unknown[]) => ({ ...good, acts: list });
/** It with one act, of that code and data. */
export const act = (code: string, data?: unknown, procedure = 'penalty.ordinary') => ({
  ...acts({ at: '2025-03-03T09:00:00+08:00', act: code, ...(data !== undefined && { data }) }),
  procedure,
});
