/** The file of a matter nobody has begun: what the form of its first act is made from. Pure. */
import type { ProcedureId } from './procedure.ts';
import type { ActCode } from './act-data.ts';
import { type CaseFile, fold, type FoldContext } from './case-file.ts';

export interface BlankSetting extends FoldContext {
  /** Unit and id of whoever would begin it. */
  readonly unit: string;
  readonly handler: string;
  /** Moment, ISO 8601 with `+08:00`. */
  readonly at: string;
  /** Hash of the pack. */
  readonly hash: string;
}

/** A file with nothing in it but its procedure; party and subject are empty. */
export function blankFile(procedure: ProcedureId, setting: BlankSetting): CaseFile {
  const { unit, handler, at, hash } = setting;
  return fold(
    null,
    {
      id: '',
      stream: { kind: 'matter', id: '' },
      seq: 1,
      type: 'matter.begun',
      happened: at,
      recorded: at,
      by: [handler],
      recordedBy: handler,
      pack: hash,
      data: {
        procedure,
        subject: '',
        flags: [],
        party: { kind: 'legal', name: '', address: '' },
        unit,
        handlers: [handler],
      },
    },
    setting,
  );
}

/** The act a matter of that procedure begins with: the first of its table. */
export function firstAct(file: CaseFile): ActCode | null {
  return file.matter.procedure.acts[0]?.act ?? null;
}
