import { stat } from 'node:fs/promises';
import { EvidenceRefused, type Warning, warning } from '../evidence.problems.ts';
import {
  type Format,
  type FormatName,
  FORMATS,
  formatsOfExtension,
  formatsOfType,
} from '../formats.ts';
import { checkCompleteness } from './completeness.ts';
import { type Media, momentTaken, plainMedia } from './media.ts';
import { readPdf } from './pdf-pages.ts';
import { describePhoto, PictureTruncated, thumbnailOfPhoto } from './photo.ts';
import { describeRecording } from './recording.ts';
import { sniff } from './sniff.ts';
import { thumbnailOfVideo } from './video-frame.ts';

/** What was said of a file before its bytes were seen, and how far to trust it. */
export interface Claims {
  /** ending of the file name in lower case, empty when it has none */
  readonly extension: string;
  /** media type the browser declared, null when none */
  readonly type: string | null;
  /** most pixels a picture may have */
  readonly maxPixels: number;
  /** milliseconds since 1970, to compare the clock of the device with */
  readonly now: number;
}

/** What a file turned out to be. */
export interface Inspection {
  readonly format: FormatName;
  readonly media: Media;
  /** WebP, at most 480 × 480; null when none could be made here */
  readonly thumbnail: Uint8Array | null;
  readonly warnings: readonly Warning[];
}

/**
 * Looks at a finished file: what it is by its bytes, whether that is what was claimed, whether all of it is there, and
 * what it says of itself. It parses bytes of strangers with native code: run it through an inspector.
 *
 * @throws EvidenceRefused `evidence/type-not-allowed`, `evidence/mistyped`, `evidence/truncated`, `evidence/unreadable`,
 * `evidence/too-many-pixels`
 */
export async function inspect(path: string, claims: Claims): Promise<Inspection> {
  const format = await sniff(path);
  if (format === null) throw new EvidenceRefused('evidence/type-not-allowed');
  checkClaims(format, claims);
  const structure = checkCompleteness(path, format);
  if (structure.verdict !== 'whole') throw refusal(structure.verdict, format);
  const { unclosed = false, created = null } = structure;
  const found = await look(path, format, claims.maxPixels);
  const media =
    created && !found.media.takenAt ? { ...found.media, takenAt: utc(created) } : found.media;
  return {
    ...found,
    media,
    warnings: [
      ...(unclosed ? [warning('evidence/unclosed')] : []),
      ...(found.isLocked ? [warning('evidence/locked')] : []),
      ...(isViewable(found.format, media) ? [] : [warning('evidence/not-viewable')]),
      ...(isAhead(media, claims.now) ? [warning('evidence/clock-ahead')] : []),
    ],
  };
}

interface Found {
  readonly format: FormatName;
  readonly media: Media;
  readonly thumbnail: Uint8Array | null;
  readonly isLocked: boolean;
}

/** Device clocks may be a minute off. */
const CLOCK_TOLERANCE_MS = 60_000;

function refusal(verdict: 'truncated' | 'unreadable', format: FormatName): EvidenceRefused {
  return new EvidenceRefused(`evidence/${verdict}`, { found: FORMATS[format].name });
}

/** @throws EvidenceRefused `evidence/mistyped`: the name or the declared type is that of another format */
function checkClaims(format: FormatName, { extension, type }: Claims): void {
  const { name, extensions }: Format = FORMATS[format];
  const isNamed = extension === '' || formatsOfExtension(extension).includes(format);
  const isDeclared = formatsOfType(type)?.includes(format) ?? true;
  if (isNamed && isDeclared) return;
  throw new EvidenceRefused('evidence/mistyped', {
    claimed: isNamed ? (type ?? '') : `.${extension}`,
    found: name,
    extension: extensions[0] ?? '',
  });
}

/** The inside of the file. Whatever a parser throws means that the file cannot be read. */
async function look(path: string, format: FormatName, maxPixels: number): Promise<Found> {
  try {
    switch (FORMATS[format].kind) {
      case 'photo':
        return await lookAtPhoto(path, format, maxPixels);
      case 'document':
        return { format, ...(await readPdf(path, (await stat(path)).size)) };
      case 'audio':
      case 'video':
        return await lookAtRecording(path, format);
      case 'other':
        return { format, media: plainMedia('other'), thumbnail: null, isLocked: false };
    }
  } catch (error) {
    if (error instanceof EvidenceRefused) throw error;
    throw refusal(error instanceof PictureTruncated ? 'truncated' : 'unreadable', format);
  }
}

async function lookAtPhoto(path: string, format: FormatName, maxPixels: number): Promise<Found> {
  const media = await describePhoto(path);
  const pixels = (media.width ?? 0) * (media.height ?? 0);
  if (pixels > maxPixels) {
    throw new EvidenceRefused('evidence/too-many-pixels', {
      pixels: Math.ceil(pixels / 10_000),
      limit: Math.floor(maxPixels / 10_000),
    });
  }
  const thumbnail = await thumbnailOfPhoto(path, format, maxPixels);
  return { format, media, thumbnail, isLocked: false };
}

async function lookAtRecording(path: string, container: FormatName): Promise<Found> {
  const { media, hasVideo, isComplete } = await describeRecording(path);
  if (!isComplete) throw refusal('truncated', container);
  const format = recordedFormat(container, hasVideo);
  if (FORMATS[format].kind !== media.kind) throw new EvidenceRefused('evidence/type-not-allowed');
  const thumbnail = hasVideo ? await thumbnailOfVideo(path, format) : null;
  return { format, media, thumbnail, isLocked: false };
}

/** One container, two formats: with pictures and without. */
function recordedFormat(container: FormatName, hasVideo: boolean): FormatName {
  if (container === 'm4a') return hasVideo ? 'mp4' : 'm4a';
  if (hasVideo) return container;
  if (container === 'mp4' || container === 'mov') return 'm4a';
  return container === 'webm' ? 'weba' : container;
}

function utc(moment: Date): Media['takenAt'] {
  return { local: moment.toISOString().slice(0, 19), offset: '+00:00' };
}

function isAhead({ takenAt }: Media, now: number): boolean {
  return takenAt !== null && momentTaken(takenAt) > now + CLOCK_TOLERANCE_MS;
}

/** Asked of what people look at and listen to. H.265 plays on few computers. */
function isViewable(format: FormatName, { kind, codecs }: Media): boolean {
  if (kind === 'document' || kind === 'other') return true;
  return FORMATS[format].viewable && !codecs.some((codec) => /^h(?:vc|ev)1/u.test(codec));
}
