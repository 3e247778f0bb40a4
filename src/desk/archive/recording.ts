/** What helps where the recording of an act is not on file: store it, make it up, or say why there is none. Pure. */
import type { ActView, MatterView } from '../../matter/matter.api.ts';

export interface RecordingGap {
  /** `store`: made, not stored; `record`: it has to be there; `explain`: a reason may stand in its place. */
  readonly kind: 'store' | 'record' | 'explain';
  /** Where to do something about it. */
  readonly address: string;
}

/** The gap of the act at that position; an explanation is offered only where it is accepted. */
export function recordingGap(
  {
    id,
    acts,
  }: { readonly acts: readonly Pick<ActView, 'seq' | 'recording'>[] } & Pick<MatterView, 'id'>,
  seq: number | undefined,
): RecordingGap {
  const recording = acts.find((act) => act.seq === seq)?.recording;
  const of = seq === undefined ? '' : `?of=${seq}`;
  if (recording?.status === 'made')
    return { kind: 'store', address: `/matters/${id}/acts/record.av.stored${of}` };
  return recording?.level === 'as-needed'
    ? { kind: 'explain', address: `/matters/${id}/acts/record.av.skipped${of}` }
    : { kind: 'record', address: `/matters/${id}/contents${of}` };
}
