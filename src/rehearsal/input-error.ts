/** What is wrong with a rehearsal script, and where. */
import type { TLocalizedValidationError } from 'typebox/error';

export type InputCode =
  | 'input/malformed'
  | 'input/field-missing'
  | 'input/person-unknown'
  | 'input/pack-key-unknown'
  | 'input/code-invalid'
  | 'input/id-invalid';

/** Thrown by the script parser; `pointer` is a JSON pointer (RFC 6901) into the played object. */
export class InputError extends Error {
  readonly code: InputCode;
  readonly pointer: string;
  constructor(code: InputCode, pointer: string) {
    super(`${code} at ${pointer || '/'}`);
    this.code = code;
    this.pointer = pointer;
  }
}

interface Check<T> {
  Check(value: unknown): value is T;
  Errors(value: unknown): TLocalizedValidationError[];
}

/** Requires `value` to conform; a missing field is told apart from a wrong one. */
export function insist<T>(check: Check<T>, value: unknown, base: string): asserts value is T {
  if (check.Check(value)) return;
  const [first] = check.Errors(value);
  const at = base + (first?.instancePath ?? '');
  if (first?.keyword === 'required')
    throw new InputError('input/field-missing', `${at}/${first.params.requiredProperties[0]}`);
  throw new InputError('input/malformed', at);
}
