/** The installation's one secret, and what is derived from it. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileOnce } from '../durable-file.ts';
import type { Role } from './roles.ts';

/** Derives 32-byte keys from the install secret, each for one purpose. */
export interface Secrets {
  /** HMAC-SHA-256 of `label` under the install secret. The same label always gives the same key. */
  derive(label: string): Buffer;
}

const SECRET_BYTES = 32;

/**
 * The secrets of the data directory `dataDir`, from `secrets.json` (mode 0600), which is made on first
 * use. Two processes starting at once get the same. Throws when the file is damaged or others may read it.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const path = join(dataDir, 'secrets.json');
  const fresh = { version: 1, install: randomBytes(SECRET_BYTES).toString('base64url') };
  const known = await stat(path).catch(() => null);
  if (known !== null && (known.mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by other users. Run: chmod 600 ${path}`);
  }
  return parseSecrets(path, await createFileOnce(path, `${JSON.stringify(fresh)}\n`));
}

/** Secrets derived from these bytes; for tests and for restoring from a written-down secret. */
export function secretsFrom(install: Buffer): Secrets {
  if (install.length !== SECRET_BYTES) {
    throw new RangeError(`an install secret has ${SECRET_BYTES} bytes, not ${install.length}`);
  }
  return { derive: (label) => createHmac('sha256', install).update(label, 'utf8').digest() };
}

/** The password `migrate` gives the role and its connections sign in with. */
export function rolePassword(secrets: Secrets, role: Role): string {
  return secrets.derive(`zhuding/v1/role-password/${role}`).toString('base64url');
}

/** The key that proves which bureau a connection speaks for (see `context.ts`). */
export function contextKey(secrets: Secrets): Buffer {
  return secrets.derive('zhuding/v1/context-key');
}

function parseSecrets(path: string, text: string): Secrets {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'version' in value && 'install' in value) {
    const { version, install } = value;
    if (version === 1 && typeof install === 'string') {
      return secretsFrom(Buffer.from(install, 'base64url'));
    }
  }
  throw new Error(`${path} is damaged: restore it from your backup. Do not make a new one.`);
}
