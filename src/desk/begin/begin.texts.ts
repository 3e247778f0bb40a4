/** Words of beginning a matter. */
import type { IdentifierFault } from '../../party/identifier.ts';

export const BEGIN_TEXTS = {
  title: '登记案源',
  hint: '登记后就有了案卷，时限从这一步起算。',
  procedure: '程序',
  matter: '事项',
  party: '当事人',
  subject: '案由',
  subjectHint: '写涉嫌的违法行为，例如：经营超过保质期的食品。',
  handlers: '办案人员',
  handlersHint: '立案后由承办机构负责人正式指定。',
  flags: '涉及的情形',
  flagsHint: '关系到要不要法制审核、集体讨论。现在看得出的先勾，以后还可以补，不能去掉。',
  at: '登记时间',
  atFirst: '发生时间',
  first: (term: string) => `第一步：${term}`,
  send: '登记',
  sending: '正在登记',
  again: '再试一次',
  keptHere: '写的都存在本机。',
  keptAt: (time: string) => `${time} 已存到服务器，换电脑也在。`,
  found: '上次没登记完的还在。',
  startAgain: '清空重来',
  already: '这件已经登记上了。',
  open: '打开案卷',
  known: (matters: number) => `本局办过这一户 ${matters} 件事项`,
  knownOpen: (open: number) => `，其中 ${open} 件在办`,
  takeKnown: '用已有的名称和代码',
  see: '看一户一档',
  person: '个人信息只在案卷里，公示时隐去。',
} as const;

/** Procedures that begin on this page, the usual one first. */
export const BEGUN_HERE = ['penalty.ordinary', 'penalty.summary'] as const;

/** Marks of a matter, as `SUBJECT_FLAGS` names them. */
export const FLAG_TEXTS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'public-interest', label: '涉及重大公共利益' },
  { value: 'social-impact', label: '可能造成重大社会影响' },
  { value: 'major-rights', label: '直接关系当事人或者第三人重大权益' },
  { value: 'complex', label: '案件情况疑难复杂、涉及多个法律关系' },
  { value: 'statute', label: '法律、法规规定应当审核的其他情形' },
  { value: 'grave', label: '情节复杂或者重大违法行为' },
  { value: 'crime', label: '涉嫌犯罪' },
];

/** Why a code or number cannot be right, in words; the plainest reason first. */
export function codeFaultWords(
  kind: 'credit' | 'citizen',
  fault: IdentifierFault,
  length: number,
): string {
  const name = kind === 'credit' ? '统一社会信用代码' : '身份证号码';
  switch (fault) {
    case 'length':
      return `${name}有 18 位，现在 ${length} 位。`;
    case 'alphabet':
      return kind === 'credit'
        ? '只有数字和大写字母，没有 I、O、S、V、Z。'
        : '前 17 位是数字，末位是数字或者 X。';
    case 'region':
      return '行政区划码不对。';
    case 'date':
      return '出生日期不对。';
    case 'organisation-check':
      return '第 17 位校验码不符，主体标识码里有写错的。';
    case 'check':
      return '末位校验码不符，有写错的。';
  }
}
