import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextKey, loadSecrets, rolePassword, secretsFrom } from './secrets.ts';

const INSTALL = Buffer.from(Array.from({ length: 32 }, (_, index) => index));

describe('secretsFrom', () => {
  it('derives by HMAC-SHA-256 with a label for each purpose', () => {
    // printf <label> | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
    const secrets = secretsFrom(INSTALL);
    expect(contextKey(secrets).toString('hex')).toBe(
      '11fa7ed7d58e765301a5fcd8b84dd1b91b8870eeaa9d34df73061c54b5e25ac8',
    );
    expect(rolePassword(secrets, 'desk')).toBe('fCINE6RNtxPixcJ5sqBgJHCd7zEJfclT6nVmstV9mUU');
    expect(rolePassword(secrets, 'review')).not.toBe(rolePassword(secrets, 'desk'));
  });

  it('refuses a secret of another length', () => {
    expect(() => secretsFrom(Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('loadSecrets', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhuding-secrets-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('makes the secret once, readable by its owner only, and leaves no draft', async () => {
    const first = await loadSecrets(join(dir, 'data'));
    const second = await loadSecrets(join(dir, 'data'));
    expect(second.derive('x')).toEqual(first.derive('x'));
    expect((await stat(join(dir, 'data', 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(dir, 'data'))).toEqual(['secrets.json']);
  });

  it('gives all of many first callers the same secret, the one in the file', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => loadSecrets(dir)));
    const value: unknown = JSON.parse(await readFile(join(dir, 'secrets.json'), 'utf8'));
    const { install } = value as { install: string };
    const expected = secretsFrom(Buffer.from(install, 'base64url')).derive('x').toString('hex');
    expect(new Set(all.map((secrets) => secrets.derive('x').toString('hex')))).toEqual(
      new Set([expected]),
    );
  });

  it('makes another secret for another installation', async () => {
    const [one, two] = await Promise.all([
      loadSecrets(join(dir, '1')),
      loadSecrets(join(dir, '2')),
    ]);
    expect(one.derive('x')).not.toEqual(two.derive('x'));
  });

  it('refuses a file others can read', async () => {
    await loadSecrets(dir);
    await chmod(join(dir, 'secrets.json'), 0o640);
    await expect(loadSecrets(dir)).rejects.toThrow('can be read by other users');
  });

  it.each(['{}', '{"version":2,"install":"AA"}', '{"version":1,"install":"AA"}', '{'])(
    'refuses the damaged file %s',
    async (text) => {
      await writeFile(join(dir, 'secrets.json'), text, { mode: 0o600 });
      await expect(loadSecrets(dir)).rejects.toThrow();
      expect(await readFile(join(dir, 'secrets.json'), 'utf8')).toBe(text);
    },
  );
});
