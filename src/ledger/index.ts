/**
 * What other features may use of the ledger. Code that runs in a browser or in the verifier imports the pure files by
 * name instead: this list includes the hash functions of Node.
 */

export {
  decodeBase64,
  decodeBase64Url,
  encodeBase64,
  encodeBase64Url,
} from './base64.ts';
export { BLOB_CHUNK, type BlobDescriptor, type BlobHasher, blobHasher } from './blob.ts';
export { concatBytes, decodeUtf8, equalBytes, fromHex, toHex, utf8 } from './bytes.ts';
export {
  canonicalize,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCanonical,
} from './canonical-json.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from './checkpoint.ts';
export {
  COMMITMENT_LENGTH,
  commitEvent,
  commitField,
  type OpenField,
  SALT_LENGTH,
} from './commitment.ts';
export { cosign, openCosignature } from './cosignature.ts';
export {
  type AnchorStatement,
  type Entry,
  formatEntry,
  type GenesisStatement,
  type OtherStatement,
  parseEntry,
  type Statement,
} from './entry.ts';
export {
  checkField,
  type EventDraft,
  type LedgerEvent,
  parseEvent,
  type SealedEvent,
  sealEvent,
} from './event.ts';
export type { Hash, Hashes, HashStream } from './hashes.ts';
export { nodeHashes } from './hashes.node.ts';
export {
  ed25519Signer,
  formatVkey,
  type KeyAlgorithm,
  type KeyUse,
  parseVkey,
  type Signer,
  sm2Signer,
  type VerifierKey,
  verifierKey,
  verifySignature,
} from './key.ts';
export { LedgerError, type LedgerErrorCode } from './ledger-error.ts';
export {
  formatNote,
  type Note,
  type NoteVerdict,
  parseNote,
  signNote,
  type VerifiedSignature,
  verifyNote,
} from './note.ts';
export {
  type ConsistencyProof,
  checkConsistency,
  checkInclusion,
  type InclusionProof,
  proveConsistency,
  proveInclusion,
} from './proof.ts';
export {
  formatProofFile,
  PROOF_FILE_HEADER,
  type ProofExtra,
  type ProofFile,
  parseProofFile,
} from './proof-file.ts';
export {
  formatSignatureLine,
  type NoteSignature,
  parseSignatureLine,
} from './signature-line.ts';
export {
  edgeTiles,
  formatBundle,
  formatTilePath,
  newTiles,
  parseBundle,
  parseTile,
  parseTilePath,
  TILE_WIDTH,
  type TileCoord,
  tileWidth,
} from './tile.ts';
export {
  extendBundles,
  extendTiles,
  type TileMemory,
  type TileObject,
  type TileReader,
  tileHashReader,
  tileRoot,
} from './tile-tree.ts';
export {
  appendLeaves,
  emptyFrontier,
  type Frontier,
  HASH_LENGTH,
  type HashReader,
  type NodeCoord,
  readFrontier,
  rootOf,
  type TreeHasher,
  treeHasher,
} from './tree.ts';
