/** What the operator may set, read once from the environment. */
import { resolve } from 'node:path';

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** An external PostgreSQL; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder with a system PostgreSQL's programs to use instead of the packaged ones. */
  readonly postgresBin: string | null;
  /** How the portal is reached from outside, printed on documents; null: from the address of the request. */
  readonly publicUrl: string | null;
  /** Origin of the logs, before the area code. */
  readonly logOrigin: string;
  /** Whether browsers reach us over HTTPS, so that cookies must too. */
  readonly secure: boolean;
}

export class SettingsError extends Error {}

/** The settings in `env`. Throws SettingsError saying which one does not hold. */
export function readSettings(
  given: Readonly<Record<string, string | undefined>>,
  root: string,
): Settings {
  // Set to nothing is not set: an empty data directory would be the program's own folder.
  const env = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value?.trim() || undefined]),
  );
  const port = Number(env['PORT'] ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsError(`PORT 应当是 0 到 65535 的整数，现在是 ${env['PORT']}。`);
  const publicUrl = env['ZHUDING_PUBLIC_URL'] ?? null;
  if (publicUrl !== null && !/^https?:\/\/[^/]+$/.test(publicUrl))
    throw new SettingsError(
      'ZHUDING_PUBLIC_URL 写成 https://example.gov.cn 的样子，末尾不带斜杠。',
    );
  const databaseUrl = env['DATABASE_URL'] ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new SettingsError('DATABASE_URL 写成 postgresql://用户:密码@主机:端口/库名 的样子。');
  const logOrigin = env['ZHUDING_LOG_ORIGIN'] ?? 'zhuding.local/log';
  if (!/^[a-z0-9.-]+(\/[a-z0-9._-]+)*$/.test(logOrigin))
    throw new SettingsError('ZHUDING_LOG_ORIGIN 写成 example.gov.cn/log 的样子。');
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    dataDir: resolve(root, env['ZHUDING_DATA'] ?? 'data'),
    databaseUrl,
    postgresBin: env['ZHUDING_PG_BIN'] ?? null,
    publicUrl,
    logOrigin,
    secure: publicUrl?.startsWith('https:') ?? false,
  };
}
