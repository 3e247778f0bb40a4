/**
 * Recording: loads a stream, lets a command decide on its state, and commits what follows in one
 * statement. The folded state is kept between commands; that is safe because a command written on an
 * outdated state takes a position that is already taken, and is refused by the primary key.
 */
import type { JsonObject } from '../ledger/canonical-json.ts';
import type { Hashes } from '../ledger/hashes.ts';
import type { Database } from '../platform/db/pool.ts';
import type { Role } from '../platform/db/roles.ts';
import { commit, type Earlier, findByKey, readStream } from './act.store.ts';
import type { NewAct, RecordedAct, Stream } from './act.ts';
import type { Projection } from './projection.ts';
import { type Row, workChange } from './row.ts';
import { type SealedAct, sealAct, START, type Tip } from './seal.ts';
import type { Job } from './statement.ts';

/** A stream as it stands. */
export interface Loaded<S> {
  readonly state: S | null;
  readonly tip: Tip;
  readonly work: readonly Row[];
}

export interface RecorderOptions {
  readonly db: Database;
  readonly hashes: Hashes;
  readonly salt: () => Uint8Array;
  readonly now: () => Date;
  /** Origin of a bureau's log. */
  readonly origin: (bureau: string) => string;
  /** How many streams are kept folded. */
  readonly keep?: number;
}

export interface Recording<S> {
  readonly role: Role;
  readonly bureau: string;
  readonly stream: Stream;
  readonly projection: Projection<S>;
  readonly requestHash: Uint8Array;
  /** Acts to record on that state, or null to record nothing. Called again when another command came first. */
  readonly decide: (loaded: Loaded<S>) => Promise<Decision | null>;
}

export interface Decision {
  readonly acts: readonly NewAct[];
  readonly jobs?: readonly Job[];
}

export type Recorded<S> =
  | {
      readonly outcome: 'recorded';
      readonly acts: readonly RecordedAct[];
      readonly loaded: Loaded<S>;
    }
  /** `decide` returned null. */
  | { readonly outcome: 'nothing'; readonly loaded: Loaded<S> }
  /** The command's key was used before. */
  | { readonly outcome: 'repeated' }
  /** Other commands kept coming first. */
  | { readonly outcome: 'contended' };

const ATTEMPTS = 8;

export interface Recorder {
  record<S>(recording: Recording<S>): Promise<Recorded<S>>;
  /** The stream as last known here; what another process did since shows when something is recorded. */
  load<S>(
    role: Role,
    bureau: string,
    stream: Stream,
    projection: Projection<S>,
  ): Promise<Loaded<S>>;
  /** The stream as it stands in the database now. */
  read<S>(
    role: Role,
    bureau: string,
    stream: Stream,
    projection: Projection<S>,
  ): Promise<Loaded<S>>;
  /** Forgets what is kept of a stream. */
  forget(bureau: string, stream: Stream): void;
  /** What an earlier command with this id recorded, if any. */
  earlier(role: Role, bureau: string, actId: string): Promise<Earlier | null>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const kept = new Map<string, Loaded<unknown>>();
  /** By bureau, the last of the commands that try again. */
  const lanes = new Map<string, Promise<unknown>>();
  const limit = options.keep ?? 2000;
  const slot = (bureau: string, { kind, id }: Stream): string => `${bureau}/${kind}/${id}`;

  function keep(key: string, loaded: Loaded<unknown>): void {
    kept.delete(key);
    kept.set(key, loaded);
    if (kept.size > limit)
      for (const oldest of kept.keys()) if (kept.size > limit) kept.delete(oldest);
  }

  async function load<S>(
    role: Role,
    bureau: string,
    stream: Stream,
    projection: Projection<S>,
    fresh = false,
  ): Promise<Loaded<S>> {
    const key = slot(bureau, stream);
    // One projection serves one kind of stream, so what is kept under that kind has its state.
    const known = kept.get(key) as Loaded<S> | undefined;
    if (known && !fresh) return known;
    const base = known ?? { state: null, tip: START, work: [] };
    const { acts, tip } = await readStream(options.db, role, bureau, stream.id, base.tip.seq);
    // The stream of something else that has this id is not the one asked for.
    if (acts.length === 0 || acts[0]?.stream.kind !== stream.kind) return base;
    const state = acts.reduce<S | null>((folded, act) => projection.fold(folded, act), base.state);
    const loaded: Loaded<S> = { state, tip, work: state === null ? [] : projection.work(state) };
    keep(key, loaded);
    return loaded;
  }

  async function record<S>(recording: Recording<S>): Promise<Recorded<S>> {
    const first = await attempt(recording, false);
    if (first !== 'conflict') return first;
    // Commands that came second go on one after the other, so that they do not come second to each other again.
    return inLane(recording.bureau, async () => {
      for (let more = 1; more < ATTEMPTS; more += 1) {
        const outcome = await attempt(recording, true);
        if (outcome !== 'conflict') return outcome;
      }
      return { outcome: 'contended' };
    });
  }

  function inLane<T>(bureau: string, work: () => Promise<T>): Promise<T> {
    const done = (lanes.get(bureau) ?? Promise.resolve()).then(work);
    lanes.set(
      bureau,
      done.catch(() => null),
    );
    return done;
  }

  async function attempt<S>(
    recording: Recording<S>,
    fresh: boolean,
  ): Promise<Recorded<S> | 'conflict'> {
    const { role, bureau, stream, projection } = recording;
    const loaded = await load(role, bureau, stream, projection, fresh);
    const decision = await recording.decide(loaded);
    if (!decision) return { outcome: 'nothing', loaded };
    const next = advance(loaded, decision, recording);
    const outcome = await commit(options.db, role, {
      bureau,
      acts: next.sealed,
      requestHash: recording.requestHash,
      facts: next.facts,
      ...workChange(loaded.work, next.loaded.work),
      jobs: decision.jobs ?? [],
    });
    if (outcome === 'committed') {
      keep(slot(bureau, stream), next.loaded);
      return { outcome: 'recorded', acts: next.acts, loaded: next.loaded };
    }
    return outcome === 'repeated' ? { outcome } : 'conflict';
  }

  function advance<S>(
    from: Loaded<S>,
    { acts }: Decision,
    { bureau, stream, projection }: Recording<S>,
  ) {
    const recorded = options.now().toISOString();
    const context = {
      hashes: options.hashes,
      origin: options.origin(bureau),
      recorded,
      salt: options.salt,
    };
    let { tip, state } = from;
    const sealed: SealedAct[] = [];
    const done: RecordedAct[] = [];
    const facts: Row[] = [];
    for (const act of acts) {
      const one = sealAct(act, stream, tip, context);
      const placed: RecordedAct = { ...act, stream, seq: one.seq, recorded };
      const after = projection.fold(state, placed);
      facts.push(...projection.facts(state, placed, after));
      sealed.push(one);
      done.push(placed);
      state = after;
      tip = { seq: one.seq, commitment: one.commitment };
    }
    const work = state === null ? [] : projection.work(state);
    return { sealed, acts: done, facts, loaded: { state, tip, work } satisfies Loaded<S> };
  }

  return {
    record,
    load: (role, bureau, stream, projection) => load(role, bureau, stream, projection),
    read: (role, bureau, stream, projection) => load(role, bureau, stream, projection, true),
    forget: (bureau, stream) => void kept.delete(slot(bureau, stream)),
    earlier: (role, bureau, actId) => findByKey(options.db, role, bureau, actId),
  };
}

/** Data as canonical JSON takes it: what JSON.parse and the schemas let through is such. */
export function asData(value: object): JsonObject {
  return value as JsonObject;
}
