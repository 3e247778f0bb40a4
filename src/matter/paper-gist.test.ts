import { expect, test } from 'vitest';
import { loadTemplates } from '../document/catalogue.ts';
import { recordingWords } from './desk-gist.ts';
import { paperGist } from './paper-gist.ts';

const templates = loadTemplates(new URL('../..', import.meta.url).pathname);
const gist = (code: string, values: Record<string, unknown>) =>
  paperGist({ code, values }, templates.get(code));

test('a review tells its kind, its round and what came of it', () => {
  expect(gist('review-form', { 'review-kind': 'legal', round: 2, opinion: 'agree' })).toEqual([
    '审核类型：法制审核',
    '审核轮次：2轮',
    '审核意见：同意办案机构处理意见',
  ]);
});

test('a notice, an approval and a decision tell what is to be paid', () => {
  const penalties = [{ kind: 'fine', amount: 5_200_000 }];
  expect(gist('penalty-notice', { penalties })).toEqual(['拟处罚内容：罚款52000元']);
  expect(gist('disposition-approval', { outcome: 'penalty', penalties })).toEqual([
    '拟作出的决定：行政处罚',
    '处罚内容：罚款52000元',
  ]);
  expect(gist('summary-decision', { penalties })).toEqual(['处罚内容：罚款52000元']);
});

test('what was said is told in its first words, and a paper that only accompanies an act in none', () => {
  const [content] = gist('statement-record', { content: ['罚'.repeat(100)] });
  expect(content).toBe(`陈述申辩内容：${'罚'.repeat(80)}…`);
  expect(gist('delivery-address', { address: '示例路' })).toEqual([]);
  expect(paperGist({ code: 'review-form', values: { opinion: 'agree' } }, undefined)).toEqual([]);
});

test('a recording is told by its name and length', () => {
  expect(recordingWords('现场.mp4', 192_400)).toBe('现场.mp4（03:12）');
  expect(recordingWords('现场.mp4', 3_725_000)).toBe('现场.mp4（1:02:05）');
});
