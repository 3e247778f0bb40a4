/** What an act out of order is told. */
export const ORDER_TEXTS = {
  any: (terms: readonly string[]): string => terms.map((term) => `“${term}”`).join('或者'),
  missing: (steps: readonly string[]): string => `还没有办${steps.join('，也没有办')}`,
  missingHelp: (first: string, term: string): string => `先办${first}，再办“${term}”。`,
  once: (term: string, seq: number): string => `“${term}”已经办过，是第 ${seq} 号`,
  onceHelp: '一件事项只办一次，不再办。',
  ended: (term: string): string => `已经办了“${term}”，不能再办这个环节`,
  endedHelp: {
    'case.closed': '结案以后只能公示、更正、补记录和归档。',
    'case.declined': '不予立案以后只能公示、更正、补记录和归档。',
    'file.archived': '归档以后只能公示和更正。',
  },
  earlier: (seq: number, term: string, at: string): string =>
    `发生时间早于第 ${seq} 号“${term}”（${at}）`,
  earlierHelp: '案卷按发生的先后记。核对发生时间。',
  settled: '指明的那一环节不在案卷里，或者已经了结',
  settledHelp: '从本案已经记下、还没有了结的环节里选。',
  overtaken: {
    'case.declined': '已经立案，不能再不予立案',
    'verification.extended': '已经立案，不用再延长核查',
    'transfer.sent': '机关负责人没有批准移送',
    'time.resumed': '没有按这个原因停着的期限',
    'review.requested': '上一次送审还没有审结',
    'review.accepted': '没有等着受理的送审',
    'review.extended': '没有受理了还没审结的送审',
    'review.concluded': '没有受理了还没审结的送审',
    'disagreement.raised': '没有不同意的审核意见可以提异议',
    'publication.withdrawn': '这个渠道上没有正在公示的内容',
  },
  overtakenHelp: '看案卷里最近的环节，再定办哪一项。',
  decided: '已经作出决定，当事人信息不能再改',
  decidedHelp: '决定书有误的，另行更正。',
} as const;
