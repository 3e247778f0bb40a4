/** The lists of the desk as tables, in the words of the screen. Pure. */
import type { MatterLine, RecordedLine, TaskView } from './matter.api.ts';
import { stateWords } from './state.texts.ts';
import { TASK_STATES, taskWords } from './task.texts.ts';

type Cells = Record<string, string | number | null>;

const PROVISIONAL = '暂定';
const UNIT_WORDS: Readonly<Record<string, string>> = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  hour: '小时',
};

export const TASK_COLUMNS = [
  '时间',
  '要办的事',
  '当事人',
  '案由',
  '案号',
  '时限',
  '到期',
  '到期日说明',
  '剩余工作日',
  '报来的人',
  '承办',
];

/** A line of the queue; `termOf` knows what an act is called. */
export function taskCells(task: TaskView, termOf: (act: string) => string | undefined): Cells {
  const { clock, askedBy } = task;
  const length = clock && `${clock.length} ${UNIT_WORDS[clock.unit] ?? clock.unit}`;
  return {
    时间: TASK_STATES[task.status],
    要办的事: taskWords(task, termOf),
    当事人: task.party,
    案由: task.subject,
    案号: task.number,
    时限: clock && `${clock.term} ${length}`,
    到期: task.due,
    到期日说明: task.provisional ? PROVISIONAL : null,
    剩余工作日: task.workingDaysLeft,
    报来的人: askedBy && `${askedBy.name} ${askedBy.post}`,
    承办: task.unit,
  };
}

export const RECORDED_COLUMNS = ['当事人', '案由', '案号', '环节', '发生', '记录'];

export function recordedCells(act: RecordedLine): Cells {
  return {
    当事人: act.party,
    案由: act.subject,
    案号: act.number,
    环节: act.term,
    发生: act.happened,
    记录: act.recorded,
  };
}

export const MATTER_COLUMNS = [
  '当事人',
  '案由',
  '程序',
  '案号',
  '决定书文号',
  '承办',
  '办案人员',
  '登记日期',
  '最近到期',
  '到期日说明',
  '剩余工作日',
  '状态',
  '最近办理',
];

/** A line of the list of matters; `titleOf` knows what a procedure is called. */
export function matterCells(
  line: MatterLine,
  titleOf: (procedure: string) => string | undefined,
): Cells {
  return {
    当事人: line.party,
    案由: line.subject,
    程序: titleOf(line.procedure) ?? null,
    案号: line.caseNumber,
    决定书文号: line.decisionNumber,
    承办: line.unit,
    办案人员: line.handlers.join('、'),
    登记日期: line.begunOn,
    最近到期: line.nextDue,
    到期日说明: line.provisional ? PROVISIONAL : null,
    剩余工作日: line.workingDaysLeft,
    状态: stateWords(line.state),
    最近办理: line.lastAt,
  };
}
