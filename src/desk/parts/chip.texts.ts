/** Words of a clock's chip. 工作日 is always written out; 天 is a calendar day. */
import type { ClockView } from '../../matter/matter.api.ts';

export type TimeUnit = ClockView['unit'];

/** A span counted in days even where the limit is in months; hours stay hours. */
const UNIT: Readonly<Record<TimeUnit, string>> = {
  'working-day': '工作日',
  day: '天',
  month: '天',
  hour: '小时',
};

/** 五个工作日 as it stands in the law: 5 个工作日, 90 日, 3 个月, 24 小时. */
const LENGTH: Readonly<Record<TimeUnit, string>> = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  hour: '小时',
};

export function lengthOfTime(length: number, unit: string): string {
  return `${length} ${isTimeUnit(unit) ? LENGTH[unit] : unit}`;
}

function isTimeUnit(unit: string): unit is TimeUnit {
  return Object.hasOwn(LENGTH, unit);
}

export const CHIP_TEXTS = {
  met: '已办结',
  late: '已办结，迟',
  paused: '停计',
  unknown: '暂定',
  lapsed: '已届满',
  running: '正在走',
  today: '今天',
  lapsesToday: '今天届满',
  provisional: '暂定',
  overdue: (count: number, unit: TimeUnit): string =>
    count === 0 ? '已逾期' : `逾期 ${count} ${UNIT[unit]}`,
  left: (count: number, unit: TimeUnit): string => `剩 ${count} ${UNIT[unit]}`,
} as const;
