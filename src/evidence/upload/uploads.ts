import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { BlobStore } from '../../platform/storage/blob-store.ts';
import type { Describer } from '../../platform/storage/describer.ts';
import { makeFolder } from '../../platform/storage/sync.ts';
import { EvidenceRefused, lengthInWords } from '../evidence.problems.ts';
import { cleanFileName, extensionOf } from '../file-name.ts';
import { formatsOfExtension, formatsOfType } from '../formats.ts';
import type { Inspector } from '../media/inspector.ts';
import { openHashing } from './hashing.ts';
import { openLocks } from './lock.ts';
import { assertRoom, type Piece, receivePiece } from './receive.ts';
import { settle } from './settle.ts';
import {
  type Announcement,
  DEFAULT_LIMITS,
  expiryOf,
  isExpired,
  isForgettable,
  type Owner,
  type StoredFile,
  type UploadLimits,
  type UploadState,
} from './upload.ts';
import {
  countOpen,
  everyUpload,
  folderOf,
  makeUpload,
  placeOf,
  readState,
  removePart,
  removeUpload,
  type UploadPlace,
} from './upload.files.ts';

/** An upload as its owner sees it. */
export interface UploadView {
  readonly id: string;
  readonly state: UploadState;
  /** milliseconds since 1970 at which the upload is given up; null when it is finished */
  readonly expires: number | null;
}

/** Resumable uploads of files in evidence. Every method works for the owner only: to others an upload does not exist. */
export interface Uploads {
  readonly limits: UploadLimits;
  /**
   * Announces a file.
   *
   * @throws EvidenceRefused `evidence/too-large`, `evidence/empty`, `evidence/name`, `evidence/type-not-allowed`,
   * `evidence/too-many`; StorageError `storage/full`
   */
  create(owner: Owner, file: Announcement): Promise<UploadView>;
  /**
   * Takes a piece of it; with the last one the file is in the store when this returns.
   *
   * @param interrupt called again and again while another request for the same upload waits
   * @throws EvidenceRefused as `receivePiece`, `inspect`, `evidence/changed`, and as `resume`; StorageError
   */
  receive(owner: Owner, id: string, piece: Piece, interrupt: () => void): Promise<UploadView>;
  /**
   * Where to go on, once a piece that is coming in has ended. Finishes an upload that a crash kept from it.
   *
   * @throws EvidenceRefused `evidence/not-found`, `evidence/busy`, `evidence/expired`, or why the file was refused
   */
  resume(owner: Owner, id: string): Promise<UploadView>;
  /** How the upload stands, disturbing nothing. @throws EvidenceRefused as `resume` but for `evidence/busy` */
  view(owner: Owner, id: string): Promise<UploadView>;
  /** Gives an upload up. What is in the store stays there. @throws EvidenceRefused `evidence/not-found`, `evidence/busy` */
  remove(owner: Owner, id: string): Promise<void>;
  /** The stored file of a finished upload, for the act that puts it in evidence; null when there is none. */
  find(owner: Owner, id: string): Promise<StoredFile | null>;
  /** Clears away what expired. To be called now and then, by one process or several. */
  sweep(): Promise<void>;
  close(): void;
}

/** What uploads work with. */
export interface UploadsOptions {
  readonly store: BlobStore;
  readonly describer: Describer;
  readonly inspector: Inspector;
  /** folder for unfinished uploads, on the file system of the store */
  readonly folder: string;
  readonly limits?: Partial<UploadLimits>;
  /** milliseconds since 1970 */
  readonly now?: () => number;
  readonly newId?: () => string;
  /** milliseconds to wait for another request for the same upload */
  readonly patience?: number;
}

