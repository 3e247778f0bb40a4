/** The pages of a file in the order they are bound. Pure. */
import type { CaseFile, FiledDocument, FiledExhibit } from '../../matter/case-file.ts';
import { CONTENTS, COVER, NOTES, SUPPLEMENT_CONTENTS, VOLUME_NAMES } from '../archive.texts.ts';
import {
  type Catalogue,
  type CatalogueEntry,
  exhibitPages,
  VOLUMES,
  type Volume,
} from '../catalogue.ts';

/** Papers around the counted pages. */
export type FramePart =
  | { readonly code: 'file-cover'; readonly volume: Volume }
  | { readonly code: 'file-contents'; readonly volume: Volume }
  | { readonly code: 'supplement-contents'; readonly volume: Volume }
  | { readonly code: 'file-notes' };

/** One piece of the bound file. Counted pieces carry the numbers `from` to `to` on their pages. */
export type Part = { readonly title: string; readonly level: 1 | 2 } & (
  | { readonly kind: 'frame'; readonly frame: FramePart }
  | { readonly kind: 'document'; readonly document: FiledDocument; readonly from: number }
  | { readonly kind: 'pages'; readonly exhibit: FiledExhibit; readonly from: number }
  | {
      readonly kind: 'sheet';
      readonly exhibit: FiledExhibit;
      /** Number among the exhibits of the file, from 1. */
      readonly place: number;
      readonly from: number;
    }
);

/**
 * Cover, contents and entries of each volume asked for, in catalogue order, and the notes at the end. A volume nothing lies in
 * is left out. What came after filing stands behind the rest of its volume under a contents of its own.
 */
export function planOf(
  file: CaseFile,
  volumes: Catalogue,
  wanted: readonly Volume[] = VOLUMES,
): Part[] {
  const places = new Map(
    VOLUMES.flatMap((volume) => volumes[volume])
      .flatMap(({ item }) => (item.kind === 'exhibit' ? [item.exhibit.exhibit] : []))
      .map((exhibit, index) => [exhibit, index + 1]),
  );
  const entryPart = ({ item, title, from }: CatalogueEntry): Part => {
    if (item.kind === 'document')
      return { kind: 'document', level: 2, title, document: item.document, from };
    const { exhibit } = item;
    const isPrinted = exhibit.blob.type === 'application/pdf' && exhibit.media?.pages !== undefined;
    return isPrinted
      ? { kind: 'pages', level: 2, title, exhibit, from }
      : { kind: 'sheet', level: 2, title, exhibit, place: places.get(exhibit.exhibit) ?? 0, from };
  };
  return [
    ...wanted.flatMap((volume): Part[] => {
      const [entries, late] = split(volumes[volume]);
      return [
        ...(entries.length === 0
          ? []
          : [
              frame({ code: 'file-cover', volume }, `${VOLUME_NAMES[volume]}${COVER}`, 1),
              frame({ code: 'file-contents', volume }, CONTENTS, 2),
            ]),
        ...entries.map(entryPart),
        ...(late.length === 0
          ? []
          : [frame({ code: 'supplement-contents', volume }, SUPPLEMENT_CONTENTS, 2)]),
        ...late.map(entryPart),
      ];
    }),
    frame({ code: 'file-notes' }, NOTES, 1),
  ];
}

function frame(part: FramePart, title: string, level: 1 | 2): Part {
  return { kind: 'frame', level, title, frame: part };
}

function split(entries: readonly CatalogueEntry[]): [CatalogueEntry[], CatalogueEntry[]] {
  return [entries.filter((entry) => !entry.late), entries.filter((entry) => entry.late)];
}

/** Pages a counted piece must have; null for the papers around them. */
export function pagesOf(part: Part): number | null {
  switch (part.kind) {
    case 'frame':
      return null;
    case 'document':
      return part.document.pages;
    case 'pages':
      return exhibitPages(part.exhibit);
    case 'sheet':
      return 1;
  }
}
