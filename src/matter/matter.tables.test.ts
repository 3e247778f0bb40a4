import { expect, test } from 'vitest';
import type { MatterLine, TaskView } from './matter.api.ts';
import { MATTER_COLUMNS, matterCells, TASK_COLUMNS, taskCells } from './matter.tables.ts';

const TASK: TaskView = {
  matter: 'm',
  party: '示例市云果生鲜有限公司',
  subject: '经营超过保质期的食品',
  number: '演示市监立〔2026〕33号',
  kind: 'approval',
  act: 'case.opened',
  due: '2027-01-25',
  provisional: true,
  status: 'later',
  workingDaysLeft: 45,
  unit: '食品股',
  clock: { id: 'decision#4', term: '办案期限', length: 90, unit: 'day' },
  askedBy: { id: 'p', name: '韩卯', post: '食品股股长' },
  askedSeq: 4,
};

test('a line of the queue says what is to be done, until when and whether the day may move', () => {
  const cells = taskCells(TASK, (act) => (act === 'case.opened' ? '立案' : undefined));
  expect(cells).toEqual({
    时间: '以后',
    要办的事: '审批：立案',
    当事人: '示例市云果生鲜有限公司',
    案由: '经营超过保质期的食品',
    案号: '演示市监立〔2026〕33号',
    时限: '办案期限 90 日',
    到期: '2027-01-25',
    到期日说明: '暂定',
    剩余工作日: 45,
    报来的人: '韩卯 食品股股长',
    承办: '食品股',
  });
  expect(Object.keys(cells)).toEqual(TASK_COLUMNS);
});

test('a line of the list of matters has its state and its procedure in words', () => {
  const line: MatterLine = {
    id: 'm',
    procedure: 'penalty.ordinary',
    subject: '经营超过保质期的食品',
    party: '示例市云果生鲜有限公司',
    caseNumber: null,
    decisionNumber: null,
    unit: '食品股',
    handlers: ['杨辰', '朱巳'],
    stage: 'decision',
    state: 'decided',
    begunOn: '2026-10-20',
    lastAt: '2026-11-21T19:47:00.000Z',
    nextDue: '2026-11-25',
    provisional: false,
    workingDaysLeft: 3,
    dueUnit: 'working-day',
  };
  const cells = matterCells(line, () => '处罚普通程序');
  expect(cells).toMatchObject({
    程序: '处罚普通程序',
    办案人员: '杨辰、朱巳',
    状态: '已决定',
    最近到期: '2026-11-25',
    到期日说明: null,
  });
  expect(Object.keys(cells)).toEqual(MATTER_COLUMNS);
});
