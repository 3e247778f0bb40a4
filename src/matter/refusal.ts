/** Why a command was not carried out: nothing is written, and every reason is named. */
import type { FieldProblem } from './act-input.ts';
import type { RefusalCode } from './gates.ts';
import type { Said } from './refusal-view.ts';

/** Refusals of the desk itself, beside those of the law. */
export type DeskRefusal =
  | 'matter/not-found'
  | 'act/not-permitted'
  | 'act/in-future'
  | 'act/person-unknown'
  | 'review/not-own-name'
  | 'act/exhibit-unknown'
  | 'act/request-unknown'
  | 'command/stale'
  | 'command/reused'
  | 'command/contended'
  | 'input/invalid'
  | 'setup/done'
  | 'staff/duties-apart'
  | 'party/code-invalid'
  | 'party/id-invalid';

export interface Refused {
  readonly kind: 'refused';
  /** Reasons of law, all of them. */
  readonly refusals: readonly RefusalCode[];
  /** Why it is out of order, in words; null where it is not, or nothing more is known. */
  readonly said: Said | null;
}

export interface Invalid {
  readonly kind: 'invalid';
  readonly code: DeskRefusal;
  readonly problems: readonly FieldProblem[];
}

/** Thrown by services; the HTTP layer turns it into a problem document. */
export class CommandRefused extends Error {
  readonly reason: Refused | Invalid;
  constructor(reason: Refused | Invalid) {
    super(reason.kind === 'refused' ? reason.refusals.join(', ') : faultWords(reason));
    this.reason = reason;
  }
}

/** The code, and for whoever reads the log what did not hold where. */
function faultWords({ code, problems }: Invalid): string {
  const places = problems.map((one) => `${one.pointer} ${one.code}`).join(', ');
  return places === '' ? code : `${code}: ${places}`;
}

export function invalid(code: DeskRefusal, problems: readonly FieldProblem[] = []): CommandRefused {
  return new CommandRefused({ kind: 'invalid', code, problems });
}

export function refused(
  refusals: readonly RefusalCode[],
  said: Said | null = null,
): CommandRefused {
  return new CommandRefused({ kind: 'refused', refusals, said });
}

/** Throws CommandRefused where there are problems; `prefix` leads to the part of the request they are in. */
export function refuseWith(problems: readonly FieldProblem[], prefix = ''): void {
  if (problems.length > 0)
    throw invalid(
      'input/invalid',
      problems.map((one) => ({ ...one, pointer: `${prefix}${one.pointer}` })),
    );
}
