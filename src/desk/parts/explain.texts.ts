/** Words of the explanation of a date. */
import type { ClockExplanation } from '../../matter/matter.api.ts';
import { addDays, dayOf, dayWords, momentWords } from '../words/dates.ts';
import { lengthOfTime } from './chip.texts.ts';
import type { ExceptionLine } from './explain.ts';

export const EXPLAIN_TEXTS = {
  why: '为什么是这一天',
  whyOpen: '为什么没有到期日',
  title: (due: string) => `为什么是 ${due}`,
  titleOpen: '为什么还没有到期日',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  startDay: '起算',
  weekend: '周末',
  makeup: '班',
  number: (number: number) => `第${number}日`,
  notCounted: '不计',
  counted: '计入',
  rolled: '顺延',
  startNotCounted: '起算当日',
  makeupDay: '调休上班',
  folded: (from: string, to: string, counted: number) => `${from}—${to}，计入 ${counted} 日`,
  copy: '复制说明',
  basis: '依据：',
} as const;

/**
 * What a period beyond the published notices rests on; null for one that does not go so far.
 * 暂定：国务院办公厅2027年的放假通知还没有发布，2027年1月1日起按平常的星期计（周一至周五上班，没有放假和调休），此日可能变。
 */
export function provisionalWords(
  clock: Pick<ClockExplanation, 'provisional' | 'due' | 'noticesUntil'>,
): string | null {
  if (!clock.provisional) return null;
  const next = addDays(clock.noticesUntil, 1);
  const [from, to] = [next, clock.due ?? next].map((day) => day.slice(0, 4));
  const years = from === to ? `${from}年` : `${from}年至${to}年`;
  return `暂定：国务院办公厅${years}的放假通知还没有发布，${dayWords(next, '')}起按平常的星期计（周一至周五上班，没有放假和调休），此日可能变。`;
}

/** 从“告知书送达”（9月10日）起算，5 个工作日，当日不计。 */
export function sentenceOf(clock: ClockExplanation, today: string): string {
  const { term, at } = clock.startedBy;
  const length = lengthOfTime(clock.length, clock.unit);
  return clock.unit === 'hour'
    ? `${clock.term}：从“${term}”（${momentWords(at, today)}）起 ${length}。`
    : `${clock.term}：从“${term}”（${dayWords(dayOf(Date.parse(at)), today)}）的次日起算，${length}。`;
}

/** 不计 9月15日—9月17日 中秋节 国办发明电〔2023〕7号. */
export function exceptionWords(line: ExceptionLine): { word: string; what: string } {
  switch (line.as) {
    case 'holiday':
      return { word: EXPLAIN_TEXTS.notCounted, what: `${line.because ?? ''}放假` };
    case 'makeup':
      return {
        word: EXPLAIN_TEXTS.counted,
        what: `${line.because ?? ''}${EXPLAIN_TEXTS.makeupDay}`,
      };
    case 'paused':
      return { word: EXPLAIN_TEXTS.notCounted, what: stopWords(line.because) };
    case 'rolled':
      return { word: EXPLAIN_TEXTS.rolled, what: '末日不是工作日，到下一工作日' };
  }
}

export function spanOfDays(from: string, to: string, today: string): string {
  return from === to ? dayWords(from, today) : `${dayWords(from, today)}—${dayWords(to, today)}`;
}

/** 计入 5 日, 周末 3 日, 补班 1 日, beside each other. */
export function sumWords(clock: ClockExplanation): string {
  const { weekend, holiday, paused } = clock.skipped;
  return [
    `计入 ${clock.counted} 日`,
    ...(weekend > 0 ? [`周末 ${weekend} 日`] : []),
    ...(holiday > 0 ? [`放假 ${holiday} 日`] : []),
    ...(paused > 0 ? [`停计 ${paused} 日`] : []),
    ...(clock.makeup > 0 ? [`补班 ${clock.makeup} 日`] : []),
    ...(clock.rolled > 0 ? [`顺延 ${clock.rolled} 日`] : []),
  ].join('　');
}

/** Grounds on which a period stands still, in the words of 程序规定 第六十四条. */
const STOPS: Readonly<Record<string, string>> = {
  testing: '检验、检测、鉴定',
  identification: '权利人辨认、鉴别',
  suspension: '中止调查',
  hearing: '听证',
  refund: '责令退款',
  announcement: '公告',
};

function stopWords(ground: string | null): string {
  return ground === null ? '期间停止计算' : `${STOPS[ground] ?? ground}期间`;
}
