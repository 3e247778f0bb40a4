/** A report as plain Chinese text for a terminal or a print-out. */

import { canonicalize, type Json } from '../ledger/canonical-json.ts';
import { showMoment } from './moment.ts';
import type { Outcome, ProofFacts, Report, SignatureFact, WitnessFact } from './report.ts';

const CONCLUSION = {
  proven: '已证明',
  refuted: '不成立',
  unknown: '无法判断',
} as const satisfies Record<Outcome, string>;

const MARK = { proven: '通过', refuted: '不符', unknown: '不明' } as const satisfies Record<
  Outcome,
  string
>;

const LONGEST_VALUE = 500;

/** The report as text with LF at the end of each line. `file` is shown as given. */
export function formatReport(report: Report, file: string): string {
  const lines = [`结论：${conclusion(report)}`, `文件：${file}`];
  if (report.facts !== undefined) lines.push('', '证明了：', ...factLines(report.facts));
  lines.push('', '逐项核对：');
  for (const { outcome, code, detail } of report.checks) {
    lines.push(`  [${MARK[outcome]}] ${detail}${code === undefined ? '' : `（${code}）`}`);
  }
  if (report.limits.length > 0) {
    lines.push('', '没有证明：', ...report.limits.map(({ detail }) => `  ${detail}`));
  }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** Without a key from elsewhere the conclusion must not sound like one about who issued the file. */
function conclusion({ outcome, facts }: Report): string {
  const pinned = facts === undefined || facts.signatures.some((signature) => signature.pinned);
  return pinned ? CONCLUSION[outcome] : `${CONCLUSION[outcome]}文件前后一致，签发者还需您另行核对`;
}

/** The report as one JSON object. */
export function formatReportJson(report: Report, file: string): string {
  return `${visible(JSON.stringify({ file, ...report }))}\n`;
}

function factLines(facts: ProofFacts): string[] {
  return [
    `  环节类型：${facts.type}`,
    `  记录时间：${showMoment(facts.at)}`,
    `  所在事项：${facts.stream}，第 ${facts.n} 个环节`,
    `  所在日志：${facts.log}，第 ${facts.index} 号，日志共 ${facts.size} 条`,
    ...Object.entries(facts.public).map(([name, value]) => `  公开内容：${name} = ${show(value)}`),
    ...Object.entries(facts.opened).map(([name, value]) => `  打开内容：${name} = ${show(value)}`),
    ...facts.signatures.map((signature) => `  日志签名：${showKey(signature)}`),
    ...facts.witnesses.map((witness) => `  见证签名：${showWitness(witness)}`),
  ];
}

function showWitness(witness: WitnessFact): string {
  return `${showKey(witness)}，${showMoment(witness.time)}`;
}

function showKey({ name, keyId, algorithm, pinned }: SignatureFact): string {
  const method = algorithm === 'sm2' ? 'SM2' : 'Ed25519';
  return `${name}+${keyId}，${method}，${pinned ? '公钥由您指定' : '公钥来自文件本身'}`;
}

function show(value: Json): string {
  const text = typeof value === 'string' ? value : canonicalize(value);
  const { length } = text;
  return length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…（共 ${length} 字）`;
}

/**
 * What a file says goes to the reader's terminal: characters that are not seen but act, such as escape sequences and
 * changes of writing direction, are written out.
 */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => {
    let escaped = '';
    for (let i = 0; i < char.length; i++) {
      escaped += `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`;
    }
    return escaped;
  });
}
