/** Words that stand on many pages of the portal. */
import type { RequestKind } from './links.ts';
import type { SlotState } from './slot.ts';

export const SITE = {
  system: '行政执法公示',
  skip: '跳到正文',
  home: '首页',
  check: '按文号核验',
  large: '大字版',
  small: '标准字',
  help: '使用帮助',
  navigation: '主要栏目',
  crumbs: '所在位置',
  rehearsalLabel: '说明',
  rehearsal: '这是演示局。案件、企业和人名都是编的，没有法律效力。',
  responsible: (bureau: string) => `本站内容由${bureau}公示并负责。`,
  made: '本页生成于',
  stop: '。',
  footer: [
    ['rules', '公示规则与依据'],
    ['data', '数据下载'],
    ['verify', '离线核验工具'],
    ['access', '无障碍声明'],
    ['supervision', '执法监督'],
  ],
} as const;

export const STATE_TERMS: Readonly<Record<SlotState, string>> = {
  'on-time': '按时公示',
  late: '逾期后公示',
  overdue: '逾期未公示',
  withheld: '不予公示',
  withdrawn: '已撤回',
  'not-due': '未到期',
};

/** Kinds of parties as the search names them. */
export const PARTY_TERMS: Readonly<Record<string, string>> = {
  legal: '企业',
  'individual-business': '个体工商户',
  natural: '自然人',
  other: '其他组织',
};

export const REQUEST_TERMS: Readonly<Record<RequestKind, string>> = {
  correction: '申请更正',
  objection: '提出异议',
  complaint: '投诉举报',
  disclosure: '申请公开',
};

/** Fields of the summary (publication fields of a decision). */
export const FIELD_TERMS: Readonly<Record<string, string>> = {
  number: '决定书文号',
  party: '当事人',
  code: '统一社会信用代码',
  representative: '法定代表人',
  operator: '经营者',
  principal: '负责人',
  violation: '违法行为类型',
  category: '执法类别',
  penalty: '处罚内容',
  conclusion: '执法结论',
  basis: '处罚依据',
  authority: '作出机关',
  date: '决定日期',
  unit: '承办机构',
  text: '正文',
};

/** Where something is published. */
export const CHANNEL_TERMS: Readonly<Record<string, string>> = {
  WEB: '门户网站',
  ZWFW: '政务服务网',
  GSXT: '国家企业信用信息公示系统',
};

/** Grounds on which a whole decision stays back, as the rules `publish.withheld.*` list them. */
export const GROUND_TERMS: Readonly<Record<string, string>> = {
  'state-secret': '涉及国家秘密',
  forbidden: '法律、行政法规禁止公开',
  security: '公开可能危及国家安全、公共安全、经济安全、社会稳定',
  'commercial-secret': '涉及商业秘密，权利人不同意公开',
  privacy: '涉及个人隐私，本人不同意公开',
};

/** Numbers that need not be published at all. */
export const NOT_REQUIRED: Readonly<Record<string, string>> = {
  'no-penalty': '不予行政处罚的决定，依法不需公示',
  'warning-only': '仅受警告，依法不需公示',
  summary: '适用简易程序当场作出的处罚，依法不需公示',
  'not-granted': '没有准予许可、登记的决定，依法不需公示',
};

/** Why a number has no page now, in one sentence and its basis. */
export const WHY = {
  overdue: (due: string, days: string) => `应在${due}前公示，已超过${days}。`,
  notDue: (due: string) => `最迟${due}公示，还没有到期。`,
  paused: '公示期限依法暂停，或者还不能确定。',
  withdrawn: (day: string, reason: string) => `公示已于${day}撤回：${reason}。`,
  withheld: (reason: string) => `${reason}。`,
  basis: (basis: string) => `依据：${basis}。`,
  late: (due: string) => `最迟应当在${due}公示。`,
  workingDays: (days: number) => `${days}个工作日`,
  days: (days: number) => `${days}天`,
  unknownReason: '依法不予公开',
  notRequired: '依法不需公示',
} as const;

export const ERRORS = {
  notFound: [
    '没有这一页',
    '地址可能写错了，或者这里从来没有过内容。可以从首页进入，也可以按文号查。',
  ],
  failed: ['这一页现在打不开', '不是您的问题。请过一会儿再试；一直打不开的，请告诉本局。'],
  malformed: ['地址里有写错的地方', '请检查地址，或者从首页进入。'],
  tooMany: ['提交得太频繁', '请十分钟后再提交。您写的内容还在下面。'],
} as const satisfies Record<string, readonly [title: string, words: string]>;
