import type { FormatName } from '../formats.ts';
import { type ByteReader, withReader } from './byte-reader.ts';
import { checkElements } from './ebml.ts';
import { checkBoxes } from './iso-boxes.ts';
import { checkOgg, checkPdf, checkPng, checkRiff } from './small-structures.ts';
import { type Structure, TRUNCATED, WHOLE } from './structure.ts';
import { zipNames } from './zip-directory.ts';

type Check = (reader: ByteReader) => Structure;

const recording: Check = (reader) => checkBoxes(reader, 'moov');
const archive: Check = (reader) => (zipNames(reader) ? WHOLE : TRUNCATED);
/** A photo in JPEG is found cut when it is decoded; an MP3 or a text has no end to miss. */
const none: Check = () => WHOLE;

const CHECKS: Readonly<Record<FormatName, Check>> = {
  jpeg: none,
  png: checkPng,
  webp: checkRiff,
  heic: (reader) => checkBoxes(reader, 'meta'),
  pdf: checkPdf,
  mp3: none,
  m4a: recording,
  wav: checkRiff,
  ogg: checkOgg,
  weba: checkElements,
  mp4: recording,
  mov: recording,
  webm: checkElements,
  mkv: checkElements,
  docx: archive,
  xlsx: archive,
  ofd: archive,
  zip: archive,
  text: none,
};

/** Whether the file's own structure says that all of it is there. Does not look at what is inside. */
export function checkCompleteness(path: string, format: FormatName): Structure {
  return withReader(path, CHECKS[format]);
}
