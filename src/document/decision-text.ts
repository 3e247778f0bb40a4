/**
 * The text of a decision (forms 44, 45 and 46) as paragraphs: what is printed, reviewed, hashed and published is this one list, so
 * the served paper and the published text cannot differ (45号令 art. 7). Pure.
 *
 * Contents: 行政处罚法 art. 59, 程序规定 art. 62; summary before the decision: 45号令 art. 4.
 */

import {
  addedLines,
  bodies,
  body,
  choiceLabel,
  dateWords,
  type DecisionFrame,
  type Line,
  listed,
  type PartStyle,
} from './decision-lines.ts';
import type { DecisionTerms } from './decision-terms.ts';
import { type DocumentKind, titleOf, type Values } from './document.ts';
import { partyLines } from './party-lines.ts';
import { penaltyWords, type PenaltyRow, readPenalties } from './penalty.ts';
import {
  longestFirst,
  type Paragraph,
  paragraphText,
  type Secret,
  secretsOf,
  segmentText,
} from './sensitive.ts';
import { summaryDecision } from './summary-text.ts';
import { readLine, readParagraphs, readParty, readRows } from './values.ts';
import { chineseNumeral } from './wording.ts';

/** A paragraph and how it is set. */
export interface DecisionPart {
  readonly style: PartStyle;
  readonly paragraph: Paragraph;
}

/** Codes of the kinds printed as flowing text, and of the one whose form says it in its own words. */
const PENALTY_DECISION = 'penalty-decision';
const NO_PENALTY_DECISION = 'no-penalty-decision';
const SUMMARY_DECISION = 'summary-decision';

/** Whether a kind is printed from {@link decisionParts}. */
export function isFlowing(kind: DocumentKind): boolean {
  return kind.code === PENALTY_DECISION || kind.code === NO_PENALTY_DECISION;
}

/** Whether {@link decisionParts} knows the text of a kind. */
export function hasText(kind: DocumentKind): boolean {
  return isFlowing(kind) || kind.code === SUMMARY_DECISION;
}

function evidenceLines(values: Values): Line[] {
  const rows = readRows(values['evidence']).map((row) => {
    const source = readLine(row['source']);
    const from = source === '' ? '' : `（${source}）`;
    return `${readLine(row['name'])}${from}，证明${readLine(row['proves']).replace(/[。；]$/, '')}`;
  });
  return [
    ['heading', '证据及采信理由'],
    body('上述事实，有以下证据证明：'),
    ...listed(rows, (number) => `${number}．`),
    ...bodies(values['reasons-evidence']),
  ];
}

function statementLines(values: Values): Line[] {
  const heard = values['statement-kind'] === 'hearing';
  return [
    ['heading', heard ? '陈述申辩、听证及采纳情况' : '陈述申辩及采纳情况'],
    ...bodies(values['statement']),
  ];
}

function penaltyLines(values: Values, penalties: readonly PenaltyRow[]): Line[] {
  const rectification = readParagraphs(values['rectification']);
  return [
    ['heading', '处罚内容'],
    ...rectification.map(body),
    body(`依据${readLine(values['basis'])}的规定，本局决定对当事人作出如下行政处罚：`),
    ...listed(penalties.map(penaltyWords), (number) => `（${chineseNumeral(number)}）`),
  ];
}

function performanceLines(
  values: Values,
  penalties: readonly PenaltyRow[],
  { payment, surcharge }: DecisionTerms,
): Line[] {
  const lines: Line[] = [['heading', '履行方式和期限']];
  if (values['performance-kind'] === 'payment') {
    const bank = `${readLine(values['payment-bank'])}（户名：${readLine(values['payment-payee'])}，账号：${readLine(values['payment-account'])}）`;
    lines.push(
      body(
        `当事人应当自收到本决定书之日起${chineseNumeral(payment)}日内，将罚没款缴至${bank}，也可以通过电子支付系统缴纳。`,
      ),
    );
  }
  if (surcharge !== null && penalties.some((row) => row.kind === 'fine')) {
    lines.push(
      body(
        `到期不缴纳罚款的，依据${surcharge.basis}的规定，每日按罚款数额的百分之${chineseNumeral(surcharge.percent)}加处罚款，加处罚款的数额不超出罚款的数额。`,
      ),
    );
  }
  return [...lines, ...bodies(values['performance'])];
}

function remedyLines(
  values: Values,
  decision: string,
  { reconsideration, court: months }: DecisionTerms,
): Line[] {
  const government = readLine(values['reconsideration-body']);
  const court = readLine(values['court']);
  const stay =
    decision === '行政处罚决定'
      ? '行政复议或者行政诉讼期间，本决定不停止执行，法律另有规定的除外。'
      : '';
  return [
    ['heading', '救济途径'],
    body(
      `如不服本${decision}，可以自收到本决定书之日起${chineseNumeral(reconsideration)}日内向${government}申请行政复议，也可以自收到本决定书之日起${chineseNumeral(months)}个月内依法向${court}提起行政诉讼。${stay}`,
    ),
  ];
}

function publicityLines(values: Values, { publicity }: DecisionTerms): Line[] {
  const text =
    values['publicity'] === 'published'
      ? `本局将依照${publicity}，通过国家企业信用信息公示系统等向社会公示本行政处罚决定信息。`
      : `依照${publicity}，本行政处罚决定信息不通过国家企业信用信息公示系统公示。`;
  return [['heading', '公示告知'], body(text)];
}

