/**
 * A process of its own for looking into files of strangers: when a parser crashes or never ends, only this process goes.
 * One file at a time. It ends with the process that started it.
 */

import {
  type EvidenceProblemCode,
  EvidenceRefused,
  type ProblemValues,
} from '../evidence.problems.ts';
import { type Claims, type Inspection, inspect } from './inspect.ts';

export interface InspectRequest {
  readonly path: string;
  readonly claims: Claims;
}

export type InspectAnswer =
  | { readonly inspection: Inspection }
  | { readonly refused: EvidenceProblemCode; readonly values: ProblemValues }
  | { readonly fault: string };

async function answerTo({ path, claims }: InspectRequest): Promise<InspectAnswer> {
  try {
    return { inspection: await inspect(path, claims) };
  } catch (error) {
    if (error instanceof EvidenceRefused) return { refused: error.code, values: error.values };
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

process.on('disconnect', () => process.exit());
process.on('message', (request: InspectRequest) => {
  void answerTo(request).then((answer) => process.send?.(answer));
});
