/**
 * Uploads under way. They belong to the window, not to a page: going to another page does not stop them. A file that was
 * not finished goes on from where it stopped when it is chosen again, also after a reload (tus 1.0.0).
 */
import { DetailedError, defaultOptions, type PreviousUpload, Upload } from 'tus-js-client';
import type { UploadAnswer } from '../../evidence/upload/upload.routes.ts';
import { NetworkLost, Problem, problemOf } from '../api/problem.ts';
import { fileHash } from './file-hash.ts';

export type UploadState =
  | 'preparing'
  | 'sending'
  | 'paused'
  | 'checking'
  | 'stored'
  | 'refused'
  | 'lost';

export interface UploadItem {
  readonly key: string;
  /** What it is for: a matter, or a form of one. */
  readonly place: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  /** The id of the upload once it is stored. */
  readonly upload: string | null;
  /** Problem or NetworkLost where it was refused or broke off. */
  readonly problem: unknown;
  readonly warnings: readonly string[];
}

const ENDPOINT = '/api/uploads';
/** Bytes of one request; a proxy that cuts long requests off costs no more than this. */
const PIECE = 32 * 1024 * 1024;
/** Milliseconds between tries while the network is away. */
const RETRIES = [0, 1000, 3000, 5000, 10_000, 20_000];

let items: readonly UploadItem[] = [];
const working = new Map<string, Upload>();
const listeners = new Set<() => void>();

export function uploadItems(): readonly UploadItem[] {
  return items;
}

/** Calls back at each change until the returned function is called. */
export function onUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(key: string, more: Partial<UploadItem>): void {
  items = items.map((item) => (item.key === key ? { ...item, ...more } : item));
  for (const listener of listeners) listener();
}

/** Begins or goes on with the upload of a file; answers with its key. */
export function startUpload(place: string, file: File, key: string): void {
  const item: UploadItem = {
    key,
    place,
    name: file.name,
    size: file.size,
    sent: 0,
    state: 'preparing',
    upload: null,
    problem: null,
    warnings: [],
  };
  items = [...items, item];
  for (const listener of listeners) listener();
  void begin(item, file);
}

async function begin({ key, place }: UploadItem, file: File): Promise<void> {
  const sha256 = await fileHash(file).catch(() => null);
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: PIECE,
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    metadata: {
      filename: file.name,
      place,
      ...(file.type === '' ? {} : { filetype: file.type }),
      ...(sha256 === null ? {} : { sha256 }),
    },
    onProgress: (sent, size) =>
      change(key, { sent, state: sent === size ? 'checking' : 'sending' }),
    onShouldRetry: (error) => isPassing(error),
    onError: (error) => failed(key, error),
    onSuccess: () => void settled(key, upload.url ?? ''),
  });
  working.set(key, upload);
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  if (items.find((item) => item.key === key)?.state !== 'preparing') return;
  change(key, { state: 'sending' });
  upload.start();
}

/** Stops sending; what has arrived stays. */
export async function pauseUpload(key: string): Promise<void> {
  change(key, { state: 'paused' });
  await working.get(key)?.abort();
}

/** Goes on after a pause or a break. */
export function resumeUpload(key: string): void {
  change(key, { state: 'sending', problem: null });
  working.get(key)?.start();
}

/** Takes an upload off the list, and what has arrived of it off the server unless it is complete. */
export async function dropUpload(key: string): Promise<void> {
  const item = items.find((one) => one.key === key);
  const upload = working.get(key);
  items = items.filter((one) => one.key !== key);
  working.delete(key);
  for (const listener of listeners) listener();
  if (item?.state !== 'stored') await upload?.abort(true).catch(() => undefined);
}

/** Takes stored files off the list: they are in evidence now. */
export function forgetUploads(keys: readonly string[]): void {
  items = items.filter(({ key }) => !keys.includes(key));
  for (const key of keys) working.delete(key);
  for (const listener of listeners) listener();
}

/** Uploads of a place that this browser began and did not finish; those under way are among them. */
export async function unfinishedUploads(place: string): Promise<PreviousUpload[]> {
  const all = (await defaultOptions.urlStorage?.findAllUploads()) ?? [];
  return all.filter(({ metadata }) => metadata['place'] === place);
}

/** Gives an unfinished upload up. */
export async function dropUnfinished({ urlStorageKey }: PreviousUpload): Promise<void> {
  await defaultOptions.urlStorage?.removeUpload(urlStorageKey);
}

async function settled(key: string, url: string): Promise<void> {
  change(key, { state: 'checking' });
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    change(key, { state: 'lost', problem: new NetworkLost() });
    return;
  }
  const answer = (await response.json()) as UploadAnswer; // the route of uploads answers so
  change(key, {
    state: answer.file ? 'stored' : 'checking',
    upload: answer.id,
    name: answer.name,
    sent: answer.length,
    warnings: answer.file?.warnings.map(({ message }) => message) ?? [],
  });
}

function failed(key: string, error: Error): void {
  if (!items.some((item) => item.key === key)) return;
  const problem = problemIn(error);
  const isFinal = problem instanceof Problem && !problem.isUncertain && problem.status !== 401;
  change(key, { state: isFinal ? 'refused' : 'lost', problem });
}

/** Whether trying again may help: no answer, or a failure that passes. */
function isPassing(error: Error): boolean {
  const problem = problemIn(error);
  return !(problem instanceof Problem) || problem.isUncertain || problem.status === 423;
}

function problemIn(error: Error): Problem | NetworkLost {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return new NetworkLost();
  try {
    return problemOf(answer.getStatus(), JSON.parse(answer.getBody()));
  } catch {
    return problemOf(answer.getStatus(), null);
  }
}
