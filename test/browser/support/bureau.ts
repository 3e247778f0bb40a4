/** A bureau in its own installation: the built program on a port of its own, and its people each in a browser of theirs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { type Program, serve } from '../../support/program.ts';
import { button } from './button.ts';
import { codeOf } from '../../support/visitor.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = { main: join(ROOT, 'dist', 'zhuding.js'), remove: () => Promise.resolve() };

export interface Installation {
  readonly program: Program;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The program over an empty data folder. */
export async function install(): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-journey-'));
  const program = await serve({ program: PROGRAM, dataDir });
  return {
    program,
    dataDir,
    async stop() {
      if (program.child.exitCode === null) await program.end('SIGINT');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody at a computer. */
export interface Person {
  readonly name: string;
  readonly login: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Of the API, as this person's browser asks it. */
  get<T>(path: string): Promise<T>;
}

/** Opens a browser for somebody. */
export async function sitDown(
  browser: Browser,
  { address }: Program,
  name: string,
  login: string,
): Promise<Person> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  return {
    name,
    login,
    context,
    page,
    async get<T>(path: string): Promise<T> {
      const response = await page.request.get(`/api${path}`);
      expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
      return response.json();
    },
  };
}

/** The first sign-in: with the password that was handed over, a new one where that is asked for, and a code generator. */
export async function firstSignIn(
  { page, login }: Person,
  password: string,
  next: string | null,
): Promise<string> {
  await page.goto('/desk/');
  await page.getByLabel('用户名', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await button(page, '登录').click();
  if (next !== null) {
    await page.getByLabel('现在的密码', { exact: true }).fill(password);
    await page.getByLabel('新密码', { exact: true }).fill(next);
    await page.getByLabel('再写一遍新密码', { exact: true }).fill(next);
    await button(page, '换密码').click();
  }
  return bindCode(page);
}

/** Types the code of the generator the page offers; the generator's secret. */
export async function bindCode(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: '绑定动态码' })).toBeVisible();
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('手机上显示的六位数字', { exact: true }).fill(codeOf(secret));
  await button(page, '绑定').click();
  await atDesk(page);
  return secret;
}

export async function atDesk(page: Page): Promise<void> {
  await expect(page.getByRole('banner')).toBeVisible();
}
