import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../../platform/storage/storage-error.ts';

/**
 * One at a time for each upload, in this process and among all processes of the machine. The latter by a socket with an
 * abstract name (unix(7)): the system gives a name to one process only and takes it back when that process ends, however
 * it ends, so that no lock is ever left behind. Systems without such names (not Linux) have the former only.
 */
export interface UploadLocks {
  /**
   * Waits for the upload. The present holder is told so meanwhile: after a broken connection the old request may not have
   * noticed, while the client is back already.
   *
   * @param interrupt called several times a second while another wants the lock
   * @returns the release, or null when it was not free in time
   */
  acquire(id: string, interrupt: () => void): Promise<Release | null>;
  /** The same, without disturbing anyone and without waiting. */
  tryAcquire(id: string): Promise<Release | null>;
}

export type Release = () => Promise<void>;

interface Holder {
  readonly interrupt: () => void;
  readonly released: Promise<void>;
}

const RETRY_MS = 200;
const SOCKET_RETRY_MS = 50;

/** `patience`: milliseconds to wait for a holder. */
export function openLocks(patience = 10_000): UploadLocks {
  const holders = new Map<string, Holder>();

  async function hold(id: string, interrupt: () => void, until: number): Promise<Release | null> {
    let finish: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      finish = resolve;
    });
    holders.set(id, { interrupt, released });
    const socket = await claim(id, until).catch((error: unknown) => {
      holders.delete(id);
      finish();
      throw error;
    });
    const release = async (): Promise<void> => {
      await giveBack(socket);
      holders.delete(id);
      finish();
    };
    if (socket !== 'taken') return release;
    await release();
    return null;
  }

  return {
    async acquire(id, interrupt) {
      const until = Date.now() + patience;
      for (;;) {
        const holder = holders.get(id);
        if (!holder) return hold(id, interrupt, until);
        const left = until - Date.now();
        if (left <= 0) return null;
        holder.interrupt();
        await Promise.race([holder.released, sleep(Math.min(left, RETRY_MS))]);
      }
    },
    async tryAcquire(id) {
      return holders.has(id) ? null : hold(id, () => undefined, Date.now());
    },
  };
}

/** Null where the system has no such sockets. */
async function claim(id: string, until: number): Promise<Server | 'taken' | null> {
  if (process.platform !== 'linux') return null;
  for (;;) {
    try {
      return await listen(`\0zhuding/upload/${id}`);
    } catch (error) {
      if (systemCode(error) !== 'EADDRINUSE') throw error;
      if (Date.now() >= until) return 'taken';
      await sleep(SOCKET_RETRY_MS);
    }
  }
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', reject);
    // Exclusive: or the workers of a cluster would share it.
    server.listen({ path, exclusive: true }, () => resolve(server.unref()));
  });
}

function giveBack(socket: Server | 'taken' | null): Promise<void> {
  return new Promise((resolve) => {
    if (socket === null || socket === 'taken') resolve();
    else socket.close(() => resolve());
  });
}
