import exifr from 'exifr';
import type { Place, TakenAt } from './media.ts';

/**
 * Time and place in the EXIF data of a photo (CIPA DC-008 §4.6). Values are read as written: the library would turn
 * times into moments in the time zone of the server, whatever offset the camera recorded.
 */
export async function readExif(
  exif: Uint8Array | undefined,
): Promise<{ takenAt: TakenAt | null; place: Place | null }> {
  const tags = exif ? await parse(exif) : {};
  return { takenAt: takenAt(tags), place: place(tags) };
}

type Tags = Readonly<Record<string, unknown>>;

const PREFIX = 'Exif\0\0';
const PICK = [
  'DateTimeOriginal',
  'CreateDate',
  'OffsetTimeOriginal',
  'OffsetTimeDigitized',
  'OffsetTime',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
];

async function parse(exif: Uint8Array): Promise<Tags> {
  const bytes = Buffer.from(exif);
  const tiff = bytes.toString('latin1', 0, 6) === PREFIX ? bytes.subarray(6) : bytes;
  try {
    // oxlint-disable-next-line import/no-named-as-default-member -- Node finds no names in this CommonJS module
    const tags: unknown = await exifr.parse(tiff, { pick: PICK, reviveValues: false, gps: true });
    return typeof tags === 'object' && tags !== null ? { ...tags } : {};
  } catch {
    // Broken EXIF data say nothing about the picture.
    return {};
  }
}

const TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/u;
const OFFSET = /^[+-]\d\d:\d\d$/u;

function takenAt(tags: Tags): TakenAt | null {
  const original = textOf(tags['DateTimeOriginal']);
  const [, year, month, day, hour, minute, second] =
    TIME.exec(original || textOf(tags['CreateDate'])) ?? [];
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // A camera whose clock was never set writes zeros.
  if (year === undefined || Number.isNaN(Date.parse(`${local}Z`))) return null;
  const own = original ? tags['OffsetTimeOriginal'] : tags['OffsetTimeDigitized'];
  const offset = textOf(own) || textOf(tags['OffsetTime']);
  return { local, offset: OFFSET.test(offset) ? offset : null };
}

function place(tags: Tags): Place | null {
  const latitude = degrees(tags['GPSLatitude'], tags['GPSLatitudeRef'] === 'S');
  const longitude = degrees(tags['GPSLongitude'], tags['GPSLongitudeRef'] === 'W');
  if (latitude === null || longitude === null) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  // Phones without a fix write zeros: a place in the Atlantic.
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}

/** Degrees, minutes and seconds as one number. */
function degrees(parts: unknown, isNegative: boolean): number | null {
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const numbers = parts.map(Number);
  if (!numbers.every(Number.isFinite)) return null;
  const [whole = 0, minutes = 0, seconds = 0] = numbers;
  const value = whole + minutes / 60 + seconds / 3600;
  return Math.round((isNegative ? -value : value) * 1e7) / 1e7;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
