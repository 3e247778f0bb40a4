import { describe, expect, test } from 'vitest';
import { chipOfClock, chipOfDue, chipOfTask, type ClockOfChip } from './chip.ts';

const clock = (more: Partial<ClockOfChip>): ClockOfChip => ({
  kind: 'duty',
  unit: 'working-day',
  status: 'running',
  left: 3,
  workingDaysLeft: 3,
  provisional: false,
  ...more,
});
const said = (more: Partial<ClockOfChip>): string => {
  const { tone, shape, words } = chipOfClock(clock(more));
  return `${tone} ${shape} ${words}`;
};

describe('the chip of a clock', () => {
  test('is green until two working days are left, then yellow', () => {
    expect(said({})).toBe('green ● 剩 3 工作日');
    expect(said({ left: 2, workingDaysLeft: 2 })).toBe('yellow ▲ 剩 2 工作日');
  });

  test('looks at working days for its colour: a limit that ends on a Sunday is yellow from Wednesday', () => {
    expect(said({ unit: 'day', left: 4, workingDaysLeft: 2 })).toBe('yellow ▲ 剩 4 天');
    expect(said({ unit: 'day', left: 5, workingDaysLeft: 3 })).toBe('green ● 剩 5 天');
  });

  test('tells the last day of a duty from that of a period that lapses', () => {
    expect(said({ left: 0, workingDaysLeft: 0 })).toBe('yellow ▲ 今天');
    expect(said({ kind: 'lapse', left: 0, workingDaysLeft: 0 })).toBe('yellow ▲ 今天届满');
  });

  test('is red when late, grey when it stands still or is over', () => {
    expect(said({ status: 'overdue', left: -2 })).toBe('red ◆ 逾期 2 工作日');
    expect(said({ status: 'late' })).toBe('red ◆ 已办结，迟');
    expect(said({ status: 'paused', left: null })).toBe('grey ○ 停计');
    expect(said({ status: 'met', left: null })).toBe('grey ○ 已办结');
    expect(said({ status: 'lapsed', left: -1 })).toBe('grey ○ 已届满');
  });

  test('past the last holiday notice is provisional', () => {
    expect(chipOfClock(clock({ status: 'unknown', left: null })).provisional).toBe(true);
    expect(chipOfClock(clock({ provisional: true })).provisional).toBe(true);
  });
});

test('a day alone is told in working days, and says when it is provisional', () => {
  const day = (due: string, workingDaysLeft: number | null, provisional = false) =>
    chipOfDue({ due, workingDaysLeft, provisional }, '2024-09-18');
  expect(day('2024-09-13', -2).words).toBe('逾期 2 工作日');
  expect(day('2024-09-18', 0).words).toBe('今天');
  expect(day('2024-09-23', 3)).toMatchObject({ tone: 'green', words: '剩 3 工作日' });
  expect(day('2024-09-25', null).words).toBe('剩 7 天');
  expect(day('2025-01-02', 71, true)).toMatchObject({
    tone: 'green',
    words: '剩 71 工作日',
    provisional: true,
  });
});

test('a day alone is told as its clock is counted, the same on every list', () => {
  const line = { due: '2024-11-23', workingDaysLeft: 48, provisional: false };
  expect(chipOfDue({ ...line, dueUnit: 'day' }, '2024-09-18').words).toBe('剩 66 天');
  expect(chipOfDue({ ...line, dueUnit: 'month' }, '2024-09-18').words).toBe('剩 66 天');
  expect(chipOfDue({ ...line, dueUnit: 'working-day' }, '2024-09-18').words).toBe('剩 48 工作日');
  expect(chipOfDue({ ...line, due: '2024-09-16', dueUnit: 'day' }, '2024-09-18').words).toBe(
    '逾期 2 天',
  );
});

describe('the chip of a task', () => {
  const task = {
    matter: 'm',
    party: '晨禾',
    subject: '',
    number: null,
    kind: 'statement',
    act: 'decision.made',
    due: '2024-09-18',
    provisional: false,
    status: 'today' as const,
    workingDaysLeft: 0,
    unit: '',
    clock: { id: 'c', term: '陈述申辩期', length: 5, unit: 'working-day' },
    askedBy: null,
    askedSeq: null,
  };

  test('of the time to speak ends without anybody being late', () => {
    expect(chipOfTask(task, '2024-09-18')?.words).toBe('今天届满');
    expect(chipOfTask({ ...task, status: 'overdue' }, '2024-09-19')).toMatchObject({
      tone: 'grey',
      words: '已届满',
    });
  });

  test('is missing where nothing is counted, and says so where the day cannot be told', () => {
    expect(
      chipOfTask({ ...task, due: null, status: 'none', clock: null }, '2024-09-18'),
    ).toBeNull();
    expect(chipOfTask({ ...task, due: null, status: 'none' }, '2024-09-18')).toMatchObject({
      words: '暂定',
      provisional: true,
    });
  });

  test('beyond the calendar has the colour of the day it would be, and is provisional', () => {
    const decision = {
      ...task,
      kind: 'decision',
      due: '2027-02-18',
      provisional: true,
      clock: { id: 'c', term: '办案期限', length: 90, unit: 'day' },
    };
    expect(
      chipOfTask({ ...decision, status: 'later', workingDaysLeft: 64 }, '2026-11-20'),
    ).toMatchObject({ tone: 'green', words: '剩 90 天', provisional: true });
    expect(
      chipOfTask({ ...decision, status: 'soon', workingDaysLeft: 2 }, '2027-02-16'),
    ).toMatchObject({ tone: 'yellow', words: '剩 2 天', provisional: true });
    expect(
      chipOfTask({ ...decision, status: 'overdue', workingDaysLeft: -1 }, '2027-02-19'),
    ).toMatchObject({ tone: 'red', words: '逾期 1 天', provisional: true });
  });
});
