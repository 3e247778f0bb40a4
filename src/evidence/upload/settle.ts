import { StorageError } from '../../platform/storage/storage-error.ts';
import { EvidenceRefused, warning } from '../evidence.problems.ts';
import { cleanFileName, extensionOf } from '../file-name.ts';
import { FORMATS } from '../formats.ts';
import type { Inspection } from '../media/inspect.ts';
import type { UploadContext } from './upload.context.ts';
import { partSize, removePart, type UploadPlace, writeState } from './upload.files.ts';
import type { StoredFile, UploadState } from './upload.ts';

/**
 * Finishes an upload of which all bytes are in: hashes, looks inside, moves the file into the store or refuses it. It can
 * be repeated after a crash at any point.
 *
 * @throws EvidenceRefused when the file is refused now or was before
 * @throws StorageError, Error; the upload then stays as it is and can be settled later
 */
export async function settle(
  context: UploadContext,
  place: UploadPlace,
  state: UploadState,
): Promise<UploadState> {
  try {
    const stored =
      (await settledBefore(context, place, state)) ?? (await store(context, place, state));
    return await conclude(context, place, { ...state, found: stored, outcome: 'stored' });
  } catch (error) {
    if (!(error instanceof EvidenceRefused)) throw error;
    const { code, values } = error;
    await conclude(context, place, { ...state, outcome: { code, values } });
    await removePart(place);
    throw error;
  }
}

/** The file when it is in the store already, and only the note of that was lost. */
async function settledBefore(
  { store: blobs }: UploadContext,
  place: UploadPlace,
  { found }: UploadState,
): Promise<StoredFile | null> {
  if ((await partSize(place)) !== null) return null;
  if (found && (await blobs.stat(found.descriptor.sha256))) return found;
  throw new StorageError('storage/damaged', `${place.part} is gone`);
}

async function store(
  context: UploadContext,
  place: UploadPlace,
  state: UploadState,
): Promise<StoredFile> {
  const hashes = context.hashing.take(place, state.offset);
  const claims = {
    extension: extensionOf(state.name),
    type: state.type,
    maxPixels: context.limits.maxPixels,
    now: context.now(),
  };
  // Both read the whole file out of memory; neither waits for the other.
  const [hashed, inspected] = await Promise.allSettled([
    hashes.finish(''),
    context.inspector.inspect(place.part, claims),
  ]);
  const { descriptor, leaves } = valueOf(hashed);
  if (state.sha256 !== null && state.sha256 !== descriptor.sha256) {
    throw new EvidenceRefused('evidence/changed');
  }
  const inspection = valueOf(inspected);
  const typed = { ...descriptor, type: FORMATS[inspection.format].type };
  const found: StoredFile = {
    ...named(state, inspection),
    format: inspection.format,
    descriptor: typed,
    media: { ...inspection.media, codecs: [...inspection.media.codecs] },
    thumbnail:
      inspection.thumbnail && (await context.store.put(inspection.thumbnail, 'image/webp')),
  };
  await writeState(place, { ...state, found });
  await context.store.adopt(place.part, { descriptor: typed, leaves });
  return found;
}

/** A name without an ending gets the right one. */
function named(
  { name, renamed }: UploadState,
  { format, warnings }: Inspection,
): Pick<StoredFile, 'name' | 'warnings'> {
  const isComplete = extensionOf(name) !== '';
  const whole = isComplete
    ? name
    : (cleanFileName(`${name}.${FORMATS[format].extensions[0]}`) ?? name);
  const first = renamed || !isComplete ? [warning('evidence/renamed', { name: whole })] : [];
  return { name: whole, warnings: [...first, ...warnings] };
}

async function conclude(
  { hashing, now }: UploadContext,
  place: UploadPlace,
  state: UploadState,
): Promise<UploadState> {
  const settled = { ...state, touched: now() };
  await writeState(place, settled);
  hashing.forget(place);
  return settled;
}

function valueOf<Value>(result: PromiseSettledResult<Value>): Value {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
