/** What a note says that stands in the place of a recording, by the act that was not recorded. Pure. */
import { RECORDS } from './papers/records.texts.ts';
import type { Beat, Templates } from './plot.ts';
import { labelOf } from './schedule.ts';

export function skipFacts(beat: Beat): Templates {
  const kind = beat.fields?.['kind'];
  const key = typeof kind === 'string' ? kind : beat.act;
  const { stage, paper } = RECORDS[key] ?? RECORDS['other'] ?? { stage: 'other', paper: '' };
  const label = labelOf(beat);
  return {
    'skip.stage': stage,
    'skip.from': `{at:${label}}`,
    'skip.to': `{at:${label}+55m}`,
    'skip.paper': paper,
  };
}
