/** The versions of what is public beforehand, item by item. Pure. */
import type { NoticeView } from '../../bureau/notice.api.ts';

export interface NoticeItemVersions {
  readonly item: string;
  readonly current: NoticeView;
  /** Newest first. */
  readonly older: readonly NoticeView[];
}

/** Each item that has a version, in the order given, its newest version first. */
export function versionsByItem(
  notices: readonly NoticeView[],
  items: readonly string[],
): NoticeItemVersions[] {
  return items.flatMap((item) => {
    const [current, ...older] = notices
      .filter((one) => one.item === item)
      .sort((a, b) => b.version - a.version);
    return current ? [{ item, current, older }] : [];
  });
}
