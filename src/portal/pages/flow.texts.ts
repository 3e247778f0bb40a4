/** Words of the page of a procedure. */
import type { FlowLimit, FlowStage } from '../flow.ts';
import { count } from '../words.ts';

/** Parts of the way, by the stage each begins with. A stage no part begins with belongs to the part before. */
export const PHASES: Readonly<Record<string, string>> = {
  source: '立案之前',
  investigation: '调查',
  review: '审核与告知',
  discussion: '决定',
  field: '当场',
  decision: '决定',
  delivery: '决定之后',
};

const UNITS = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  hour: '小时',
} as const satisfies Record<FlowLimit['unit'], string>;

/** Who does it. */
const WHO: Readonly<Record<string, string>> = {
  officer: '执法人员',
  assistant: '执法辅助人员',
  reviewer: '审核人员',
  head: '机关负责人',
  'unit-head': '承办机构负责人',
  publisher: '公示人员',
  archivist: '档案人员',
  chair: '听证主持人',
};

export const FLOW = {
  section: '办事程序',
  words: '本图由办案所用的同一份程序表生成。',
  version: (day: string) => `规则版本：${day}施行`,
  versionHash: (hash: string) => `校验值 ${hash}`,
  how: '怎么看图',
  step: '一般环节',
  gate: '关口：没有通过，也没有依法免去的，后面不能作出决定',
  limit: '法定期限',
  days: '怎么数日子',
  daysWords:
    '“工作日”不数周末和法定节假日，调休上班的算。“日”每天都数，末日逢节假日顺延。起算当天不数。',
  field: '带“出示证件”的环节',
  fieldWords: (officers: number) =>
    `执法人员不得少于${officers}人，并先出示执法证件。不出示的，您有权拒绝。`,
  others: '其他程序',
  table: '文字说明',
  columns: ['序', '环节', '期限', '要点', '依据'],
  noLimit: '法律未定期限',
  ownLength: '按决定书写明的期限',
  anytime: '办案中随时可能有的环节',
  chart: (title: string) => `${title}流程图，文字说明见下表`,
  shown: '出示证件',
  fieldShort: (officers: number) => `须${officers}名以上执法人员，先出示执法证件`,
  gateShort: '没有通过的，不能作出决定',
  extendable: '可依法延长',
  from: (act: string) => `自${act}起`,
  who: (who: readonly string[]) => who.map((one) => WHO[one] ?? one).join('、'),
  does: '办理：',
  comma: '、',
  stop: '。',
} as const;

/** `15个工作日`. */
export function lengthWords({ length, unit }: FlowLimit): string {
  return length === null ? FLOW.ownLength : `${count(length)}${UNITS[unit]}`;
}

/** A limit in full: what, how long, from when. */
export function limitWords(limit: FlowLimit): string {
  const extendable = limit.extendable ? `，${FLOW.extendable}` : '';
  return `${limit.term}：${limit.from === '' ? '' : FLOW.from(limit.from)}${lengthWords(limit)}${extendable}`;
}

/** A stage's note beside the chart, at most `most` characters. */
export function stageNote({ field, acts, title, who }: FlowStage, most: number): string {
  const others = acts.filter((act) => act !== title);
  const done = [...(field ? [FLOW.shown] : []), ...others];
  const all = done.length > 0 ? done : who.map((one) => WHO[one] ?? one);
  let words = '';
  for (const [index, part] of all.entries()) {
    const next = index === 0 ? part : `${words}${FLOW.comma}${part}`;
    if ([...next].length > most) return words === '' ? '' : `${words}等`;
    words = next;
  }
  return words;
}
