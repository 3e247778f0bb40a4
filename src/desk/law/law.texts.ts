/** Words of the rules. */
const KINDS: Readonly<Record<string, string>> = {
  licence: '许可',
  penalty: '处罚',
  compulsion: '强制',
  inspection: '检查',
  other: '其他',
};
const CHANNELS: Readonly<Record<string, string>> = {
  WEB: '门户网站',
  ZWFW: '政务服务网',
  GSXT: '公示系统',
  WECHAT: '微信公众号',
  WINDOW: '服务窗口',
  HALL: '办事大厅',
  CASE_SYS: '办案系统',
};

const KEYS: Readonly<Record<string, string>> = {
  'publish.start.inspection': '检查结果公示期从哪一步起算',
  'publish.site': '网站公示的渠道',
  'publish.licenceToGsxt': '许可结果也归集到公示系统',
  'publish.inspectionOnSite': '检查结果在网站公示',
  'publish.form': '公示形式',
  'publish.summaryFields': '摘要的内容',
  'publish.gsxt.fields': '公示系统的内容',
  'publish.unitRequired': '公示写明产生信息的单位',
  'publish.reviewer.inspection': '检查结果由谁核对公示',
  'publish.summaryProcedure': '简易程序处罚也公示',
  'publish.lowFine': '不公示的小额罚款',
  'publish.period.gsxt': '公示系统的公示期（月）',
  'publish.clock.withheld': '不予公开时公示期',
  'publish.withheld.absolute': '绝对不公开的理由',
  'publish.withheld.thirdParty': '第三方同意后可公开的理由',
  'publish.withholding': '隐去内容的依据',
  'mask.natural': '自然人姓名的写法',
  'withdrawal.limit': '撤回公示的期限',
  'av.duties': '音像记录的环节',
  'av.contested': '争议环节的音像记录',
  'av.uploadLimit': '音像入库的期限',
  'review.scope': '法制审核的范围',
  'review.list': '法制审核清单',
  'review.limit': '法制审核的期限',
  'review.licenceFor': '哪些审核要有法律职业资格',
  'review.licence.since': '初次审核要有资格的起始日',
  'review.materials': '送审材料',
  'review.draft.excludes': '审核后仍可填写的内容',
  'review.items.penalty': '处罚案件的审核内容',
  'review.items': '另加的审核内容',
  'review.ratio': '审核人员占执法人员的比例（%）',
  'discussion.flags': '集体讨论的情形',
  'training.required': '上岗前要培训',
  'handlers.minimum': '办案人员的人数',
  'case.conditions': '立案条件',
  'verification.limit': '核查期限',
  'verification.extension': '核查延长',
  'decision.limit': '办案期限',
  'decision.extension.first': '办案期限第一次延长',
  'decision.reasons': '决定书要说的理由',
  'investigation.report': '调查终结报告的内容',
  'notice.contents': '告知的内容',
  'statement.limit': '陈述申辩期',
  'hearing.threshold.natural': '公民听证的金额',
  'hearing.threshold.organisation': '单位听证的金额',
  'hearing.kinds': '可以听证的处罚种类',
  'hearing.request.limit': '要求听证的期限',
  'hearing.notice': '听证通知提前',
  'party.individualBusiness': '个体工商户按哪类当事人',
  'summary.limit.natural': '简易程序公民罚款上限',
  'summary.limit.organisation': '简易程序单位罚款上限',
  'summary.filing': '简易程序备案期限',
  'collection.amount': '当场收缴的金额',
  'fine.handover': '当场收缴后上缴的期限',
  'discretion.lighter': '从轻的幅度（%）',
  'discretion.heavier': '从重的幅度（%）',
  'remedy.body': '复议机关',
  'remedy.path.summary': '简易程序的救济顺序',
  'number.pattern': '文号的格式',
  'delivery.limit': '送达期限',
  'delivery.evidence': '送达的凭证',
  'payment.limit': '缴款期限',
  'reconsideration.limit': '申请复议的期限',
  'court.limit': '起诉的期限',
  'demand.limit': '催告的期限',
  'apply.limit': '申请强制执行的期限',
  'closing.limit': '结案期限',
  'preservation.limit': '登记保存的期限',
  'seizure.limit': '查封扣押的期限',
  'seizure.extension': '查封扣押延长',
  'seizure.papers': '查封扣押当场交付的文书',
  'seizure.pause.requiresTold': '检测期间停计要告知',
  'approval.limit': '紧急措施补批的期限',
  'transfer.decision': '移送决定的期限',
  'transfer.sending': '移送的期限',
  'transfer.papers': '移送的材料',
  'application.reply': '申请的答复期限',
  'licence.limit': '许可的办理期限',
  'licence.extension': '许可的延长',
  'certificate.limit': '颁发证件的期限',
  'confirmation.limit': '登记的办理期限',
  'confirmation.extension': '登记的延长',
  'adjudication.months': '裁决的办理期限',
  'inspection.notice': '检查要出具通知书',
  'inspection.notice.since': '检查通知书的起始日',
  'archive.archivist': '归档须由档案管理人员办',
  'archive.order': '卷内材料的顺序',
  'retention.years': '保管期限（年）',
  'clock.rollover': '期限末日遇休息日',
  'clock.pause': '停计的起止日',
  'clock.pause.hearing': '听证期间停计',
};

