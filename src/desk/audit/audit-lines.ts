/** Which lines of the audit a filter shows, and how late something was recorded. Pure. */
import type { AuditLine } from '../../act/audit.api.ts';

/** Milliseconds up to which something counts as recorded at the time it happened. */
const AT_ONCE = 5 * 60_000;

/** Milliseconds between happening and recording; null for what was recorded at the time. */
export function gapOf({
  happened,
  recorded,
}: Pick<AuditLine, 'happened' | 'recorded'>): number | null {
  const gap = Date.parse(recorded) - Date.parse(happened);
  return gap > AT_ONCE ? gap : null;
}

/** Whether the line was recorded by that person and is of that act, as far as either is asked for. */
export function isAsked(
  line: Pick<AuditLine, 'by' | 'type'>,
  filter: { readonly by: string; readonly act: string },
): boolean {
  const by = filter.by.trim();
  return (by === '' || line.by.includes(by)) && (filter.act === '' || line.type === filter.act);
}
