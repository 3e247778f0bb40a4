/**
 * The sequencer: brings the acts of every bureau into its log and under a checkpoint, about a second after they are
 * committed. It is woken after each commit, looks by itself now and then, and never keeps an act waiting. When
 * something is wrong with a log it stops that log, visibly, and acts go on being recorded.
 */

import { join } from 'node:path';
import { DatabaseError } from 'pg';
import { isConnectionFailure } from '../platform/db/errors.ts';
import type { Database } from '../platform/db/pool.ts';
import { UnreplicatedCommit } from '../platform/db/transaction.ts';
import { type BureauLog, openBureauLog } from './bureau-log.service.ts';
import type { Failpoints } from './failpoint.ts';
import { findCheckpoint, findWaiting } from './ledger.store.ts';
import type { LogKeys } from './log-keys.store.ts';
import { LogStop, type LogStopCode } from './log-stop.ts';
import { fileLogStore, type LogStore } from './log.store.ts';
import { isBureauId } from './origin.ts';
import { type CheckpointSigner, openSigner } from './signer.service.ts';

export interface SequencerOptions {
  readonly db: Database;
  /** Holds `log/`, `signer/` and `keys/`. */
  readonly dataDir: string;
  readonly keys: LogKeys;
  readonly now: () => Date;
  /** The bureaus to look after, asked for again and again. */
  readonly bureaus: () => Promise<readonly string[]>;
  /** Told of every error; what stops a log also stays in its state. */
  readonly report?: (bureau: string, error: unknown) => void;
  readonly store?: (bureau: string) => LogStore;
  readonly signer?: CheckpointSigner;
  readonly failpoints?: Failpoints;
  /** Least time from one checkpoint of a log to the next; 1 s. */
  readonly intervalMs?: number;
  /** How often a log is looked at that nobody has woken; 5 s. */
  readonly idleMs?: number;
}

/** How the log of a bureau stands. */
export interface LogState {
  /** Entries under the newest checkpoint. */
  readonly size: number;
  /** Acts in the queue. */
  readonly unsequenced: number;
  /** Milliseconds since the oldest act not under a checkpoint was recorded; 0 when there is none. */
  readonly lag: number;
  /** Why the log has stopped; it stays so until the program is started again. */
  readonly stopped?: { readonly code: LogStopCode; readonly message: string };
}

export interface Sequencer {
  /** Begins looking after all bureaus. */
  run(): void;
  /** Says that acts of a bureau have been committed. Cheap, and does nothing before `run`. */
  kick(bureau: string): void;
  /**
   * Brings what is queued now under a checkpoint; with `sweep` also acts that never were queued. False when another
   * sequencer kept coming first: there may be work left. Rejects with LogStop when the log stops or has stopped, and with
   * what is wrong with the database or a full disk.
   */
  sequenceOnce(bureau: string, sweep?: boolean): Promise<boolean>;
  state(bureau: string): Promise<LogState>;
  /** Waits for the work in hand, and does no more. */
  stop(): Promise<void>;
}

interface Slot {
  readonly bureau: string;
  log: BureauLog | null;
  stopped: LogStop | null;
  /** The last piece of work; the next waits for it. */
  work: Promise<unknown>;
  timer: NodeJS.Timeout | null;
  busy: boolean;
  wanted: boolean;
  /** Not before; by `performance.now()`. */
  nextAt: number;
  sweepAt: number;
}

const INTERVAL_MS = 1_000;
const IDLE_MS = 5_000;
const SWEEP_MS = 60 * 60 * 1000;
/** After an error that may pass by itself. */
const PAUSE_MS = 5_000;
/** Logs at work at once, each on one connection: fewer than the role's pool has. */
const PARALLEL = 2;
/** Another sequencer may come first so often before this one leaves the work to it. */
const ATTEMPTS = 5;

/** Where the files of a bureau's log lie. Throws RangeError for what is not a bureau. */
export function openLogStore(dataDir: string, bureau: string, failpoints?: Failpoints): LogStore {
  if (!isBureauId(bureau)) throw new RangeError(`not the id of a bureau: ${bureau.slice(0, 80)}`);
  return fileLogStore(join(dataDir, 'log', bureau), failpoints);
}

