/** Shapes of the first run, shared by its routes and the desk. */
export interface SetupView {
  readonly empty: boolean;
  /** Whether whoever asks must know the code in the data folder. */
  readonly needsCode: boolean;
  /** Bureaus set up here, to sign in to; their names are public. */
  readonly bureaus: readonly { readonly id: string; readonly name: string }[];
  readonly presets: readonly {
    readonly pack: string;
    readonly area: string;
    readonly profile: {
      readonly name: string;
      readonly shortName: string;
      readonly superior: string;
      readonly government: string;
      readonly justice: string;
      readonly court: string;
    };
  }[];
  readonly rehearsal: RehearsalProgress | null;
}

/** Loading the rehearsal bureau: null before it was ever begun. */
export interface RehearsalProgress {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly of: number;
  /** What is being loaded, in words. */
  readonly step: string;
}