/** A rule key in words; the key where it has none. */
export function keyWords(key: string): string {
  const limit = /^publish\.limit\.([a-z]+)(?:\.([A-Z_]+))?$/.exec(key);
  if (limit) {
    const channel = limit[2];
    return `${KINDS[limit[1] ?? ''] ?? ''}公示期限${channel === undefined ? '' : ` ${CHANNELS[channel] ?? channel}`}`;
  }
  return KEYS[key] ?? key;
}

/** What a key is counted in, where that is not said in its name. */
const UNITS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [
    /^publish\.limit\.|^(review|verification|withdrawal|statement|delivery|closing|preservation|demand)\.limit$|^hearing\.(request\.limit|notice)$|^verification\.extension$|^summary\.filing$|^(application\.reply|transfer\.decision|certificate\.limit)$|^(licence|confirmation)\.(limit|extension)$/,
    '个工作日',
  ],
  [
    /^decision\.(limit|extension\.first)$|^seizure\.(limit|extension)$|^(payment|reconsideration)\.limit$|^fine\.handover$/,
    '日',
  ],
  [/^(court|apply)\.limit$|^adjudication\.months$/, '个月'],
  [/^(approval\.limit|transfer\.sending)$/, '小时'],
  [/^handlers\.minimum$/, '人'],
];

export function unitOf(key: string): string | null {
  return UNITS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** Amounts of money are kept in 分. */
export function isAmount(key: string): boolean {
  return /^(hearing\.threshold|summary\.limit)\.|^(collection\.amount|publish\.lowFine)$/.test(key);
}

export const LAW_TEXTS = {
  rules: '规则',
  procedures: '程序',
  subtitle: (day: string, pack: string) => `按 ${day} 计算，规则包 ${pack}`,
  on: '按哪一天',
  text: '规则、依据',
  show: '只看',
  shows: { local: '本局另有规定', beaten: '有让位的规则', clocks: '期限' } as Readonly<
    Record<string, string>
  >,
  columns: { key: '规则', value: '内容', source: '来源', basis: '依据', from: '自' },
  noneFound: '没有符合的规则。换个筛选再看。',
  local: '本局',
  national: '全国',
  noRule: '没有这项要求',
  more: (count: number) => `共 ${count} 项`,
  yes: '是',
  no: '否',
  resolver: '来历',
  chooseOne: '选一条规则，看它从哪里来、谁给它让了位。',
  summary: (all: number) => (all > 1 ? `${all} 条规则提到它，采用一条。` : '只有一条规则提到它。'),
  chosen: '采用',
  beaten: '让位',
  whyChosen: '为什么采用',
  whyBeaten: '为什么让位',
  since: (day: string) => `${day}起`,
  until: (from: string, to: string) => `${from}至${to}`,
  reasons: {
    only: '没有别的规则提到它。',
    script: '演练脚本指定。',
    local: '本局另有规定，用本局的。',
    shorter: '期限取短的：本局可以比上级紧，不能比上级松。',
    longer: '比采用的长，会放松上级的期限。',
    general: '本局另有规定，一般规定让位。',
    overridden: '演练脚本另行指定。',
    'not-in-force': '这一天不在有效期内。',
    'before-first': '最早只知道这一条，这一天在它生效以前。',
  } as Readonly<Record<string, string>>,
  confidence: (words: string) => `可信度：${words}`,
  confidences: { high: '高', medium: '中', low: '低' } as Readonly<Record<string, string>>,
  close: '关闭来历',
  procedureColumns: { act: '环节', who: '谁办', basis: '依据', code: '代码' },
  chooseProcedure: '哪个程序',
  stageless: '随时',
} as const;
