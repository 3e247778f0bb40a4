/** Letting only so many streams run at once; the others wait their turn. */

export interface Seats {
  /** The same stream, begun when there is a seat. Whoever stops reading gives the seat back. */
  take<T>(begin: () => AsyncGenerator<T>): AsyncGenerator<T>;
}

export function openSeats(count: number): Seats {
  let free = count;
  const waiting: (() => void)[] = [];

  async function sit(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async *take(begin) {
      await sit();
      try {
        yield* begin();
      } finally {
        leave();
      }
    },
  };
}

/** The stream with its first item made, so that what fails at once fails here. */
export async function begun<T>(stream: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  let first: IteratorResult<T> | null = await stream.next();
  const iterator: AsyncIterator<T> = {
    next() {
      const item = first;
      first = null;
      return item ? Promise.resolve(item) : stream.next();
    },
    // Also before anything was read, where a generator of its own would not hear of it.
    return: () => stream.return(undefined),
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
