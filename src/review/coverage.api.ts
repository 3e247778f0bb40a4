/** Shape of the coverage of legal review, shared by its route and the desk. */
export interface CoverageYear {
  readonly year: number;
  readonly decisions: number;
  /** Decisions that needed legal review; those of them that passed one. */
  readonly legal: number;
  readonly legalReviewed: number;
  readonly caseReviewed: number;
}
