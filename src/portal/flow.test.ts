import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { flowOf } from './flow.ts';
import { FlowPage } from './pages/flow.page.tsx';
import { lengthWords, stageNote } from './pages/flow.texts.ts';
import { renderPage } from './parts/page.tsx';
import { siteAt } from './sample.testkit.ts';

const DAY = plainDate('2026-11-20');
const procedure = (id: 'penalty.ordinary' | 'penalty.summary') => {
  const found = pack.procedures.get(id);
  if (!found) throw new Error(id);
  return found;
};
const ordinary = flowOf(procedure('penalty.ordinary'), pack.law('licheng'), DAY);
const stage = (id: string) => ordinary.stages.find((one) => one.id === id);

describe('the ordinary procedure', () => {
  it('has its nineteen stages in order', () => {
    expect(ordinary.stages.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 案源登记',
      '2 核查',
      '3 立案',
      '4 调查取证',
      '5 调查终结',
      '6 审核',
      '7 批准拟处理',
      '8 处罚告知',
      '9 陈述申辩',
      '10 复核',
      '11 听证',
      '12 集体讨论',
      '13 决定',
      '14 送达',
      '15 公示',
      '16 执行',
      '17 申请强制执行',
      '18 结案',
      '19 归档',
    ]);
  });
  it('review, notice, statement, hearing and discussion are gates before the decision', () => {
    expect(ordinary.stages.filter(({ gate }) => gate).map(({ id }) => id)).toEqual([
      'review',
      'notice',
      'statement',
      'hearing',
      'discussion',
    ]);
  });
  it('says where officers show their certificates first', () => {
    expect(ordinary.stages.filter(({ field }) => field).map(({ id }) => id)).toEqual([
      'verification',
      'investigation',
      'delivery',
    ]);
    const [note] = ordinary.stages
      .filter(({ id }) => id === 'investigation')
      .map((one) => stageNote(one, 30));
    expect(note).toContain('出示证件');
  });
  it('limits stand where they end, in the unit they are counted in', () => {
    const limits = (id: string) =>
      stage(id)?.limits.map((limit) => `${limit.term} ${lengthWords(limit)}`);
    expect(limits('opening')).toEqual(['核查期限 15个工作日']);
    expect(limits('review')).toEqual(['审核期限 10个工作日']);
    expect(limits('decision')).toEqual(['办案期限 90日']);
    expect(limits('delivery')).toEqual([
      '送达期限 7个工作日',
      '申请行政复议 60日',
      '提起行政诉讼 6个月',
    ]);
  });
  it('[XZ-G-9b] [JX-1.7b] the publication limit is seven working days', () => {
    for (const bureau of ['xinzhou', 'jiaxing']) {
      const flow = flowOf(procedure('penalty.ordinary'), pack.law(bureau), DAY);
      const { limits = [] } = flow.stages.find(({ id }) => id === 'publication') ?? {};
      expect(limits.find(({ name }) => name === 'publication')).toMatchObject({
        length: 7,
        unit: 'working-day',
      });
    }
  });
});

it('the page draws every stage twice and tells it once in words', () => {
  const site = siteAt('/350502/procedures/penalty.summary');
  const flow = flowOf(procedure('penalty.summary'), pack.law('licheng'), DAY);
  const view = { flow, today: DAY, rules: '0123abcd', others: [] };
  const page = renderPage(FlowPage({ site, view })).toString();
  for (const { title } of flow.stages) {
    expect(page.match(new RegExp(`class="step"[^>]*>${title}<`, 'g'))).toHaveLength(2);
    expect(page.split(`>${title}</th>`)).toHaveLength(2);
  }
  expect(page).toContain('role="img"');
  expect(page).not.toMatch(/\sstyle=/);
  expect(Buffer.byteLength(page)).toBeLessThan(30_000);
});
