/** What the sheet of an exhibit says: the words around its picture. Pure. */
import type { Values } from '../../document/document.ts';
import { formatOfType } from '../../evidence/formats.ts';
import type { FiledExhibit } from '../../matter/case-file.ts';
import {
  bytesWords,
  deviceTime,
  ELLIPSIS_NOTE,
  exhibitNumber,
  KEPT,
  KINDS,
  lengthWords,
  pagesWords,
  position,
  sizeWords,
} from '../archive.texts.ts';
import { clipped, type MissingGlyphs, printable } from '../printable.ts';

/** Characters of each text, so that the sheet stays one page with room for the picture. */
const LONGEST = { line: 120, note: 300 };

/** Values of the form `exhibit-sheet`. `place`: number among the exhibits of the file, from 1; `act`: the act it belongs to. */
export function exhibitSheet(
  exhibit: FiledExhibit,
  place: number,
  act: string | null,
  missingGlyphs: MissingGlyphs,
): Values {
  const { blob, media, note, source, takenAt } = exhibit;
  const line = (text: string): string => clipped(printable(text, missingGlyphs), LONGEST.line);
  const where =
    media?.latitudeE7 !== undefined && media.longitudeE7 !== undefined
      ? position(media.latitudeE7 / 1e7, media.longitudeE7 / 1e7)
      : null;
  return {
    'exhibit-number': exhibitNumber(place),
    name: line(exhibit.name),
    kind: KINDS[media?.kind ?? 'other'] ?? '',
    ...(note ? { note: noteWords(printable(note, missingGlyphs)) } : {}),
    ...(source ? { source: line(source) } : {}),
    ...(act === null ? {} : { act }),
    'filed-on': exhibit.filedOn,
    ...(takenAt ? { 'taken-at': deviceTime(takenAt.replace('T', ' ')) } : {}),
    ...(where === null ? {} : { position: where }),
    extent: extent(exhibit),
    sha256: blob.sha256,
    sm3: blob.sm3,
    kept: KEPT,
  };
}

function noteWords(note: string): string {
  return note.length <= LONGEST.note ? note : clipped(note, LONGEST.note) + ELLIPSIS_NOTE;
}

function extent({ blob, media }: FiledExhibit): string {
  return [
    formatOfType(blob.type)?.name ?? blob.type,
    ...(media?.durationMs === undefined ? [] : [lengthWords(clock(media.durationMs))]),
    ...(media?.width === undefined || media.height === undefined
      ? []
      : [sizeWords(media.width, media.height)]),
    ...(media?.pages === undefined ? [] : [pagesWords(media.pages)]),
    bytesWords(blob.size),
  ].join('，');
}

/** `01:02:03`; a second begun counts. */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
