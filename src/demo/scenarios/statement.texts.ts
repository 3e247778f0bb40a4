/** What a party says before the decision, for cases of any kind in which it speaks. */
import { STATEMENTS } from '../papers/decision.texts.ts';
import type { Templates } from '../plot.ts';

export const WHAT_WAS_SAID: Templates = {
  ...STATEMENTS.statement,
  statement: [
    '{rep}：对认定的事实没有异议，但生意刚刚起步，利润很薄。',
    '{rep}：案发后已经全部改正，请求再减少一些罚款。',
  ],
  statementShort: '经营规模小、已经改正，请求减少罚款。',
  statementReview:
    '当事人所述改正情况属实，拟作处罚已经充分考虑，当事人没有提出新的事实和证据，维持拟作出的处罚。',
};
