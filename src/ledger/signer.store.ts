/**
 * What the signer remembers of a log: every tree it was about to sign, one line each, in a file that only grows. The
 * line is on disk before the signature exists, so whoever restores an old database or storage meets this memory.
 *
 *     <origin> SP <size> SP <base64 SHA-256 root> SP <base64 SM3 root> LF
 *
 * A line that was cut off has no LF and never led to a signature; the next write marks it with ` cut-off`. Several
 * processes may hold the same file open: each write is one append, and who finds another line before its own has lost.
 */

import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../platform/durable-file.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { utf8 } from './bytes.ts';
import { makeFolder } from './folder.store.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import { type LogTree, sameTree } from './log-tree.ts';

export interface SignerMemory {
  /** The largest tree remembered, null when there is none. Throws LogStop `guard/damaged`. */
  last(): Promise<LogTree | null>;
  /**
   * Remembers a tree; on disk on return. False when another process remembered another tree meanwhile: then nothing may
   * be signed. Throws LogStop `guard/failed`.
   */
  remember(tree: LogTree): Promise<boolean>;
}

/** Enough for hundreds of lines: the largest tree stands in the last one, or just before it after a race. */
const TAIL = 64 * 1024;
const CUT_OFF = ' cut-off';

/** The memory of the log of this origin in the file `path`, made at the first `remember`. */
export function openSignerMemory(path: string, origin: string): SignerMemory {
  async function append(file: FileHandle, tree: LogTree): Promise<boolean> {
    const { end, cutOff } = await readLines(file, null);
    const line = formatLine(origin, tree);
    const bytes = utf8(cutOff ? `${CUT_OFF}\n${line}\n` : `${line}\n`);
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten !== bytes.length) {
      throw new LogStop('guard/failed', `签名记忆 ${path} 没有写完`);
    }
    try {
      await file.sync();
      if (end === 0) await syncFolder(dirname(path));
    } catch (error) {
      throw new LogStop('guard/failed', `签名记忆 ${path} 写入失败`, { cause: error });
    }
    const { lines } = await readLines(file, end);
    return lines.filter((one) => !one.endsWith(CUT_OFF)).every((one) => one === line);
  }

  return {
    async last() {
      const file = await openOrNull(path, 'r');
      if (file === null) return null;
      try {
        const { lines } = await readLines(file, null);
        const trees = lines
          .filter((line) => !line.endsWith(CUT_OFF))
          .map((line) => parseLine(line, origin, path));
        return largest(trees, path);
      } finally {
        await file.close();
      }
    },
    async remember(tree) {
      await makeFolder(dirname(path), 0o700);
      const file = await open(path, 'a+', 0o600);
      try {
        return await append(file, tree);
      } finally {
        await file.close();
      }
    },
  };
}

function formatLine(origin: string, { size, root, rootSm3 }: LogTree): string {
  return `${origin} ${size} ${encodeBase64(root)} ${encodeBase64(rootSm3)}`;
}

function parseLine(line: string, origin: string, path: string): LogTree {
  try {
    const [, size, root = '', rootSm3 = ''] = line.split(' ');
    const tree = {
      size: Number(size),
      root: decodeBase64(root),
      rootSm3: decodeBase64(rootSm3),
    };
    // Writing it again refuses another origin, surplus words and numbers in other forms.
    if (Number.isSafeInteger(tree.size) && formatLine(origin, tree) === line) return tree;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
  }
  throw new LogStop('guard/damaged', `签名记忆 ${path} 有读不懂的行`);
}

function largest(trees: readonly LogTree[], path: string): LogTree | null {
  const last = trees.reduce<LogTree | null>(
    (most, tree) => (most === null || tree.size > most.size ? tree : most),
    null,
  );
  if (last && trees.some((tree) => tree.size === last.size && !sameTree(tree, last))) {
    throw new LogStop('guard/damaged', `签名记忆 ${path} 对同一条数记有两个根`);
  }
  return last;
}

/** Whole lines from `from` on, or of the file's tail; its length; whether it ends in the middle of a line. */
async function readLines(
  file: FileHandle,
  from: number | null,
): Promise<{ lines: string[]; end: number; cutOff: boolean }> {
  const { size } = await file.stat();
  const start = from ?? Math.max(0, size - TAIL);
  const buffer = Buffer.alloc(size - start);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, start + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const lines = buffer.toString('utf8', 0, length).split('\n');
  const rest = lines.pop();
  // The tail may begin in the middle of a line.
  if (from === null && start > 0) lines.shift();
  return { lines, end: start + length, cutOff: rest !== '' };
}

async function openOrNull(path: string, flags: string): Promise<FileHandle | null> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
