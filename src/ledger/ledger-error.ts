/**
 * Every reason for which the ledger's parsers and checks refuse what they are given. One closed list, so that the
 * verifier can name each of them in plain Chinese and the compiler points at one that is missing.
 */
export type LedgerErrorCode =
  | 'base64/not-canonical'
  | 'json/not-utf8'
  | 'json/syntax'
  | 'json/not-json'
  | 'json/not-integer'
  | 'json/unsafe-integer'
  | 'json/lone-surrogate'
  | 'json/not-nfc'
  | 'json/too-deep'
  | 'json/not-canonical'
  | 'field/name'
  | 'field/salt'
  | 'field/not-committed'
  | 'field/differs'
  | 'event/shape'
  | 'event/too-long'
  | 'entry/version'
  | 'entry/kind'
  | 'entry/length'
  | 'statement/shape'
  | 'bundle/length'
  | 'tile/path'
  | 'tile/width'
  | 'tile/length'
  | 'tree/size'
  | 'proof/index'
  | 'proof/old-beyond-new'
  | 'proof/hash-length'
  | 'proof/too-short'
  | 'proof/surplus'
  | 'proof/root-differs'
  | 'note/too-long'
  | 'note/not-utf8'
  | 'note/control-character'
  | 'note/no-signature'
  | 'note/signature-line'
  | 'note/too-many-signatures'
  | 'note/duplicate-signature'
  | 'note/bad-signature'
  | 'note/no-trusted-signature'
  | 'key/name'
  | 'key/format'
  | 'key/id'
  | 'key/algorithm'
  | 'key/public-key'
  | 'key/ambiguous'
  | 'cosignature/length'
  | 'cosignature/time'
  | 'checkpoint/lines'
  | 'checkpoint/origin'
  | 'checkpoint/size'
  | 'checkpoint/root'
  | 'proof-file/too-long'
  | 'proof-file/header'
  | 'proof-file/extra'
  | 'proof-file/index'
  | 'proof-file/lines'
  | 'proof-file/vkeys';

/**
 * Bytes that came from outside are refused. Callers branch on `code`; `message` is for operators and developers.
 * A broken invariant of our own is a plain `Error` instead and must never be caught and shown as a refusal.
 */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}
