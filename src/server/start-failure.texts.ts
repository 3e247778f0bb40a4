/** Why the program did not start, and what to do about it, in words for whoever started it. */
import type { Settings } from './settings.ts';

/** One sentence or two. What is not foreseen is said as it was thrown. */
export function startFailure(error: unknown, settings: Settings): string {
  return (
    foreseenFailure(error, settings) ?? (error instanceof Error ? error.message : String(error))
  );
}

/** What is known of such a failure and its cure; null of one nobody has met. */
export function foreseenFailure(error: unknown, settings: Settings): string | null {
  const code = textOf(error, 'code');
  const isListening =
    textOf(error, 'syscall') === 'listen' || textOf(error, 'hostname') === settings.host;
  return isListening
    ? listenFailure(code, settings)
    : (folderFailure(code, settings.dataDir) ?? databaseFailure(code, settings.databaseUrl));
}

function listenFailure(code: string, { host, port }: Settings): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被别的程序占用。用 PORT 指定别的端口，例如 PORT=8090 npm start。`;
    case 'EACCES':
      return `不允许使用端口 ${port}。用 PORT 指定 1024 以上的端口。`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `本机没有地址 ${host}。检查 HOST。`;
    default:
      return null;
  }
}

function folderFailure(code: string, dataDir: string): string | null {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `不能写入数据目录 ${dataDir}。用 ZHUDING_DATA 指定当前用户能写的目录。`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${dataDir} 不能用作数据目录：它或者它的上级是一个文件。用 ZHUDING_DATA 指定别的目录。`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `数据目录 ${dataDir} 所在的磁盘满了。腾出空间，或者用 ZHUDING_DATA 指定别的磁盘。`;
    default:
      return null;
  }
}

/** SQLSTATE and system errors of a PostgreSQL that is not ours; its password is never said. */
function databaseFailure(code: string, databaseUrl: string | null): string | null {
  if (databaseUrl === null || !URL.canParse(databaseUrl)) return null;
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `连不上 DATABASE_URL 里的 PostgreSQL（${hostname}:${port || '5432'}）。检查它是否已经启动、地址是否正确。`;
    case '28P01':
    case '28000':
      return `PostgreSQL 不让 DATABASE_URL 里的用户 ${decodeURIComponent(username)} 登录。检查用户名和密码。`;
    case '3D000':
      return `PostgreSQL 里没有数据库 ${decodeURIComponent(pathname.slice(1))}。先建好它，或者改 DATABASE_URL。`;
    default:
      return null;
  }
}

function textOf(error: unknown, name: 'code' | 'syscall' | 'hostname'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : null;
  return typeof value === 'string' ? value : '';
}
