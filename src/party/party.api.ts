/** Shapes of the party API, shared by its routes and the desk. */
import type { DocumentView, ExhibitView, MatterLine } from '../matter/matter.api.ts';

export interface PartyLine {
  readonly name: string;
  readonly code: string | null;
  readonly matters: number;
  readonly open: number;
  readonly lastAt: string;
}

/** 一户一档: what the bureau holds about one party. */
export interface PartyFileView {
  readonly name: string;
  readonly code: string | null;
  readonly address: string | null;
  /** False where only the latest matters are shown. */
  readonly complete: boolean;
  readonly matters: readonly (MatterLine & {
    readonly documents: readonly DocumentView[];
    readonly exhibits: readonly ExhibitView[];
  })[];
}
