/** Takes that have not been uploaded yet, kept in the browser slice by slice, so that a crash or a reload loses little. */
import type { TakeKind } from './take.ts';

export interface KeptTake {
  readonly id: string;
  readonly place: string;
  readonly kind: TakeKind;
  readonly type: string;
  readonly startedAt: string;
  /** When the last slice came. */
  readonly stoppedAt: string;
}

const NAME = 'zhuding-takes';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1);
    asking.addEventListener('upgradeneeded', () => {
      asking.result.createObjectStore('takes', { keyPath: 'id' });
      asking.result
        .createObjectStore('slices', { autoIncrement: true })
        .createIndex('take', 'take', { unique: false });
    });
    asking.addEventListener('success', () => resolve(asking.result));
    asking.addEventListener('error', () => reject(asking.error ?? new Error(NAME)));
  });
  return opened;
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (takes: IDBObjectStore, slices: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | null> {
  const transaction = (await open()).transaction(['takes', 'slices'], mode);
  const request = work(transaction.objectStore('takes'), transaction.objectStore('slices'));
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request ? request.result : null));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error(NAME)));
  });
}

/** Keeps one more slice of a take. */
export async function keepSlice(take: KeptTake, slice: Blob): Promise<void> {
  await within('readwrite', (takes, slices) => {
    takes.put(take);
    slices.add({ take: take.id, slice });
    return null;
  });
}

/** Every take of a place that is still here. */
export async function keptTakes(place: string): Promise<KeptTake[]> {
  const all = await within<KeptTake[]>('readonly', (takes) => takes.getAll());
  return (all ?? []).filter((take) => take.place === place);
}

/** The slices of a take in their order. */
export async function slicesOf(take: string): Promise<Blob[]> {
  const rows = await within<{ slice: Blob }[]>('readonly', (_takes, slices) =>
    slices.index('take').getAll(take),
  );
  return (rows ?? []).map(({ slice }) => slice);
}

/** Throws a take away: its upload is complete, or nobody wants it. */
export async function dropTake(take: string): Promise<void> {
  await within('readwrite', (takes, slices) => {
    takes.delete(take);
    const walk = slices.index('take').openKeyCursor(take);
    walk.addEventListener('success', () => {
      const cursor = walk.result;
      if (!cursor) return;
      slices.delete(cursor.primaryKey);
      cursor.continue();
    });
    return null;
  });
}
