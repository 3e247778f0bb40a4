/** The command line: `zhuding <command>`. Each command loads only what it needs. */
import process from 'node:process';
import { findRoot } from '../platform/package-root.ts';

const USAGE = `用法：zhuding 命令 [参数]

  serve            启动（npm start 就是它）
  demo             装入演示局：各岗位账号和一年的演练案件
  rehearse FILE    按剧本演练一件案子，输出 JSON
  verify FILE      核对一份公示证明，不需要服务器
  doctor           从记录重算全部事实和工作数据，逐行比对（--json，--deep 连文件内容一起核对）

  环境变量：PORT 端口（8080）  HOST 地址（127.0.0.1）  ZHUDING_DATA 数据目录（./data）
            DATABASE_URL 已有的 PostgreSQL  ZHUDING_PUBLIC_URL 对外网址  LOG_LEVEL 日志级别（warn）
`;

const say = (line: string): void => {
  overwrite('');
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** A line that the next one replaces, where somebody watches. */
function overwrite(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

async function main([command, ...rest]: readonly string[]): Promise<number> {
  // React makes the portal's pages without the checks it does for developers.
  process.env['NODE_ENV'] ??= 'production';
  switch (command) {
    case 'rehearse': {
      const { runRehearse } = await import('../rehearsal/rehearse.cli.ts');
      const { readPack } = await import('../platform/rules/read-pack.ts');
      return runRehearse(rest, readPack(findRoot()), say, complain);
    }
    case 'verify': {
      const { runVerify } = await import('../verify/verify.cli.ts');
      return runVerify(rest);
    }
    case 'serve':
      return withSettings(async (settings, root) => {
        const { serve } = await import('../server/serve.ts');
        const { openLog } = await import('../server/log.ts');
        return serve(settings, root, { say, log: openLog(process.env['LOG_LEVEL'] ?? 'warn') });
      });
    case 'demo':
      return withSettings(async (settings, root) => {
        const { openWorld } = await import('../server/world.ts');
        const { openLog } = await import('../server/log.ts');
        const { runDemo } = await import('../demo/demo.cli.ts');
        const log = openLog(process.env['LOG_LEVEL'] ?? 'warn');
        const world = await openWorld({ settings, root, log, beside: true });
        try {
          return await runDemo(world, { say, progress: overwrite });
        } finally {
          await world.close();
        }
      });
    case 'doctor':
      return withSettings(async (settings, root) => {
        const { openWorld } = await import('../server/world.ts');
        const { openLog } = await import('../server/log.ts');
        const { runDoctor } = await import('../doctor/doctor.cli.ts');
        const log = openLog(process.env['LOG_LEVEL'] ?? 'warn');
        const world = await openWorld({ settings, root, log, beside: true });
        try {
          const request = { json: rest.includes('--json'), deep: rest.includes('--deep') };
          return await runDoctor(world, request, { say, progress: overwrite });
        } finally {
          await world.close();
        }
      });
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      say(USAGE);
      return 0;
    default:
      complain(`没有这个命令：${command}\n`);
      complain(USAGE);
      return 2;
  }
}

async function withSettings(
  work: (settings: import('../server/settings.ts').Settings, root: string) => Promise<number>,
): Promise<number> {
  const { readSettings, SettingsError } = await import('../server/settings.ts');
  const root = findRoot();
  try {
    return await work(readSettings(process.env, root), root);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    complain(error.message);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
