/**
 * `zhuding verify FILE [--key VKEY]... [--json]`: checks a proof file on any machine, without a server and without a
 * network. Ends with 0 if the file is proven, 1 if it is refuted, 2 if neither can be told.
 */

import { open } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Hashes } from '../ledger/hashes.ts';
import { pureHashes } from '../ledger/hashes.pure.ts';
import { parseVkey, type VerifierKey } from '../ledger/key.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { verifyFile } from './file-kind.ts';
import type { Outcome } from './report.ts';
import { formatReport, formatReportJson } from './report-text.ts';
import { REASONS } from './words.ts';

/** Everything the command does to the world. */
export interface VerifyIo {
  /** The bytes of a file. Rejects if it cannot be read or is longer than `limit` bytes. */
  readFile(path: string, limit: number): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** What the user asked for. */
interface Request {
  readonly file: string;
  readonly keys: readonly string[];
  readonly json: boolean;
}

const EXIT = { proven: 0, refuted: 1, unknown: 2 } as const satisfies Record<Outcome, number>;
const CANNOT_TELL = EXIT.unknown;
const MAX_FILE_LENGTH = 8 * 1024 * 1024;

const USAGE = `用法：zhuding verify 文件 [--key 公钥]... [--json]

  核对一份证明文件，不需要服务器和网络。
  --key   您从该机关或见证人另行取得的公钥，可以指定多个。指定后只认您指定的日志公钥。
  --json  用 JSON 输出。

  退出码：0 已证明，1 不成立，2 无法判断。
`;

/** The real world: files and the standard streams of this process. */
export const processIo: VerifyIo = {
  async readFile(path, limit) {
    const bytes = new Uint8Array(limit + 1);
    let length = 0;
    const file = await open(path);
    try {
      // Counts what comes, not what the file system says: a device or a pipe has no length.
      for (let read = -1; read !== 0 && length <= limit; length += read) {
        read = (await file.read(bytes, length)).bytesRead;
      }
    } finally {
      await file.close();
    }
    if (length > limit) throw new Error(`文件超过 ${limit} 字节`);
    return bytes.slice(0, length);
  },
  out(text) {
    process.stdout.write(text);
  },
  err(text) {
    process.stderr.write(text);
  },
};

/** Runs the command with the arguments after `verify`; the exit code is the answer. Never rejects. */
export async function runVerify(
  argv: readonly string[],
  io: VerifyIo = processIo,
): Promise<number> {
  const request = readRequest(argv);
  if (request === 'help') {
    io.out(USAGE);
    return 0;
  }
  if (typeof request === 'string') {
    io.err(`${request}\n\n${USAGE}`);
    return CANNOT_TELL;
  }
  const pinned = readKeys(pureHashes, request.keys);
  if (typeof pinned === 'string') {
    io.err(`${pinned}\n`);
    return CANNOT_TELL;
  }
  const bytes = await readOrExplain(io, request.file);
  if (typeof bytes === 'string') {
    io.err(`${bytes}\n`);
    return CANNOT_TELL;
  }
  const report = verifyFile(pureHashes, bytes, { pinned });
  const format = request.json ? formatReportJson : formatReport;
  io.out(format(report, request.file));
  return EXIT[report.outcome];
}

/** The request, `help`, or a sentence on what is wrong with the arguments. */
function readRequest(argv: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined) return '请指定一份证明文件。';
    if (more.length > 0) return '一次只能核对一份文件。';
    return { file, keys: [...new Set(values.key)], json: values.json === true };
  } catch {
    return '参数不对。';
  }
}

function readKeys(hashes: Hashes, texts: readonly string[]): VerifierKey[] | string {
  const keys: VerifierKey[] = [];
  for (const text of texts) {
    try {
      keys.push(parseVkey(hashes, text));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return `--key 指定的公钥不能用：${REASONS[error.code]}。`;
    }
  }
  return keys;
}

async function readOrExplain(io: VerifyIo, path: string): Promise<Uint8Array | string> {
  try {
    return await io.readFile(path, MAX_FILE_LENGTH);
  } catch (error) {
    return `文件读不出来：${path}（${whyUnreadable(error)}）`;
  }
}

function whyUnreadable(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件';
  if (code === 'EACCES') return '没有读取权限';
  if (code === 'EISDIR') return '这是一个文件夹';
  return error instanceof Error ? error.message : String(error);
}
