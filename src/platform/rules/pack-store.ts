/**
 * Rule packs by their hash. The pack of this release is read from `rules/`; every pack that was ever
 * adopted is kept in the data folder, because matters keep the rules they began under.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalize, type Json } from '../../ledger/canonical-json.ts';
import { type Pack, type PackFiles, parsePack } from '../../rule/pack.ts';
import { createFileOnce } from '../durable-file.ts';
import { readPackFiles } from './read-pack.ts';

export interface KeptPack {
  /** Lower-case hex SHA-256 of the canonical content. */
  readonly hash: string;
  readonly pack: Pack;
}

export interface PackStore {
  /** The pack of this release. */
  readonly current: KeptPack;
  /** A pack adopted earlier. Throws Error when it is not kept: the installation is incomplete. */
  byHash(hash: string): Pack;
  /** Keeps the current pack durably; done before a bureau adopts it. */
  keepCurrent(): Promise<void>;
}

export function openPackStore(root: string, dataDir: string): PackStore {
  const files = readPackFiles(root);
  const content = packContent(files);
  const hash = sha256(content);
  const current: KeptPack = { hash, pack: parsePack(files) };
  const known = new Map([[hash, current.pack]]);
  const folder = join(dataDir, 'packs');

  return {
    current,
    byHash(wanted) {
      let pack = known.get(wanted);
      if (!pack) {
        pack = readKept(join(folder, `${wanted}.json`), wanted);
        known.set(wanted, pack);
      }
      return pack;
    },
    async keepCurrent() {
      await mkdir(folder, { recursive: true });
      await createFileOnce(join(folder, `${hash}.json`), content);
    },
  };
}

function packContent(files: PackFiles): string {
  return canonicalize(Object.fromEntries(files) as Record<string, Json>); // parsed JSON
}

function readKept(path: string, hash: string): Pack {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `规则包 ${hash.slice(0, 12)} 不在数据目录里，不能判断按它办理的事项。从备份恢复 packs 目录。`,
      { cause: error },
    );
  }
  if (sha256(content) !== hash)
    throw new Error(
      `规则包 ${hash.slice(0, 12)} 的内容已变，与登记的不符。从备份恢复 packs 目录。`,
    );
  const files: Record<string, unknown> = JSON.parse(content);
  return parsePack(new Map(Object.entries(files)));
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
