/** Text that came from outside, made fit for paper. Pure. */

/** Characters of a text that no installed font can print. */
export type MissingGlyphs = (text: string) => readonly string[];

/** 〓 stands for a character the printer does not have (geta mark, U+3013). */
const STAND_IN = '〓';

/** The text with a stand-in for each character no font has, in one line. A file name must never keep a file from being archived. */
export function printable(text: string, missingGlyphs: MissingGlyphs): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const missing = new Set(missingGlyphs(line));
  return missing.size === 0
    ? line
    : Array.from(line, (character) => (missing.has(character) ? STAND_IN : character)).join('');
}

/** At most `most` UTF-16 units, with an ellipsis where something was left out. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
