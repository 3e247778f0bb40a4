/** What browser tests need of the machine: Chromium and a Chinese font. Installed where we may, asked for in one line where not. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Environment for the tests: ZHUDING_CHROMIUM is a browser that starts; Chinese text has a font.
 * Throws Error with one line that says what to install.
 */
export async function browserEnvironment(root, say) {
  const chromium = chromiumOf() ?? installed(say) ?? (await bundled());
  if (chromium === null)
    throw new Error(
      `浏览器测试要用 Chromium。请以管理员身份运行：apt-get install -y ${PACKAGES.join(' ')}`,
    );
  return { ZHUDING_CHROMIUM: chromium, ...fonts(root) };
}

function chromiumOf() {
  const asked = process.env['ZHUDING_CHROMIUM'];
  return [...(asked ? [asked] : []), ...CHROMIUM].find(starts) ?? null;
}

function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** With Debian's packages, where we are root. */
function installed(say) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null;
  say(`正在安装浏览器和中文字体（${PACKAGES.join('、')}）……`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
  run('update');
  return run('install', '-y', '--no-install-recommends', ...PACKAGES) ? chromiumOf() : null;
}

/** The one that comes as an npm package; it starts where the system has the libraries it wants. */
async function bundled() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath().catch(() => null);
  return path !== null && starts(path) ? path : null;
}

/** Where the system has no Chinese font, those shipped for documents. */
function fonts(root) {
  const listed = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  if (listed.status === 0 && listed.stdout.trim() !== '') return {};
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
  <dir>${join(root, 'node_modules', '@expo-google-fonts')}</dir>
  <cachedir>${join(folder, 'fontconfig')}</cachedir>
</fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}
