/** Words of what is public beforehand. */
import { NOTICE_ITEM_TERMS } from '../../bureau/notice.texts.ts';

export const NOTICE_TEXTS = {
  title: '事前公开',
  subtitle: (done: number, all: number) => `共 ${all} 项内容，已公开 ${done} 项`,
  items: NOTICE_ITEM_TERMS,
  missing: '还没有公开',
  missingTitle: (count: number) => `还缺 ${count} 项`,
  publishedTitle: '已公开',
  version: (version: number) => `第 ${version} 版`,
  effective: (day: string) => `${day} 起`,
  older: (count: number) => `以前的 ${count} 版`,
  reason: '为什么有这一版',
  unit: '责任机构',
  newVersion: '发布新版',
  first: '发布',
  newFor: (item: string) => `${item}：发布新版`,
  titleField: '标题',
  content: '内容',
  contentHint: '一段一行。发布后就在门户上，改动要发布新版。',
  effectiveOn: '生效日期',
  publish: '发布',
  cancel: '先不发',
  onlyPublisher: '由公示管理人员发布。',
  missingField: (label: string) => `还缺“${label}”。`,
} as const;
