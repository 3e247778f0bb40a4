/** The food case in 鲤城, with a reload in the middle of one form and a lost answer in the middle of another. */
import { test } from '@playwright/test';
import { keepsDraft, losesAnswer } from './support/troubles.ts';
import { open, type Plan, play, provePublic } from './support/story.ts';

const PLAN: Plan = {
  bureau: '泉州市鲤城区市场监督管理局',
  area: '350502',
  flags: ['complex'],
  channels: [
    ['门户网站', 7],
    ['国家企业信用信息公示系统', 20],
  ],
};

test('[QZ-0e] [QZ-17b] a penalty case from the clue to the archived file in 鲤城', async ({
  browser,
}) => {
  const { installation, staff } = await open(browser, PLAN);
  try {
    await play(staff, PLAN, { inspect: keepsDraft, order: losesAnswer });
    await provePublic(browser, installation, PLAN);
  } finally {
    await installation.stop();
  }
});