/** Opens nothing yet. */
export function createSequencer(options: SequencerOptions): Sequencer {
  const { db, dataDir, keys, now, failpoints, report = () => {} } = options;
  const { intervalMs = INTERVAL_MS, idleMs = IDLE_MS } = options;
  const signer =
    options.signer ?? openSigner({ dataDir, keys, ...(failpoints ? { failpoints } : {}) });
  const store = options.store ?? ((bureau) => openLogStore(dataDir, bureau, failpoints));
  const slots = new Map<string, Slot>();
  const waiting: (() => void)[] = [];
  let free = PARALLEL;
  let poll: NodeJS.Timeout | null = null;

  function slotOf(bureau: string): Slot {
    const known = slots.get(bureau);
    if (known) return known;
    const slot: Slot = {
      bureau,
      log: null,
      stopped: null,
      work: Promise.resolve(),
      timer: null,
      busy: false,
      wanted: false,
      nextAt: 0,
      sweepAt: 0,
    };
    slots.set(bureau, slot);
    return slot;
  }

  async function advance(slot: Slot, sweep: boolean): Promise<boolean> {
    const { bureau } = slot;
    if (slot.stopped) throw slot.stopped;
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        slot.log ??= await openBureauLog({
          db,
          bureau,
          store: store(bureau),
          signer,
          keys,
          now,
          ...(failpoints ? { failpoints } : {}),
        });
        if (await slot.log.advance(sweep)) return true;
        slot.log = null;
      }
      return false;
    } catch (error) {
      slot.log = null;
      if (mayPass(error)) throw error;
      slot.stopped =
        error instanceof LogStop
          ? error
          : new LogStop('log/unexpected', `日志 ${bureau} 出错：${String(error)}`, {
              cause: error,
            });
      throw slot.stopped;
    }
  }

  function sequenceOnce(bureau: string, sweep = false): Promise<boolean> {
    const slot = slotOf(bureau);
    const done = slot.work.then(() => advance(slot, sweep));
    slot.work = done.catch(() => {});
    return done;
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  function arm(slot: Slot): void {
    if (poll === null || !slot.wanted || slot.timer || slot.busy || slot.stopped) return;
    slot.timer = setTimeout(() => void fire(slot), Math.max(0, slot.nextAt - performance.now()));
  }

  async function fire(slot: Slot): Promise<void> {
    slot.timer = null;
    slot.busy = true;
    slot.wanted = false;
    slot.nextAt = performance.now() + intervalMs;
    try {
      const done = await inTurn(() => sequenceAndSweep(slot));
      slot.wanted ||= !done;
    } catch (error) {
      slot.nextAt = performance.now() + PAUSE_MS;
      slot.wanted = true;
      report(slot.bureau, error);
    }
    slot.busy = false;
    arm(slot);
  }

  /** A sweep that fails waits for its next turn: it must not keep acts out of the log. */
  async function sequenceAndSweep(slot: Slot): Promise<boolean> {
    const done = await sequenceOnce(slot.bureau);
    if (!done || performance.now() < slot.sweepAt) return done;
    slot.sweepAt = performance.now() + SWEEP_MS;
    return await sequenceOnce(slot.bureau, true);
  }

  function kick(bureau: string): void {
    const slot = slotOf(bureau);
    slot.wanted = true;
    arm(slot);
  }

  async function lookAround(): Promise<void> {
    try {
      for (const bureau of await options.bureaus()) kick(bureau);
    } catch (error) {
      report('', error);
    }
  }

  return {
    run() {
      if (poll) return;
      poll = setInterval(() => void lookAround(), idleMs);
      void lookAround();
    },
    kick(bureau) {
      if (poll) kick(bureau);
    },
    sequenceOnce,
    async state(bureau) {
      const size = (await findCheckpoint(db, bureau))?.size ?? 0;
      const { queued, since } = await findWaiting(db, bureau, size);
      const stop = slots.get(bureau)?.stopped;
      return {
        size,
        unsequenced: queued,
        lag: since === null ? 0 : Math.max(0, now().getTime() - since.getTime()),
        ...(stop ? { stopped: { code: stop.code, message: stop.message } } : {}),
      };
    },
    async stop() {
      if (poll) clearInterval(poll);
      poll = null;
      for (const slot of slots.values()) if (slot.timer) clearTimeout(slot.timer);
      while ([...slots.values()].some(({ busy }) => busy)) await settle();
      await settle();
    },
  };

  async function settle(): Promise<void> {
    await Promise.all([...slots.values()].map(({ work }) => work));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

const PASSING = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EAGAIN']);

/** Whether the same work may succeed later: the database is away or refuses, the disk is full. Nothing is lost by it. */
function mayPass(error: unknown): boolean {
  if (error instanceof DatabaseError || error instanceof UnreplicatedCommit) return true;
  if (isConnectionFailure(error)) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && PASSING.has(error.code)) return true;
  // pg has no other sign for it.
  return error.message === 'timeout exceeded when trying to connect';
}
