/** What the public may see of people in the words of a summary (公示规定 art. 6). */
import { isSurnameOf } from '../party/party-problems.ts';
import { longestFirst, type Secret, segmentText, withoutSpaces } from '../document/sensitive.ts';
import type { Party } from '../matter/matter.ts';
import { PUBLIC_TEXTS } from './publicity.texts.ts';

/**
 * The family name and 某 for a natural person; the full name of anyone else. Of a natural person no more is ever shown than a
 * beginning of the name: its first character, or a family name of two where the party's file gives it. A name in letters
 * has its first letter: J某.
 */
export function maskedName({ kind, name, surname }: Named): string {
  if (kind !== 'natural') return name;
  const signs = [...withoutSpaces(name)];
  const family = [...withoutSpaces(surname ?? '')];
  const isFamily =
    family.length > 0 &&
    isSurnameOf(family.join(''), name) &&
    /^\p{Script=Han}+$/u.test(family.join(''));
  const shown = isFamily ? family : signs.slice(0, signs.length > 1 ? 1 : 0);
  return `${shown.join('').toUpperCase()}某`;
}

type Named = Pick<Party, 'kind' | 'name' | 'surname'>;

export interface Masking {
  readonly party: Pick<Party, 'kind' | 'name' | 'surname'>;
  /** What is known of people: the marks of the served text, and the party itself. */
  readonly secrets: readonly Secret[];
  /** What the check hides beyond that, in its own words, each with its ground. */
  readonly hidden: readonly { readonly text: string; readonly ground: string }[];
  /** What stands for a text hidden on a ground. */
  readonly gap: (ground: string) => string;
}

/**
 * Words of a summary as the public may read them: masked as the text is, but in place, for a line has no room for notes.
 * A natural party keeps its family name; anything else gives way to what it was.
 */
export function maskWords(words: string, { party, secrets, hidden, gap }: Masking): string {
  const name = party.kind === 'natural' ? withoutSpaces(party.name) : null;
  const open = hidden.reduce((rest, { text, ground }) => rest.replaceAll(text, gap(ground)), words);
  return segmentText(open, longestFirst(secrets))
    .map(({ text, sensitive }) =>
      sensitive === undefined
        ? text
        : withoutSpaces(text) === name
          ? maskedName(party)
          : gap(sensitive),
    )
    .join('');
}

/** The gap in a line: what was there, in the words of the rules. */
export function gapWords(
  notes: Readonly<Record<string, { readonly what: string }>>,
): Masking['gap'] {
  return (ground) => PUBLIC_TEXTS.gap(notes[ground]?.what ?? PUBLIC_TEXTS.withheld.what);
}

/** Characters by which a hidden piece is told from words that stand anywhere, such as 没收. */
const SHORTEST_CORE = 4;

/**
 * A hidden segment as it may stand in a summary too: without the label or the number before it and the stop behind it.
 * Empty where nothing is left that could be told from any other text.
 */
export function coreOf(segment: string): string {
  const core = segment
    .replace(/^[^　]*　/, '')
    .replace(/^（[一二三四五六七八九十]+）|^\d+[．.、]/, '')
    .replace(/[。；，！？]+$/, '');
  return core.length < SHORTEST_CORE ? '' : core;
}
