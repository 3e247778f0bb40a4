/** Ids that follow from the id of a command, so that the command sent again means the very same things. */
import { createHash } from 'node:crypto';

/**
 * A UUIDv7 (RFC 9562 §5.7) for what the command `id` calls `name`: its time is that of the command, the rest is SHA-256 of both.
 * Who does not know `id` cannot find it.
 */
export function idFrom(id: string, name: string): string {
  const digest = createHash('sha256').update(`${id} ${name}`).digest('hex');
  const variant = (Number.parseInt(digest.charAt(3), 16) % 4) + 8;
  return [
    id.slice(0, 13),
    `7${digest.slice(0, 3)}`,
    `${variant.toString(16)}${digest.slice(4, 7)}`,
    digest.slice(7, 19),
  ].join('-');
}
