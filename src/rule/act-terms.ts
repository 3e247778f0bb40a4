/** What acts are called across procedures. Pure. */

interface ProcedureTerms {
  readonly id: string;
  readonly acts: readonly { readonly act: string; readonly term: string }[];
}

/** The term of each act: that of the ordinary procedure where it has the act, since others call some acts otherwise. */
export function termsOf(procedures: readonly ProcedureTerms[]): ReadonlyMap<string, string> {
  const [ordinary, others] = [true, false].map((is) =>
    procedures.filter(({ id }) => (id === 'penalty.ordinary') === is),
  );
  return new Map(
    [...(others ?? []), ...(ordinary ?? [])].flatMap(({ acts }) =>
      acts.map(({ act, term }) => [act, term] as const),
    ),
  );
}
