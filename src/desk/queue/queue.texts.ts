/** Words of the work queue. */
import type { GroupKey } from './groups.ts';

export const QUEUE_TEXTS = {
  label: '待办事项',
  begin: '登记案源',
  mine: '我的',
  unit: (name: string) =>
    `本${name.endsWith('股') ? '股' : name.endsWith('科') ? '科' : name.endsWith('所') ? '所' : '机构'}`,
  overdueOnly: '超期',
  done: '已办',
  sorted: '按到期日排',
  moves: '移动',
  opens: '打开',
  why: '为什么是这一天',
  daysNote: '“天”是自然日',
  task: '事项',
  what: '要办的事',
  clock: '时限',
  due: '到期',
  state: '时间',
  act: '环节',
  happened: '发生',
  recorded: '记录',
  waitingForYou: '在等您的',
  youWaitFor: '您在等的',
  nothingWaits: '没有人在等您。',
  nothingAsked: '您没有在等别人。',
  nothing: '没有到期的事。',
  nothingUrgent: '五个工作日内没有到期的。',
  nothingOverdue: '没有超期的事。',
  nothingToday: (next: string) => `今天没有到期的。下一件 ${next}。`,
  noDone: '还没有办过的环节。',
  toMatters: '看全部事项',
  paused: '待恢复',
  unknown: '未定',
  provisional: '暂定',
  noDue: '没有期限',
  view: '看',
  handle: '去办',
} as const;

export const GROUP_TEXTS: Readonly<Record<GroupKey, string>> = {
  overdue: '已逾期',
  today: '今天到期',
  open: '期满可办',
  soon: '五个工作日内',
  later: '以后',
  none: '没有期限',
};

/** Who the task comes from: whoever asks, or whoever answered. */
export function askedWords(kind: string, name: string): string {
  if (kind === 'approval.granted') return `${name}已批准`;
  return kind === 'approval.refused' ? `${name}没有批准` : `${name}报来`;
}

/** 1 件已逾期，3 件今天到期。 */
export function summaryWords(counts: Readonly<Record<GroupKey, number>>): string {
  const parts = [
    ...(counts.overdue > 0 ? [`${counts.overdue} 件已逾期`] : []),
    ...(counts.today > 0 ? [`${counts.today} 件今天到期`] : []),
    ...(counts.open > 0 ? [`${counts.open} 件期满可办`] : []),
    ...(counts.soon > 0 ? [`${counts.soon} 件五个工作日内到期`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}
