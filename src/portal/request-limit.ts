/** How often one address may hand something in. Pure but for the clock it is given. */

const WINDOW_MS = 600_000;
const MOST = 20;
/** Addresses remembered at once; beyond, those whose time began first are forgotten. */
const MOST_ADDRESSES = 10_000;

/** Counts a request of `address` and says whether it may pass: so many within ten minutes of the first. */
export function openRequestLimit(clock: () => number): (address: string) => boolean {
  const counts = new Map<string, { readonly since: number; made: number }>();
  return (address) => {
    const now = clock();
    const known = counts.get(address);
    if (known && now - known.since < WINDOW_MS) {
      known.made += 1;
      return known.made <= MOST;
    }
    counts.delete(address);
    counts.set(address, { since: now, made: 1 });
    for (const oldest of counts.keys()) {
      if (counts.size <= MOST_ADDRESSES) break;
      counts.delete(oldest);
    }
    return true;
  };
}
