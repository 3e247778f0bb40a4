/**
 * The private keys of each bureau's log, made once and kept in `<data>/keys/<bureau>.json`, readable by their owner
 * only. Software keys are for development and small installations; a 密码机 takes their place behind `Signer`.
 *
 *     {"format":"zhuding/log-keys/v1","origin":"zhuding.local/log/350502",
 *      "ed25519":"<hex>","sm2":"<hex>","sm2Shadow":"<hex>"}                    32 bytes each
 *
 * The shadow tree has a key of its own: one public key under two names is ambiguous (`assertSeparateUse`).
 */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileOnce } from '../platform/durable-file.ts';
import { fromHex, toHex } from './bytes.ts';
import { makeFolder } from './folder.store.ts';
import { nodeHashes } from './hashes.node.ts';
import { ed25519Signer, formatVkey, type Signer, sm2Signer } from './key.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import { DEFAULT_LOG_ORIGIN, isBureauId, logOrigin, shadowOrigin } from './origin.ts';
import { sm2PublicKey } from './sm2.ts';

/** The keys of one log. */
export interface BureauKeys {
  readonly origin: string;
  /** Sign the checkpoint: Ed25519 and SM2, side by side. */
  readonly log: readonly Signer[];
  /** Signs the checkpoint of the SM3 shadow. */
  readonly shadow: Signer;
  /** The verifier keys of all of them. */
  readonly vkeys: readonly string[];
}

export interface LogKeys {
  /** Origin of a bureau's log, whether it has keys yet or not. Throws RangeError for what is not a bureau. */
  origin(bureau: string): string;
  /** The keys of a bureau; null before they are made. Throws LogStop `log/keys-damaged`, `log/origin-differs`. */
  find(bureau: string): Promise<BureauKeys | null>;
  /** The keys of a bureau, made at the first call ever; durable on return. Errors as for `find`. */
  create(bureau: string): Promise<BureauKeys>;
}

const FORMAT = 'zhuding/log-keys/v1';
const PARTS = ['ed25519', 'sm2', 'sm2Shadow'] as const;

/** Keys below a data folder. `prefix` is the installation's `ZHUDING_LOG_ORIGIN`. */
export function openLogKeys(dataDir: string, prefix: string = DEFAULT_LOG_ORIGIN): LogKeys {
  const folder = join(dataDir, 'keys');
  const known = new Map<string, BureauKeys>();
  const origin = (bureau: string): string => logOrigin(prefix, bureau);
  const pathOf = (bureau: string): string => {
    if (!isBureauId(bureau)) throw new RangeError(`not the id of a bureau: ${bureau}`);
    return join(folder, `${bureau}.json`);
  };

  function keep(bureau: string, text: string): BureauKeys {
    const keys = readKeys(text, origin(bureau), pathOf(bureau));
    known.set(bureau, keys);
    return keys;
  }

  return {
    origin,
    async find(bureau) {
      const before = known.get(bureau);
      if (before) return before;
      const text = await readOrNull(pathOf(bureau));
      return text === null ? null : keep(bureau, text);
    },
    async create(bureau) {
      const before = known.get(bureau);
      if (before) return before;
      await makeFolder(folder, 0o700);
      return keep(bureau, await createFileOnce(pathOf(bureau), newKeys(origin(bureau))));
    },
  };
}

function newKeys(origin: string): string {
  const keys = {
    format: FORMAT,
    origin,
    ed25519: toHex(randomBytes(32)),
    sm2: newSm2Key(),
    sm2Shadow: newSm2Key(),
  };
  return `${JSON.stringify(keys, null, 2)}\n`;
}

/** A number from 1 to n-2: nearly every 32 bytes are one. */
function newSm2Key(): string {
  for (;;) {
    const key = randomBytes(32);
    try {
      sm2PublicKey(key);
      return toHex(key);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
  }
}

function readKeys(text: string, origin: string, path: string): BureauKeys {
  const [stored, ed25519, sm2, sm2Shadow] = parseKeys(text, path);
  if (stored !== origin) {
    throw new LogStop('log/origin-differs', `日志名称是 ${stored}，而配置得出的是 ${origin}`);
  }
  const random = (length: number): Uint8Array => randomBytes(length);
  try {
    const log = [
      ed25519Signer(nodeHashes, origin, 'log', ed25519),
      sm2Signer(nodeHashes, origin, 'log', sm2, random),
    ];
    const shadow = sm2Signer(nodeHashes, shadowOrigin(origin), 'log', sm2Shadow, random);
    return { origin, log, shadow, vkeys: [...log, shadow].map(({ key }) => formatVkey(key)) };
  } catch (error) {
    if (error instanceof LedgerError) throw damaged(path, error);
    throw error;
  }
}

function parseKeys(text: string, path: string): [string, Uint8Array, Uint8Array, Uint8Array] {
  const json = parseObject(text);
  const [ed25519, sm2, sm2Shadow] = PARTS.map((part) => {
    const value = json[part];
    const bytes = typeof value === 'string' ? fromHex(value) : undefined;
    return bytes?.length === 32 ? bytes : undefined;
  });
  const { format, origin } = json;
  if (format !== FORMAT || typeof origin !== 'string' || !ed25519 || !sm2 || !sm2Shadow) {
    throw damaged(path);
  }
  return [origin, ed25519, sm2, sm2Shadow];
}

function parseObject(text: string): { readonly [name: string]: unknown } & {
  readonly format?: unknown;
  readonly origin?: unknown;
} {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function damaged(path: string, cause?: unknown): LogStop {
  return new LogStop('log/keys-damaged', `密钥文件 ${path} 不完整`, { cause });
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
