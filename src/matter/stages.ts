/** The stages of a matter as its step bar shows them. Pure. */
import type { ActCode } from './act-data.ts';
import type { Matter } from './matter.ts';
import type { MatterView } from './matter.api.ts';
import type { RefusalCode } from './gates.ts';
import type { Possibility } from './possible.ts';

type Stage = MatterView['stages'][number];

/** What a decision may still wait for in a stage the matter has passed, first things first. */
const BEHIND: readonly (readonly [code: RefusalCode, act: ActCode])[] = [
  ['statement/not-reviewed', 'statement.reviewed'],
  ['review/not-passed', 'review.concluded'],
];
/** What has to end before that is worth doing. */
const BEFORE: readonly RefusalCode[] = ['notice/statement-period-open', 'hearing/pending'];

/**
 * Done stages with the day of their first act, stages passed over, and the current one. That is the last stage begun while
 * an act is `missing` in it which every file needs, such as the opinion on a review; it keeps its day. Else it is the next:
 * the first ahead in which such an act can be done, or in which anything can be done, or the first ahead. A stage a matter
 * may go without, such as a collective discussion, is thus the next only while the acts behind it are still closed. A stage
 * that is done is the current one again where the next such act is refused for what has to be done in it once more, as a
 * review after a hearing.
 */
export function stagesOf(
  { procedure: { stages, rows }, acts }: Pick<Matter, 'procedure' | 'acts'>,
  possible: readonly Pick<Possibility, 'act' | 'stage' | 'refusals'>[],
  missing: readonly ActCode[],
): Stage[] {
  const begunOn = new Map<string, string>();
  for (const act of acts) {
    const stage = rows.get(act.code)?.stage;
    if (stage !== undefined && !begunOn.has(stage)) begunOn.set(stage, act.at.day);
  }
  const last = stages.findLastIndex((stage) => begunOn.has(stage.id));
  const open = possible.filter(({ refusals }) => refusals.length === 0);
  const isUnfinished = missing.some((act) => rows.get(act)?.stage === stages[last]?.id);
  const aheadWith = (all: readonly Pick<Possibility, 'stage'>[]): number =>
    stages.findIndex(({ id }, index) => index > last && all.some(({ stage }) => stage === id));
  const again = waitsFor(possible, missing);
  const current = isUnfinished
    ? last
    : [
        stages.findIndex(({ id }) => again !== null && id === rows.get(again)?.stage),
        aheadWith(open.filter(({ act }) => missing.includes(act))),
        aheadWith(open),
        last + 1,
      ].find((index) => index !== -1);
  return stages.map(({ id, title }, index) => {
    const on = begunOn.get(id) ?? null;
    const passed = on !== null ? 'done' : index < last ? 'skipped' : 'open';
    return { id, title, status: index === current ? 'current' : passed, on };
  });
}

/** The act in a stage already passed which the next act every file needs waits for; null for none. */
function waitsFor(
  possible: readonly Pick<Possibility, 'act' | 'refusals'>[],
  [next]: readonly ActCode[],
): ActCode | null {
  const refusals = possible.find(({ act }) => act === next)?.refusals ?? [];
  if (BEFORE.some((code) => refusals.includes(code))) return null;
  return BEHIND.find(([code]) => refusals.includes(code))?.[1] ?? null;
}
