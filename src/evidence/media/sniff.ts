import { fileTypeFromFile } from 'file-type';
import type { FormatName } from '../formats.ts';
import { withReader } from './byte-reader.ts';
import { isPlainText } from './plain-text.ts';
import { zipNames } from './zip-directory.ts';

/** What file-type calls the formats we take, by its short name. Anything it knows and we do not list is refused. */
const KNOWN: Readonly<Record<string, FormatName>> = {
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  heic: 'heic',
  pdf: 'pdf',
  mp3: 'mp3',
  m4a: 'm4a',
  wav: 'wav',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'ogg',
  mp4: 'mp4',
  m4v: 'mp4',
  mov: 'mov',
  webm: 'webm',
  mkv: 'mkv',
  zip: 'zip',
  docx: 'docx',
  xlsx: 'xlsx',
};

/** A file by which an archive is told to be a document. */
const INSIDE: readonly (readonly [string, FormatName])[] = [
  ['OFD.xml', 'ofd'],
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
];

/**
 * The format of a file by its bytes, whatever it is called; null for everything that is not taken. Recordings in MP4 or
 * WebM are told apart by their pictures later: `m4a` and `weba` come out as `mp4` and `webm` here if their head says so.
 */
export async function sniff(path: string): Promise<FormatName | null> {
  const found = await fileTypeFromFile(path);
  if (!found) return isPlainText(path) ? 'text' : null;
  if (found.mime.startsWith('image/heif')) return 'heic';
  const format = KNOWN[found.ext];
  if (format === undefined) return null;
  return format === 'zip' ? archiveFormat(path) : format;
}

function archiveFormat(path: string): FormatName {
  const names = new Set(withReader(path, zipNames) ?? []);
  return INSIDE.find(([name]) => names.has(name))?.[1] ?? 'zip';
}
