/** Evidence put in the file: what the camera of the computer takes, and files. */
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Person } from './bureau.ts';
import { button } from './button.ts';
import { look } from './looks.ts';

const PHOTO = fileURLToPath(new URL('../../fixtures/media/photo.jpg', import.meta.url));
/** Milliseconds filmed. */
const FILMED = 3000;

/** A video of the act at that position, and a photo, put in the file together. */
export async function film({ page }: Person, matter: string, of: number): Promise<void> {
  await page.goto(`/desk/matters/${matter}/contents?of=${of}`);
  await button(page, '拍照、录像').click();
  await expect(page.getByText('镜头已开')).toBeVisible();
  await button(page, '开始录像').click();
  await expect(page.getByText(/^正在录/)).toBeVisible();
  await page.waitForTimeout(FILMED);
  await button(page, '停止').click();
  await page.getByLabel('选择文件', { exact: true }).setInputFiles(PHOTO);
  await expect(page.getByText('已核对，可以入卷')).toHaveCount(2);
  await button(page, '关闭镜头').click();
  await look(page, 'evidence');
  await button(page, '入卷 2 件').click();
  await expect(page.getByText('已核对，可以入卷')).toHaveCount(0);
  await expect(page.getByText('photo.jpg').first()).toBeVisible();
}
