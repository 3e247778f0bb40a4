/**
 * The time of the server, which is the time the law counts by. Office computers run fast or slow, so the difference is
 * learnt from the `Date` header of each answer.
 */

let ahead = 0;

/** Takes the `Date` header of an answer that took `took` milliseconds to come. */
export function learnTime(header: string | null, took: number): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  // The header is whole seconds, and as old as half the way; less than that is no difference.
  const difference = server + 500 + took / 2 - Date.now();
  ahead = Math.abs(difference) < 2000 ? 0 : difference;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}
