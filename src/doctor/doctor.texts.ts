/** What the doctor says. */
import type { Finding } from './compare.ts';

export const TEXTS = {
  replaying: (bureau: string, done: number, of: number) => `${bureau} 重算 ${done}/${of}`,
  files: (bureau: string, done: number, of: number) => `${bureau} 核对文件 ${done}/${of}`,
  log: (bureau: string) => `${bureau} 核对日志`,
} as const;

const WORDS: Readonly<Record<string, string>> = {
  'row-missing': '少一行',
  'row-surplus': '多一行',
  'cell-differs': '不一致',
  'act-unreadable': '读不出来',
  'act-impossible': '接不上前面的环节',
  'act-unqueued': '没有排队等候入册',
  'stream-broken': '记录不能重算',
  'blob-missing': '文件不在',
  'blob-differs': '文件不一致',
  'text-differs': '决定书的文字不是按所载内容生成的',
};

/** One finding in one line: where, which key, which column, what it should be and what it is. */
export function findingLine(bureau: string, finding: Finding): string {
  const key = Object.entries(finding.key)
    .map(([column, value]) => `${column}=${value}`)
    .join(' ');
  const column = finding.column === null ? '' : ` 列 ${finding.column}`;
  const values =
    finding.expected === null && finding.found === null
      ? ''
      : `：应为 ${finding.expected ?? '无'}，实为 ${finding.found ?? '无'}`;
  return `${bureau} ${finding.table} [${key}]${column} ${WORDS[finding.code] ?? finding.code}${values}`;
}

export function summaryLine(
  {
    bureaus,
    streams,
    acts,
    rows,
    files,
  }: Readonly<Record<'bureaus' | 'streams' | 'acts' | 'rows' | 'files', number>>,
  findings: number,
): string {
  const examined = `${bureaus} 个局，${streams} 条记录流，${acts} 个环节，${rows} 行数据，${files} 个文件`;
  return findings === 0 ? `全部一致：${examined}。` : `有 ${findings} 处不一致：查了${examined}。`;
}
