/** Words of the legal reviewer's desk. */
const ITEM_NAMES: Readonly<Record<string, string>> = {
  jurisdiction: '管辖权',
  party: '当事人基本情况',
  facts: '事实证据',
  nature: '定性',
  basis: '适用依据',
  procedure: '程序',
  disposition: '处理',
  subject: '主体和人员资格',
  authority: '权限',
  documents: '文书',
  crime: '涉嫌犯罪移送',
};

/** Short name of a review item inside a sentence; its label where it has none. */
export function itemName(id: string, label: string): string {
  return ITEM_NAMES[id] ?? `“${label}”`;
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 一 to 九十九, as sentences have them. */
function countWords(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (count <= 10) return DIGITS[count] ?? String(count);
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

/** Sentences the opinion is put together from. */
export const OPINION_TEXTS = {
  met: (names: readonly string[]) => `${names.join('、')}${countWords(names.length)}项满足`,
  notApplicable: (names: readonly string[]) =>
    `${names.join('、')}${countWords(names.length)}项不适用`,
  notMet: (name: string, note: string) => `${name}一项不满足${note === '' ? '' : `：${note}`}`,
  opening: '经审核，本案',
  stop: '。',
  comma: '，',
  conclusions: {
    agree: '同意办案机构处理意见。',
    correct: '建议纠正后重新送审。',
    supplement: '建议补充调查后重新送审。',
  } as Readonly<Record<string, string>>,
  cited: (title: string, page: number) => `（见${title}第${page}页）`,
} as const;

/** 1—3、7: numbers in order, runs of three and more drawn together. */
function runs(numbers: readonly number[]): string {
  const parts: number[][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else parts.push([number]);
  }
  return parts
    .flatMap((part) => (part.length > 2 ? [`${part[0]}—${part.at(-1)}`] : part.map(String)))
    .join('、');
}

/** What stands between the reviewer and the signature. */
export const MISSING_TEXTS = {
  unanswered: (numbers: readonly number[]) => `第 ${runs(numbers)} 项未答`,
  unexplained: (numbers: readonly number[]) => `第 ${runs(numbers)} 项不满足，还没写说明`,
  differing: (numbers: readonly number[]) => `第 ${runs(numbers)} 项与机器的发现不同，还没写理由`,
  conclusion: '还没选结论',
  text: '审核意见还空着',
  grounds: '还没勾法制审核的情形',
  materials: '送审材料的页数没填全',
  licence: '法律职业资格证号没填',
  headOpinion: '审核机构负责人意见没填',
  head: '审核机构负责人没选',
} as const;

export const REVIEW_TEXTS = {
  title: '审核',
  reviews: '审核',
  waiting: '在等您的',
  nothingWaiting: '没有在等您审的。',
  inReview: '审核中的事项',
  nothingInReview: '没有正在审核的事项。',
  accept: '待接收',
  conclude: '待出意见',
  columns: {
    party: '当事人和案由',
    number: '案号',
    unit: '承办',
    state: '到哪一步',
    due: '审核期至',
    asked: '送审人',
  },
  round: (round: number) => `第 ${round} 轮`,
  kinds: { legal: '法制审核', case: '案件审核', none: '不需审核' } as Readonly<
    Record<string, string>
  >,
  grounds: (words: string) => `应审理由：${words}`,
  groundNames: {
    'public-interest': '涉及重大公共利益',
    'hearing-held': '经过听证程序',
    complex: '疑难复杂、涉及多个法律关系',
    statute: '法律、法规规定应当审核',
    'social-impact': '可能造成重大社会影响',
    'major-rights': '直接关系重大权益',
    'all-except-summary': '本局除简易程序外全部审核',
  } as Readonly<Record<string, string>>,
  groundListed: '列入本局审核清单',
  submitted: (name: string, moment: string) => `送审 ${name} ${moment}`,
  until: (day: string) => `审核期至 ${day}`,
  notAccepted: '还没接收，接收后起算审核期',

  files: '案卷',
  filesCount: (count: number) => `${count} 件`,
  groups: { submitted: '送审材料', papers: '文书', media: '音像和实物', opinions: '审核意见' },
  draftFile: '拟处理决定稿',
  chooseFile: '看哪一件',
  reading: '正在看的',
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  noPreview: '这种文件不能在这里打开，可以下载来看。',
  download: '下载',
  draftFailed: '拟处理决定稿没有打开。',
  originalUntouched: '原件一直不变',

  acceptance: '接收前先看材料齐不齐',
  acceptanceNote: '接收后起算审核期。材料不齐的，不接收，把缺的告诉承办机构。',
  present: '有',
  absent: '没有',
  presentPages: (pages: number) => `有，${pages} 页`,
  materials: { report: '调查终结报告', evidence: '证据材料', draft: '拟处理决定稿' },
  acceptAction: '接收',
  accepted: '已接收，审核期开始计算。',
  copyMissing: '复制缺的材料',
  copied: '已复制',
  missingMaterials: (names: string) => `送审材料还缺：${names}。请补齐后重新送审。`,
  complete: '材料齐备。',

  items: (count: number) => `审核${countWords(count)}项`,
  itemsNote: '机器只提示，结论由您作出',
  further: (count: number) => `审核表另列 ${count} 项，本局没有列为必答，可以一并作答`,
  machine: { met: '机器：满足', 'not-met': '机器：不满足', judge: '需您判断' } as Readonly<
    Record<string, string>
  >,
  differs: '您的结论与机器不同，请写明理由。',
  keys: { choose: '选项', met: '满足', notMet: '不满足', notApplicable: '不适用' },
  note: (number: number) => `第 ${number} 项的说明`,
  writeNote: '写说明',
  notePlaceholder: '说明，写入审核表',
  noteRequired: '不满足的，要写明是什么问题。',
  cite: '引用正在看的这一页',
  cited: (title: string, page: number) => `${title} 第 ${page} 页`,
  uncite: (what: string) => `去掉引用 ${what}`,

  opinion: '审核意见',
  opinionNote: '由各项结论拼成，可改文字，不可改结论',
  opinionLabel: '审核意见的文字',
  reassemble: '按各项结论重拼',
  conclusion: '结论',
  conclusions: {
    agree: '同意',
    correct: '建议纠正',
    supplement: '建议补充调查',
    other: '其他',
  } as Readonly<Record<string, string>>,
  doubtful: '有不满足的项，结论却是同意。请再看一遍。',
  sign: '签署意见',
  signNote: '签后封存，谁也不能改。要改，只能重新送审。',
  stages: {
    requested: '已送审，等审核机构接收。',
    accepted: '正在审核。',
    passed: '审核通过，意见已送承办机构。',
    'not-passed': '意见已送承办机构，改好后重新送审。',
  } as Readonly<Record<string, string>>,
  seeOpinion: '看意见',
  wouldRefuse: '现在签署会被拒绝',

  rest: '审核表的其余各项',
  signatures: '签名',
  noHead: '审核机构还没有登记负责人，请系统管理员在人员里登记。',
  groundsLabel: '法制审核的情形',
  materialsLabel: '送审材料和页数',
  pagesOf: (name: string) => `${name}的页数`,
  pages: '页',
  licence: '法律职业资格证号',
  headOpinion: '审核机构负责人意见',
  headOpinionNote: '照负责人签署的意见填，不替他拟。',
  head: '审核机构负责人',
  choose: '请选择',
  returned: '退回与再审情况',

  nothing: '这件事项现在没有要审的。',
  toMatter: '看事项',
  saved: (time: string) => `草稿已存 ${time}`,
  extend: '审核延期',
} as const;
