/**
 * What a check of the ledger can find. The codes name the lowest layer whose own hash fails:
 *
 * - `E_CP_SIG`: a checkpoint is not signed by this log, or not the one in the database
 * - `E_CONSISTENCY`: a checkpoint, an anchor or the signer's memory states another tree than the entries make
 * - `E_TILE`, `E_BUNDLE`: a stored object is missing or not that of the tree
 * - `E_LEAF`: a leaf in the database is missing or is not the entry that is stored
 * - `E_ROW_MISSING`: an entry stands for an act that is not there
 * - `E_EVENT`: an act is not what its entry commits to
 * - `E_FIELD`: a column or opened value of an act is not what its event says
 * - `E_STREAM`: an act is not the successor of the one before it in its stream
 * - `E_LAG`: an act has waited over a minute for its entry, or an entry for its checkpoint
 */
export type LedgerFindingCode =
  | 'E_CP_SIG'
  | 'E_CONSISTENCY'
  | 'E_TILE'
  | 'E_BUNDLE'
  | 'E_LEAF'
  | 'E_ROW_MISSING'
  | 'E_EVENT'
  | 'E_FIELD'
  | 'E_STREAM'
  | 'E_LAG';

/** One difference. `where` names the place, such as `tile/0/001.p/44 hash 3` or `act <stream>/<seq> type`. */
export interface LedgerFinding {
  readonly code: LedgerFindingCode;
  readonly where: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/** Takes findings as they are made. */
export type Report = (
  code: LedgerFindingCode,
  where: string,
  expected?: string | null,
  found?: string | null,
) => void;
