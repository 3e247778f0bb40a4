/** Sentences of the findings beside the items of a review. */
import { dateInWords } from '../document/wording.ts';

export const FINDING_TEXTS = {
  partySame: (name: string, number: string) =>
    `送审稿的当事人与登记的一致：${name}${number === '' ? '' : `，${number}，校验位正确`}。`,
  partyDiffers: (fields: readonly string[]) =>
    `送审稿的当事人与登记的不一致：${fields.join('、')}。`,
  partyFields: { name: '名称', code: '统一社会信用代码', idNumber: '证件号码' } as const,
  facts: (exhibits: number, papers: number, listed: number) =>
    `卷内证据 ${exhibits} 件、文书 ${papers} 份，送审稿列出证据 ${listed} 项。机器不判断证明力。`,
  basis: (violated: string, basis: string) =>
    `送审稿写的违反条款：${violated}；处罚依据：${basis}。`,
  certificates: (names: readonly string[], acts: number, minimum: number) =>
    `现场办案 ${acts} 次，每次执法人员都不少于 ${minimum} 名，证件当日有效（${names.join('、')}），当日出示。`,
  certificateInvalid: (term: string, day: string, names: readonly string[]) =>
    `${dateInWords(day)}${term}：${names.join('、')}没有当日有效的执法证件。`,
  tooFew: (term: string, day: string, count: number) =>
    `${dateInWords(day)}${term}：有效的执法人员只有 ${count} 名。`,
  notShown: (term: string, day: string) => `${dateInWords(day)}${term}：没有当日出示证件的记录。`,
  clocksKept: (terms: readonly string[]) => `已走完的时限都按期：${terms.join('、')}。`,
  clockLate: (term: string, due: string) => `${term}应于${dateInWords(due)}前办结，迟了。`,
  clockOverdue: (term: string, due: string) => `${term}${dateInWords(due)}届满，还没有办结。`,
  hearingNotice: (served: string, held: string) =>
    `听证通知${dateInWords(served)}送达，${dateInWords(held)}举行，通知期够。`,
  hearingNoticeShort: (served: string, held: string) =>
    `听证通知${dateInWords(served)}送达，${dateInWords(held)}就举行，通知期不够。`,
  discretion: (standard: string) =>
    `送审稿写明了裁量阶次、基准条款（${standard}）和理由。是否适当由您判断。`,
  discretionMissing: (names: readonly string[]) => `送审稿没有写明：${names.join('、')}。`,
  discretionFields: {
    'discretion-step': '裁量阶次',
    'discretion-standard': '裁量基准条款',
    'reasons-discretion': '裁量理由',
  } as const,
  penaltyDiffers: '送审稿的处罚比调查终结报告拟的重。',
  filed: (recordings: number) =>
    recordings === 0
      ? '应有的文字记录都在卷。'
      : `应有的文字记录都在卷，应录的音像 ${recordings} 次都已入库或者写明未录的理由。`,
  textMissing: (terms: readonly string[]) => `缺文字记录：${terms.join('、')}。`,
  recordingMissing: (terms: readonly string[]) =>
    `应当录音录像，还没有入库的：${terms.join('、')}。`,
  crimeReported: '卷内报告过涉嫌犯罪，移送还没有决定。',
  crimeDecided: '卷内报告过涉嫌犯罪，移送已有决定。',
  crimeNone: '卷内没有涉嫌犯罪的报告。是否达到移送标准由您判断。',
} as const;
