/** Page numbers of a table of contents. Pure. */
import type { CatalogueLine } from '../../archive/archive.api.ts';

/** 3, or 3-6. */
export function pageSpan({ from, to }: Pick<CatalogueLine, 'from' | 'to'>): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** Pages of a volume. */
export function pagesOf(lines: readonly Pick<CatalogueLine, 'to'>[]): number {
  return lines.reduce((last, { to }) => Math.max(last, to), 0);
}
