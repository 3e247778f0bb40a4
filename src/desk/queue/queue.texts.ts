/** Words of the work queue. */
import type { TaskView } from '../../matter/matter.api.ts';
import { type GroupKey, hasOpened } from './groups.ts';

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
  provisional: '未定',
  noDue: '没有期限',
  view: '看',
  handle: '去办',
  asked: (name: string) => `${name}报来`,
} as const;

export const GROUP_TEXTS: Readonly<Record<GroupKey, string>> = {
  overdue: '已逾期',
  today: '今天到期',
  open: '期满可办',
  soon: '五个工作日内',
  later: '以后',
  none: '没有期限',
};

/** What is to be done, by the kind of the task. */
const KINDS: Readonly<Record<string, string>> = {
  approval: '审批',
  'review.accept': '接收送审材料',
  'review.conclude': '出具审核意见',
  'review.revise': '按审核意见改，重新送审',
  'publication.review': '核对公示内容',
  'approval.granted': '已批准，待实施',
  'publication.publish': '公示',
  archive: '归档',
  verification: '报立案或不予立案',
  decision: '作出处理决定',
  preservation: '处理先行登记保存的物品',
  seizure: '解除、延长或处理查封扣押',
  statement: '等待陈述申辩',
  delivery: '送达决定书',
  payment: '等待缴款，记录履行',
  closing: '填报结案审批表',
  'summary.filing': '备案、归档',
  'fine.handover': '上缴当场收缴的罚款',
  withdrawal: '撤回公示',
  'av.store': '音像入库',
  'transfer.decision': '决定是否移送',
  'transfer.sending': '移送',
};

/** What is to be done; `termOf` knows what an act is called. */
export function taskWords(
  task: Pick<TaskView, 'kind' | 'status' | 'act'>,
  termOf: (act: string) => string | undefined,
): string {
  if (hasOpened(task)) return '期满，可以报决定';
  const words = KINDS[task.kind] ?? '办理';
  const term = task.kind.startsWith('approval') ? termOf(task.act) : undefined;
  return term === undefined ? words : `${words}：${term}`;
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
