/** Shape of the list of rehearsal accounts, shared by its route and the desk. */
export interface RehearsalAccounts {
  readonly bureau: string;
  readonly accounts: readonly {
    readonly login: string;
    readonly name: string;
    readonly post: string;
    readonly unit: string;
    readonly password: string;
    /** The code of the moment; it changes every 30 seconds. */
    readonly code: string;
  }[];
}
