import { describe, expect, test } from 'vitest';
import type { TaskView } from '../../matter/matter.api.ts';
import { taskWords } from '../../matter/task.texts.ts';
import { askedOf, countGroups, groupTasks, nextDue } from './groups.ts';
import { summaryWords } from './queue.texts.ts';

const task = (more: Partial<TaskView>): TaskView => ({
  matter: 'm',
  party: '晨禾',
  subject: '经营超过保质期的食品',
  number: null,
  kind: 'delivery',
  act: 'decision.delivered',
  due: null,
  provisional: false,
  status: 'later',
  workingDaysLeft: null,
  unit: '食品股',
  clock: { id: 'delivery#9', term: '送达期限', length: 7, unit: 'working-day' },
  askedBy: null,
  askedSeq: null,
  ...more,
});

const TASKS: readonly TaskView[] = [
  task({ party: '丁', due: '2024-11-11', status: 'later' }),
  task({ party: '乙', due: '2024-09-18', status: 'today' }),
  task({ party: '甲', due: '2024-09-13', status: 'overdue' }),
  task({ party: '己', kind: 'approval', clock: null, status: 'none' }),
  task({ party: '丙', due: '2024-09-27', status: 'later' }),
  task({ party: '戊', status: 'paused' }),
  task({ party: '庚', status: 'none' }),
  task({ party: '辛', kind: 'statement', due: '2024-09-17', status: 'overdue' }),
];

describe('tasks grouped by time', () => {
  test('stand in the order of time, what has no last day at the end of its group', () => {
    expect(groupTasks(TASKS).map(({ key, tasks }) => [key, tasks.map((one) => one.party)])).toEqual(
      [
        ['overdue', ['甲']],
        ['today', ['乙']],
        ['open', ['辛']],
        ['later', ['丙', '丁', '戊', '庚']],
        ['none', ['己']],
      ],
    );
  });

  test('beyond the calendar stand by the day they would be due on', () => {
    const tasks = [
      task({ party: '后', due: '2027-02-18', provisional: true, status: 'later' }),
      task({ party: '先', due: '2027-01-04', provisional: true, status: 'later' }),
    ];
    expect(groupTasks(tasks)[0]?.tasks.map(({ party }) => party)).toEqual(['先', '后']);
  });

  test('are counted for the line under the day', () => {
    expect(countGroups(TASKS)).toEqual({
      overdue: 1,
      today: 1,
      open: 1,
      soon: 0,
      later: 4,
      none: 1,
    });
    expect(summaryWords(countGroups(TASKS))).toBe('1 件已逾期，1 件今天到期，1 件期满可办。');
  });

  test('name the soonest day after today', () => {
    expect(nextDue(TASKS, '2024-09-18')).toBe('2024-09-27');
    expect(nextDue([], '2024-09-18')).toBeNull();
  });

  test('of somebody who waits stand beside the list', () => {
    const asked = task({ askedBy: { id: 'p', name: '阎国强', post: '股长' }, askedSeq: 4 });
    expect(askedOf([...TASKS, asked])).toEqual([asked]);
  });
});

test('what is to be done says which act waits for approval', () => {
  const terms = (act: string) => ({ 'case.opened': '立案' })[act];
  expect(taskWords(task({ kind: 'approval', act: 'case.opened' }), terms)).toBe('审批：立案');
  expect(taskWords(task({ kind: 'approval', act: 'other' }), terms)).toBe('审批');
  expect(taskWords(task({ kind: 'approval.refused', act: 'case.opened' }), terms)).toBe(
    '未批准，改后再报：立案',
  );
  expect(taskWords(task({ kind: 'statement', status: 'soon' }), terms)).toBe('等待陈述申辩');
  expect(taskWords(task({ kind: 'statement', status: 'overdue' }), terms)).toBe('期满，可以报决定');
});
