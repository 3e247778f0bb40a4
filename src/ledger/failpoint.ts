/**
 * Places where a crash is tried. F1 and F2 lie in the transaction of the act, before and after its commit; F11 and F12
 * belong to witnesses; F13 is not a crash but a database older than what was signed.
 */

/**
 * - `F3`: leaves written, not committed
 * - `F4`: leaves committed, no tile yet
 * - `F5`: at each stored object, before its folder is synced
 * - `F6`: tiles written and verified, nothing signed
 * - `F7`: the signer remembers, and has not signed
 * - `F8`: signed, checkpoint not in the database
 * - `F9`: checkpoint in the database, not published
 * - `F10`: published
 */
export type Failpoint = 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10';

/** Called at each point; throws, or does not come back, to try a crash there. */
export type Failpoints = (point: Failpoint) => void;
