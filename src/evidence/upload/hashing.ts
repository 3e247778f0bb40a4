import type { Describer, Following } from '../../platform/storage/describer.ts';
import type { UploadPlace } from './upload.files.ts';

/**
 * The hashes of unfinished uploads. Between two requests only those used last are kept going; for the others, and after
 * a restart, the bytes already there are read again.
 */
export interface UploadHashing {
  /** The hashing of an upload of which `offset` bytes are kept; it is told of these at once. */
  take(place: UploadPlace, offset: number): Hashing;
  /** For the next request. Only when it has been told of no byte beyond those that are kept. */
  giveBack(place: UploadPlace, hashing: Hashing): void;
  /** The bytes are gone. */
  forget(place: UploadPlace): void;
  close(): void;
}

export interface Hashing extends Following {
  /** bytes announced so far */
  readonly announced: number;
}

const KEPT = 64;

export function openHashing(describer: Describer): UploadHashing {
  const kept = new Map<string, Hashing>();

  function forget(part: string): void {
    kept.get(part)?.drop();
    kept.delete(part);
  }

  function takeKept(part: string, offset: number): Hashing | undefined {
    const hashing = kept.get(part);
    kept.delete(part);
    // Another process may have been at it, and set back bytes this one has seen.
    if (!hashing || hashing.announced <= offset) return hashing;
    hashing.drop();
    return undefined;
  }

  return {
    take({ part }, offset) {
      const hashing = takeKept(part, offset) ?? counted(describer.follow(part));
      hashing.advance(offset);
      return hashing;
    },
    giveBack({ part }, hashing) {
      kept.set(part, hashing);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) forget(oldest);
    },
    forget: ({ part }) => forget(part),
    close() {
      for (const hashing of kept.values()) hashing.drop();
      kept.clear();
    },
  };
}

function counted(following: Following): Hashing {
  let announced = 0;
  return {
    ...following,
    get announced() {
      return announced;
    },
    advance(size) {
      following.advance(size);
      announced = size;
    },
  };
}
