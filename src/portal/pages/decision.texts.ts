/** Words of the page of one decision, and of the page that stands where one was. */
import { count, dateText, monthDayText } from '../words.ts';
import type { ExplainedDay } from '../explained-day.ts';

export const DECISION = {
  penalties: '行政处罚',
  print: '打印：用浏览器的“打印”，会打印成A4文书',
  data: '本页数据（JSON）',
  proofLink: '下载证明',
  objection: '对公示有异议',
  summary: '信息摘要',
  correct: '更正',
  correctField: (field: string) => `申请更正：${field}`,
  published: '公示日期',
  nth: (day: number) => `，第${day}个工作日`,
  channel: '公示渠道',
  versionOf: (version: number) => `第${version}版`,
  due: '最迟公示日',
  why: '为什么是这一天',
  correctText: '更正正文',
  masked: '自然人只显示姓，不公开住址、证件号码和联系方式。',
  serverIdentical: (gaps: number) =>
    gaps === 0
      ? '以下与送达文本逐字一致。'
      : `以下与送达文本逐字一致，隐去${gaps}处，各处写明条款。`,
  onlySummary: '本局按规则公开信息摘要，不公开决定书全文。',
  document: '行政处罚决定书',
  gap: (what: string) => `${what}已隐去`,
  gapSpoken: (what: string, clause: string) => `此处隐去：${what}，依据${clause}`,
  gaps: (gaps: number) => `隐去的${gaps}处与理由`,
  gapColumns: ['序', '内容', '理由', '条款'],
  verify: '核验此页',
  verifyWords: (gaps: number) =>
    `本页与送达给当事人的决定书一致${gaps === 0 ? '' : `，只少了标明的${gaps}处`}。不必相信本局，您可以自行核验。`,
  verifySummary: '本页的摘要取自已记入日志的决定。不必相信本局，您可以自行核验。',
  fingerprint: '决定在日志中的承诺值（SHA-256和SM3）',
  entry: '记入日志',
  entryNumber: (index: number) => `第${count(index)}条`,
  size: '出证时的日志大小',
  sizeNumber: (size: number) => `${count(size)}条`,
  download: (bytes: number) => `下载证明（${Math.max(1, Math.round(bytes / 1024))}kB）`,
  offline: '断网核验，怎么做',
  pending: '证明正在生成，一般几秒钟就好。请过一会儿刷新本页。',
  unproven: '旧版本不另出证明。',
  remedies: '不服这个决定的',
  reconsideration: (days: number, government: string) =>
    `自收到决定书之日起${days}日内，可以向${government}申请行政复议。`,
  court: (months: number, court: string) =>
    `自收到决定书之日起${months}个月内，可以向${court}提起行政诉讼。`,
  mistake: '发现错误',
  mistakeWords: '点摘要中任一项旁的“更正”，说明哪里不对。',
  changes: '本页的变动',
  changePublished: (day: string, version: number) =>
    `${dateText(day)} 公示${version === 1 ? '' : `（第${version}版）`}`,
  changeWithdrawn: (day: string) => `${dateText(day)} 撤回`,
  old: (version: number) => `这是第${version}版，已有新的版本。`,
  current: '看现在的版本',
  withdrawnTitle: '这份决定的公示已撤回',
  withdrawnWords: '原来公示的内容已经从网页、查询、数据下载和缓存中一并撤下。',
  withdrawnReason: '撤回理由',
  withdrawnDate: '撤回日期',
  withdrawnBasis: '依据',
  firstPublished: '曾于何时公示',
  number: '决定书文号',
  again: '重新作出决定的，另编文号公示。需要了解原决定的，可以依法申请公开。',
} as const;

/** One sentence that says all the strip of days shows. */
export function dueSentence(
  explained: ExplainedDay,
  limit: number,
  basis: readonly string[],
): string {
  const { from, working, weekends, holidays, makeups, notices } = explained;
  const skipped = [
    ...holidays.map(({ name, days }) => `${name}${days}天`),
    ...(weekends > 0 ? [`周末${weekends}天`] : []),
  ];
  const sources = [...basis, ...notices].join('，');
  return [
    `决定次日（${monthDayText(from)}）起数${limit}个工作日。`,
    skipped.length > 0 ? `不数${skipped.join('、')}。` : '',
    makeups.length > 0 ? `${makeups.map(monthDayText).join('、')}调休上班，计入。` : '',
    working > limit ? `其中${working - limit}个工作日依法暂停，不计入。` : '',
    sources === '' ? '' : `依据：${sources}。`,
  ].join('');
}
