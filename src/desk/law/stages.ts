/** A procedure stage by stage. Pure. */
import type { ProcedureView } from '../../rule/law.api.ts';

export interface StageActs {
  readonly id: string;
  readonly title: string;
  readonly acts: ProcedureView['acts'];
}

/** The stages that have acts, in their order; acts of no stage of the procedure last, under `otherwise`. */
export function stagesWithActs(
  { stages, acts }: Pick<ProcedureView, 'stages' | 'acts'>,
  otherwise: string,
): StageActs[] {
  const known = new Set(stages.map(({ id }) => id));
  return [
    ...stages.map(({ id, title }) => ({
      id,
      title,
      acts: acts.filter(({ stage }) => stage === id),
    })),
    { id: 'any', title: otherwise, acts: acts.filter(({ stage }) => !known.has(stage)) },
  ].filter((stage) => stage.acts.length > 0);
}

/** The procedure most cases go by. */
const USUAL = 'penalty.ordinary';

/** The one asked for, or else the ordinary penalty procedure. */
export function procedureToShow<P extends Pick<ProcedureView, 'id'>>(
  procedures: readonly P[],
  asked: string,
): P | undefined {
  return [asked, USUAL]
    .flatMap((wanted) => procedures.find(({ id }) => id === wanted) ?? [])
    .concat(procedures)
    .at(0);
}
