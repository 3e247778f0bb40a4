/** Names of logs and keys (C2SP signed-note): one rule for events, keys, notes and checkpoints. */

const FORBIDDEN = /[\p{White_Space}\p{Cc}+]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text can name a key or be an origin: not empty, no Unicode space, no control character, no `+`. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.length <= 255 && !FORBIDDEN.test(name) && !LONE_SURROGATE.test(name);
}
