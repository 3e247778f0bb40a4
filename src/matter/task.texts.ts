/** What is to be done, by the kind of the task: for the queue and its table. */
import type { TaskView } from './matter.api.ts';

const KINDS: Readonly<Record<string, string>> = {
  approval: '审批',
  'hearing.notify': '组织听证，发听证通知',
  'hearing.hold': '主持听证',
  'review.accept': '接收送审材料',
  'review.conclude': '出具审核意见',
  'review.revise': '按审核意见改，重新送审',
  'publication.review': '核对公示内容',
  'approval.granted': '已批准，待实施',
  'approval.refused': '未批准，改后再报',
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

/** Whether a period that had to pass first has passed. */
export function hasOpened({ kind, status }: Pick<TaskView, 'kind' | 'status'>): boolean {
  return kind === 'statement' && status === 'overdue';
}

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

/** How a task stands, in the words of the groups of the queue. */
export const TASK_STATES: Readonly<Record<TaskView['status'], string>> = {
  overdue: '已逾期',
  today: '今天到期',
  soon: '五个工作日内',
  later: '以后',
  paused: '停计',
  none: '没有期限',
};