/** Opens the uploads of a folder. Several processes of one machine may open the same. */
export async function openUploads(options: UploadsOptions): Promise<Uploads> {
  const { store, inspector, now = Date.now, newId = randomUUID } = options;
  const root = resolve(options.folder);
  const limits: UploadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const hashing = openHashing(options.describer);
  const locks = openLocks(options.patience);
  const context = { store, inspector, hashing, now, limits };
  await makeFolder(root);

  function viewOf({ id }: UploadPlace, state: UploadState): UploadView {
    return { id, state, expires: state.outcome === 'open' ? expiryOf(state, limits) : null };
  }

  function locate(owner: Owner, id: string): UploadPlace {
    const place = placeOf(folderOf(root, owner), id);
    if (!place) throw new EvidenceRefused('evidence/not-found');
    return place;
  }

  async function load(place: UploadPlace): Promise<UploadState> {
    const state = await readState(place);
    if (!state) throw new EvidenceRefused('evidence/not-found');
    if (isExpired(state, limits, now())) {
      throw new EvidenceRefused('evidence/expired', { hours: limits.idleHours });
    }
    return state;
  }

  async function locked<Result>(
    place: UploadPlace,
    interrupt: () => void,
    use: () => Promise<Result>,
  ): Promise<Result> {
    const release = await locks.acquire(place.id, interrupt);
    if (!release) throw new EvidenceRefused('evidence/busy');
    try {
      return await use();
    } finally {
      await release();
    }
  }

  /** The upload as it stands, settled when all its bytes are in. The lock is held. */
  async function settled(place: UploadPlace, state: UploadState): Promise<UploadState> {
    const { outcome } = state;
    if (typeof outcome === 'object') throw new EvidenceRefused(outcome.code, outcome.values);
    const isDue = outcome === 'open' && state.offset === state.length;
    return isDue ? settle(context, place, state) : state;
  }

  async function sweepOne(place: UploadPlace): Promise<void> {
    const release = await locks.tryAcquire(place.id);
    if (!release) return;
    try {
      const state = await readState(place);
      if (!state || isForgettable(state, limits, now())) await removeUpload(place);
      else if (isExpired(state, limits, now())) await removePart(place);
      else return;
      hashing.forget(place);
    } finally {
      await release();
    }
  }

  return {
    limits,
    async create(owner, file) {
      const folder = folderOf(root, owner);
      const name = checkAnnouncement(file, limits);
      const open = await countOpen(folder);
      if (open >= limits.maxOpen) throw new EvidenceRefused('evidence/too-many', { open });
      await assertRoom(root, file.length + limits.reserve);
      const place = locate(owner, newId());
      const state: UploadState = {
        ...file,
        name,
        renamed: name !== file.name,
        touched: now(),
        offset: 0,
        found: null,
        outcome: 'open',
      };
      await makeUpload(folder, place, state);
      return viewOf(place, state);
    },
    async receive(owner, id, piece, interrupt) {
      const place = locate(owner, id);
      return locked(place, interrupt, async () => {
        const state = await settled(place, await load(place));
        const { outcome, offset } = state;
        if (outcome === 'stored' && piece.offset === offset) return viewOf(place, state);
        const received = await receivePiece(context, place, state, piece);
        return viewOf(place, await settled(place, received));
      });
    },
    async resume(owner, id) {
      const place = locate(owner, id);
      return locked(place, nothing, async () =>
        viewOf(place, await settled(place, await load(place))),
      );
    },
    async view(owner, id) {
      const place = locate(owner, id);
      const state = await load(place);
      const release = await locks.tryAcquire(id);
      if (!release) return viewOf(place, state);
      try {
        return viewOf(place, await settled(place, await load(place)));
      } finally {
        await release();
      }
    },
    async remove(owner, id) {
      const place = locate(owner, id);
      await locked(place, nothing, async () => {
        if (!(await readState(place))) throw new EvidenceRefused('evidence/not-found');
        await removeUpload(place);
        hashing.forget(place);
      });
    },
    async find(owner, id) {
      const place = placeOf(folderOf(root, owner), id);
      const state = place && (await readState(place));
      return state?.outcome === 'stored' ? state.found : null;
    },
    async sweep() {
      for await (const place of everyUpload(root)) await sweepOne(place);
    },
    close() {
      hashing.close();
    },
  };
}

function nothing(): void {
  // Short steps are not interrupted: the next request waits for them.
}

/** The name under which the file is kept. @throws EvidenceRefused */
function checkAnnouncement({ length, name, type }: Announcement, limits: UploadLimits): string {
  if (length === 0) throw new EvidenceRefused('evidence/empty');
  if (length > limits.maxBytes) {
    throw new EvidenceRefused('evidence/too-large', { limit: lengthInWords(limits.maxBytes) });
  }
  const cleaned = cleanFileName(name);
  if (cleaned === null) throw new EvidenceRefused('evidence/name');
  const extension = extensionOf(cleaned);
  const isKnown = extension === '' || formatsOfExtension(extension).length > 0;
  if (!isKnown || formatsOfType(type)?.length === 0) {
    throw new EvidenceRefused('evidence/type-not-allowed');
  }
  return cleaned;
}
