/** The first run: which bureau, what stands on its papers, who its three administrators are. */
import { expect, type Page } from '@playwright/test';
import { atDesk, bindCode } from './bureau.ts';
import { button } from './button.ts';
import { look } from './looks.ts';

export const ADMINISTRATORS = {
  系统管理员: 'sysadmin',
  安全管理员: 'secadmin',
  审计管理员: 'auditadmin',
} as const;
type Duty = keyof typeof ADMINISTRATORS;

const PROFILE = {
  地址: '示例大街100号',
  电话: '0595-00000311',
  代收罚款银行: '示例银行支行',
  收款户名: '财政局非税收入专户',
  收款账号: '6200000000000000117',
};

/** Founds the bureau of that name over a line that loses the answer; the first password of each administrator. */
export async function found(page: Page, bureau: string): Promise<Readonly<Record<Duty, string>>> {
  await page.goto('/desk/');
  await expect(page.getByRole('heading', { name: '初次使用' })).toBeVisible();
  await look(page, 'first-run');
  await button(page, '建立本单位').click();
  await page.getByLabel('单位', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: bureau }).click();
  await expect(page.getByLabel('单位名称', { exact: true })).toHaveValue(bureau);
  for (const [label, value] of Object.entries(PROFILE))
    await page.getByLabel(label, { exact: true }).fill(value);
  for (const [duty, login] of Object.entries(ADMINISTRATORS)) {
    const person = page.getByRole('group', { name: duty });
    await person.getByLabel('姓名', { exact: true }).fill(`${duty.slice(0, 1)}管理`);
    await person.getByLabel('用户名', { exact: true }).fill(login);
  }
  await look(page, 'founding');
  await button(page, '下一步，看三个密码').click();
  await expect(page.getByRole('heading', { name: '先记下三个密码' })).toBeVisible();
  await look(page, 'first-passwords');
  await loseAnswer(page, '**/api/setup');
  await button(page, '已记下，建立').click();
  await expect(page.getByRole('heading', { name: '不知道建好没有' })).toBeVisible();
  await page.reload();
  await button(page, '再试一次').click();
  await expect(page.getByRole('heading', { name: '建好了' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '建好了' })).toBeVisible();
  const password = async (duty: Duty): Promise<string> =>
    page
      .getByRole('row', { name: new RegExp(duty) })
      .locator('code')
      .innerText();
  const passwords = {
    系统管理员: await password('系统管理员'),
    安全管理员: await password('安全管理员'),
    审计管理员: await password('审计管理员'),
  };
  await button(page, '我已交给三个人').click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  return passwords;
}

/** The next command to that address is carried out, and its answer never comes. */
async function loseAnswer(page: Page, address: string): Promise<void> {
  let isLost = false;
  await page.route(address, async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
}

/** An administrator's first sign-in. */
export async function enterAdministrator(page: Page, login: string, password: string) {
  await page.goto('/desk/');
  await page.getByLabel('用户名', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await button(page, '登录').click();
  await bindCode(page);
  await atDesk(page);
}
