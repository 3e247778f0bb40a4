/** Words of the pages of what is public beforehand. */

/** The items of the rule `publish.beforehand` (WD-2.1.2a), and what each tells. */
const TERMS: Readonly<Record<string, readonly [name: string, tells: string]>> = {
  subject: ['执法主体', '本局是谁，下设哪些机构，在哪里执法'],
  people: ['执法人员', '谁持有执法证件，证号是多少'],
  duties: ['执法职责', '本局管什么'],
  powers: ['执法权限', '本局能作出哪些决定，能采取哪些措施'],
  'inspection-items': ['随机抽查事项清单', '抽查谁、查什么、按多大比例查'],
  basis: ['执法依据', '按哪些法律、法规、规章办'],
  procedure: ['执法程序', '一步一步怎么办，期限多长'],
  supervision: ['监督方式', '谁监督本局，怎么反映'],
  remedies: ['救济渠道', '不服决定，向谁申请复议、起诉'],
  complaints: ['投诉举报方式', '发现违法，怎么告诉本局'],
};

/** An item's name and what it tells; one these words do not know goes by its code. */
export function noticeTerms(item: string): readonly [name: string, tells: string] {
  return TERMS[item] ?? [item, ''];
}

export const NOTICES = {
  title: '事前公开',
  words: (items: number) => `以下${items}项应当在执法之前公开。没有公开的，照样列在这里。`,
  missingShort: '尚未公开',
  missing: '尚未公开。本局应当公开而没有公开的，您可以向上级机关反映。',
  version: (version: number) => `第${version}版`,
  effective: '施行日期',
  unit: '责任机构',
  reason: '本版说明',
  older: (versions: number) => `其他${versions}个版本`,
  upcoming: '尚未施行',
  contents: '目录',
} as const;
