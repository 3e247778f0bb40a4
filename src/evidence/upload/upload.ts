/** An upload, from its announcement to the stored file. The schemas describe its file on disk and its answers. Pure. */

import { type Static, Type } from 'typebox';
import type { EvidenceProblemCode, WarningCode } from '../evidence.problems.ts';
import type { ExhibitKind, FormatName } from '../formats.ts';

/** Whose upload it is: nobody else sees it. */
export interface Owner {
  readonly bureau: string;
  readonly account: string;
}

/** What is allowed. */
export interface UploadLimits {
  /** bytes of one file */
  readonly maxBytes: number;
  /** pixels of one picture */
  readonly maxPixels: number;
  /** unfinished uploads of one account */
  readonly maxOpen: number;
  /** hours after which an unfinished upload that nobody goes on with is given up */
  readonly idleHours: number;
  /** days for which finished uploads can still be asked for */
  readonly keepDays: number;
  /** bytes that stay free on the disk, which a database may share */
  readonly reserve: number;
}

export const DEFAULT_LIMITS: UploadLimits = {
  maxBytes: 4 * 1024 ** 3,
  maxPixels: 256_000_000,
  maxOpen: 50,
  idleHours: 24,
  keepDays: 30,
  reserve: 512 * 1024 ** 2,
};

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Descriptor = Type.Object({
  chunk: Type.Integer(),
  mroot: Type.String(),
  sha256: Type.String(),
  size: Type.Integer({ minimum: 0 }),
  sm3: Type.String(),
  type: Type.String(),
});

const Media = Type.Object({
  kind: Type.Unsafe<ExhibitKind>(Type.String()),
  duration: nullable(Type.Number()),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  codecs: Type.Array(Type.String()),
  pages: nullable(Type.Integer()),
  takenAt: nullable(Type.Object({ local: Type.String(), offset: nullable(Type.String()) })),
  place: nullable(Type.Object({ latitude: Type.Number(), longitude: Type.Number() })),
});

/** A file in the store, with all that is known of it. */
export const StoredFile = Type.Object({
  name: Type.String(),
  format: Type.Unsafe<FormatName>(Type.String()),
  descriptor: Descriptor,
  media: Media,
  /** a small WebP picture in the store, null when none could be made */
  thumbnail: nullable(Descriptor),
  warnings: Type.Array(
    Type.Object({ code: Type.Unsafe<WarningCode>(Type.String()), message: Type.String() }),
  ),
});
export type StoredFile = Static<typeof StoredFile>;

const Refusal = Type.Object({
  code: Type.Unsafe<EvidenceProblemCode>(Type.String()),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

/** What is kept of an upload. Times are milliseconds since 1970. */
export const UploadState = Type.Object({
  length: Type.Integer({ minimum: 1 }),
  /** name as cleaned, and whether that changed it */
  name: Type.String(),
  renamed: Type.Boolean(),
  /** what the client declared: media type, SHA-256 in hex, and all metadata as sent */
  type: nullable(Type.String()),
  sha256: nullable(Type.String()),
  metadata: Type.String(),
  /** when bytes last came in */
  touched: Type.Integer(),
  /** bytes that are durable on disk */
  offset: Type.Integer({ minimum: 0 }),
  /** what the file turned out to be, written before it is moved into the store */
  found: nullable(StoredFile),
  outcome: Type.Union([Type.Literal('open'), Type.Literal('stored'), Refusal]),
});
export type UploadState = Static<typeof UploadState>;

/** What a client announces. */
export interface Announcement {
  readonly length: number;
  readonly name: string;
  readonly type: string | null;
  readonly sha256: string | null;
  readonly metadata: string;
}

const HOUR_MS = 3600 * 1000;

/** The moment at which an unfinished upload is given up. */
export function expiryOf(state: UploadState, limits: UploadLimits): number {
  return state.touched + limits.idleHours * HOUR_MS;
}

export function isExpired(state: UploadState, limits: UploadLimits, now: number): boolean {
  return state.outcome === 'open' && now >= expiryOf(state, limits);
}

/** Whether nothing needs to be known of the upload any more. */
export function isForgettable(state: UploadState, limits: UploadLimits, now: number): boolean {
  return now >= state.touched + limits.keepDays * 24 * HOUR_MS;
}
