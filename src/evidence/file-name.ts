/** File names as people and devices send them, made fit for keeping, showing and saving again. Pure. */

/** Longest name kept, in bytes of UTF-8: what every file system takes. */
export const NAME_BYTES = 255;

/** Control characters, and marks that change the direction of reading: `照片<U+202E>gpj.exe` shows as `照片exe.jpg`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN_ON_WINDOWS = /[<>:"|?*]/gu;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const EXTENSION = /\.([a-z0-9]{1,8})$/iu;

/**
 * The name without folders, control characters and reading-direction marks, in NFC, at most 255 bytes long with its
 * ending kept. Null when no name is left.
 *
 * Example: `C:\fakepath\现场 1.JPG` becomes `现场 1.JPG`.
 */
export function cleanFileName(name: string): string | null {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const visible = last.replace(INVISIBLE, '').replace(FORBIDDEN_ON_WINDOWS, '_');
  const trimmed = visible.replace(/^[\s.]+|[\s.]+$/gu, '');
  if (trimmed === '') return null;
  return shorten(RESERVED_ON_WINDOWS.test(trimmed) ? `_${trimmed}` : trimmed);
}

/** The ending of a name, in lower case and without its dot; empty when it has none. */
export function extensionOf(name: string): string {
  return EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
}

function shorten(name: string): string {
  if (byteLength(name) <= NAME_BYTES) return name;
  const ending = EXTENSION.exec(name)?.[0] ?? '';
  const stem: string[] = [];
  let left = NAME_BYTES - byteLength(ending);
  for (const character of name.slice(0, name.length - ending.length)) {
    left -= byteLength(character);
    if (left < 0) break;
    stem.push(character);
  }
  return `${stem.join('').trimEnd()}${ending}`;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