function summaryLines(kind: DocumentKind, values: Values, frame: DecisionFrame): Line[] {
  const party = readParty(values['party']);
  const about = [party.name, party.code, party.representative].filter(Boolean).join('，');
  const penalties = readPenalties(values['penalties']).map(penaltyWords).join('；');
  const rows: readonly (readonly [string, string])[] = [
    ['行政处罚决定书文号', frame.number ?? ''],
    ['当事人基本情况', about],
    ['违法行为类型', readLine(values['violation-type'])],
    ['行政处罚内容', penalties],
    ['作出行政处罚决定机关名称', frame.bureauName],
    ['作出行政处罚决定日期', dateWords(frame)],
  ];
  return [
    ['summary-title', '行政处罚信息摘要'],
    ...rows.map(([label, text]): Line => ['summary', `${label}${SUMMARY_GAP}${text}`]),
  ];
}

/** Stands between label and content of a summary line; the table on paper has a rule there. */
export const SUMMARY_GAP = '　';

function penaltyDecision(kind: DocumentKind, values: Values, terms: DecisionTerms): Line[] {
  const penalties = readPenalties(values['penalties']);
  const step = choiceLabel(kind, values, 'discretion-step');
  return [
    ['heading', '案件来源与调查经过'],
    ...bodies(values['process']),
    ['heading', '违法事实'],
    ...bodies(values['facts']),
    ...evidenceLines(values),
    ...statementLines(values),
    ['heading', '定性与依据'],
    ...bodies(values['nature']),
    body(`当事人的上述行为违反了${readLine(values['violated'])}的规定。`),
    ...bodies(values['reasons-basis']),
    ['heading', '裁量理由'],
    ...bodies(values['reasons-discretion']),
    body(`依据${readLine(values['discretion-standard'])}，本局决定对当事人${step}。`),
    ...penaltyLines(values, penalties),
    ...performanceLines(values, penalties, terms),
    ...remedyLines(values, '行政处罚决定', terms),
    ...publicityLines(values, terms),
  ];
}

function noPenaltyDecision(kind: DocumentKind, values: Values, terms: DecisionTerms): Line[] {
  const ground = choiceLabel(kind, values, 'ground');
  return [
    ['heading', '案件来源与调查经过'],
    ...bodies(values['process']),
    ['heading', '查明的事实'],
    ...bodies(values['facts']),
    ...evidenceLines(values),
    ...statementLines(values),
    ['heading', '不予处罚的依据和理由'],
    ...bodies(values['reasons-basis']),
    ...bodies(values['reasons-discretion']),
    ['heading', '决定'],
    body(
      `本案属于${ground}的情形。依据${readLine(values['basis'])}的规定，本局决定对当事人不予行政处罚。`,
    ),
    ['heading', '教育内容'],
    ...bodies(values['education']),
    ...remedyLines(values, '决定', terms),
  ];
}

function numbered(lines: readonly Line[]): Line[] {
  let count = 0;
  return lines.map(([style, text]) => {
    if (style !== 'heading') return [style, text];
    count += 1;
    return [style, `${chineseNumeral(count)}、${text}`];
  });
}

/** What the decision says, between its party and its signature. */
function wording(kind: DocumentKind, values: Values, { terms }: DecisionFrame): Line[] {
  const added = addedLines(kind, values);
  switch (kind.code) {
    case PENALTY_DECISION:
      return numbered([...penaltyDecision(kind, values, terms), ...added]);
    case SUMMARY_DECISION:
      return [...summaryDecision(kind, values, terms), ...added];
    default:
      return numbered([...noPenaltyDecision(kind, values, terms), ...added]);
  }
}

/**
 * The paragraphs of a decision with their styles, from the summary to the note on copies.
 *
 * @param known what the other papers of the file tell about people, marked wherever it stands
 */
export function decisionParts(
  kind: DocumentKind,
  values: Values,
  frame: DecisionFrame,
  known: readonly Secret[] = [],
): DecisionPart[] {
  const lines: Line[] = [
    ...(kind.code === PENALTY_DECISION ? summaryLines(kind, values, frame) : []),
    ['office', frame.bureauName],
    ['title', titleOf(kind, values)],
    ['number', frame.number ?? ''],
    ...partyLines(values['party']).map((line): Line => ['party', `${line.label}：${line.text}`]),
    ...wording(kind, values, frame),
    ['sign', frame.bureauName],
    ['sign', dateWords(frame)],
    ['copies', kind.copies ?? ''],
  ];
  const secrets = longestFirst([...secretsOf(kind, values), ...known]);
  return lines
    .filter(([, line]) => line !== '')
    .map(([style, line]) => ({ style, paragraph: segmentText(line, secrets) }));
}

/**
 * The text of a decision, paragraph by paragraph, each cut into segments of at most a sentence with the sensitive ones marked.
 *
 * @param kind form 44, 45 or 46, also as extended by a bureau
 * @param values values `checkValues` finds no problem with; a draft gives the paragraphs it has
 */
export function decisionText(
  kind: DocumentKind,
  values: Values,
  frame: DecisionFrame,
): Paragraph[] {
  return decisionParts(kind, values, frame).map((part) => part.paragraph);
}

/** The paragraphs as plain lines. */
export function paragraphLines(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map(paragraphText);
}
