/** Words of the list of decisions and of the page of one number. */
import { count } from '../words.ts';

export const LIST = {
  title: '行政处罚决定',
  label: '企业名称、文号、统一社会信用代码、法律条款或者违法行为',
  status: '公示状态',
  party: '当事人',
  anyParty: '不限',
  time: '公示日期',
  from: '从',
  to: '到',
  year: '年份',
  anyYear: '不限',
  yearWith: (year: number, numbers: number) => `${year}（${count(numbers)}）`,
  apply: '按所选筛选',
  clear: '清除筛选',
  ofSlots: '每个文号都有去处：公示，或者说明为什么没有公示。',
  ofEntries: '按当事人、文字和公示日期查，只在已经公示的决定里查。没有公示的，请按文号查。',
  found: (shown: number, more: boolean) =>
    more ? `本页${count(shown)}件，后面还有` : `共${count(shown)}件`,
  none: '没有查到',
  noneWords:
    '换几个字再查，或者去掉筛选。自然人只公示姓，按姓名查不到；按文号可以查到每个文号的去处。',
  next: '下一页',
  first: '回到第一页',
  data: '下载清单（JSON）',
  decided: '决定',
  published: '公示',
  withdrawn: '撤回',
  badDay: (what: string) => `“${what}”不是一个日期，没有按它筛选。日期写成2026-11-20的样子。`,
  stateless: '按当事人、文字和公示日期查的时候，没有按公示状态筛选。',
  turned: '开始日期晚于结束日期，没有按它们筛选。',
} as const;

export const CHECK = {
  title: '按文号核验',
  words: '每一个决定书文号都有去处。输入文号，看它是按时公示了、没有公示，还是撤回了。',
  label: '决定书文号',
  example: (number: string) => `例如：${number}。`,
  hint: '方括号、圆括号写的也认。',
  submit: '核验',
  malformed: (typed: string) =>
    `“${typed}”不像一个决定书文号。文号由机关简称、文种、年份和序号组成，请对照决定书首页再填。`,
  unknown: (number: string) =>
    `本局没有编过“${number}”这个文号。请对照决定书首页再填；确实是这个文号的，这份文书可能不是本局作出的，请拨打12315核实。`,
  decided: '决定日期',
  due: '最迟公示日',
  published: '公示日期',
  withdrawn: '撤回日期',
  state: '公示状态',
  why: '说明',
  read: '看这份决定',
  readWithdrawn: '看撤回说明',
  required: '是否应当公示',
  isRequired: '应当公示',
  isNotRequired: '依法不需公示',
  isKeptBack: '属于应当公示的范围，依法决定不予公示',
} as const;
