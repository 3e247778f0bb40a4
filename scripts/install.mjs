/** Brings node_modules to what package-lock.json says. Quick when it already is. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const NODE = [20, 19];
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Installs what is missing; ends the program with one line where it cannot. */
export function ensureInstalled(root, say) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1]))
    stop(`需要 Node.js ${NODE.join('.')} 以上，现在是 ${process.versions.node}。`);
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = join(root, 'node_modules', '.zhuding-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('正在安装依赖（第一次约一分钟）……');
  // Not `npm ci`: it wants the binaries of every platform in the lock, and a registry may not have them all.
  const done = spawnSync('npm', ['install', '--no-save', ...QUIET], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.error) stop(`没有找到 npm：${done.error.message}`);
  if (done.status !== 0) stop('依赖没有装上。检查能否连到 npm 仓库，再运行一次。');
  writeFileSync(mark, wanted);
}

export function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
