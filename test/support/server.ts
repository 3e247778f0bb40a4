/** The whole program over a test database, in the process of the test. */
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { openLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/serve.ts';
import { readSettings } from '../../src/server/settings.ts';
import type { TestDatabase } from './database.ts';

export interface TestServer extends Running {
  readonly dataDir: string;
}

/** Starts the program on a free port, with more settings in `environment`; it stops after the tests beside it. */
export async function openTestServer(
  { adminUrl, packageRoot }: TestDatabase,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-server-'));
  // All databases of the test server share its roles, and so their passwords.
  const install = Buffer.from(inject('databaseServer').secret, 'hex').toString('base64url');
  await writeFile(join(dataDir, 'secrets.json'), JSON.stringify({ version: 1, install }), {
    mode: 0o600,
  });
  const settings = readSettings(
    { PORT: '0', ZHUDING_DATA: dataDir, DATABASE_URL: adminUrl, ...environment },
    packageRoot,
  );
  const running = await start(settings, packageRoot, {
    say: () => {},
    log: openLog(process.env['LOG_LEVEL'] ?? 'silent'),
  });
  afterAll(async () => {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { ...running, dataDir };
}
