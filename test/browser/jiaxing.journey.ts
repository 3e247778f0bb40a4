/** The same case in 嘉兴: everything but summary cases goes to legal review, other channels, other dates. */
import { test } from '@playwright/test';
import { open, type Plan, play, provePublic } from './support/story.ts';

const PLAN: Plan = {
  bureau: '嘉兴市市场监督管理局',
  area: '330400',
  flags: [],
  channels: [
    ['政务服务网', 7],
    ['国家企业信用信息公示系统', 7],
  ],
};

test('[JX-1.7b] the same case in 嘉兴, public within seven working days everywhere', async ({
  browser,
}) => {
  const { installation, staff } = await open(browser, PLAN);
  try {
    await play(staff, PLAN);
    await provePublic(browser, installation, PLAN);
  } finally {
    await installation.stop();
  }
});
