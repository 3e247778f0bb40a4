/** Words for acts of the desk beside the procedure's, as they stand in the stream of a matter. */
import type { DeskActCode } from './desk-act-data.ts';
import type { SubjectFlag } from './matter.ts';

export const DESK_ACT_TERMS = {
  'matter.begun': '建立事项',
  'subject.flagged': '标注事项情形',
  'party.amended': '更正当事人信息',
  'approval.requested': '报请批准',
  'approval.granted': '事前批准',
  'approval.refused': '不予批准',
  'exhibit.added': '材料入卷',
  'exhibit.derived': '制作副本',
  'document.voided': '作废文号',
} as const satisfies Record<DeskActCode, string>;

/** What a matter concerns, as far as it bears on its review (行政处罚法 art. 58). */
export const FLAG_WORDS = {
  'public-interest': '涉及重大公共利益',
  'social-impact': '可能造成重大社会影响',
  'major-rights': '直接关系当事人或者第三人重大权益',
  complex: '案件情况疑难复杂',
  statute: '法律、法规规定应当审核',
  grave: '情节复杂或者重大违法',
  crime: '涉嫌犯罪',
} as const satisfies Record<SubjectFlag, string>;

/** Labels of what such acts say. */
export const DESK_GIST_TEXTS = {
  act: '环节',
  of: (seq: number): string => `第 ${seq} 号`,
  party: '当事人',
  reason: '理由',
  note: '说明',
  number: '文号',
  flags: '情形',
  recipe: '做法',
  source: '来源',
} as const;
