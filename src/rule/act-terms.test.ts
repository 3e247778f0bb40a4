import { expect, test } from 'vitest';
import { termsOf } from './act-terms.ts';

test('an act is called as the ordinary procedure calls it', () => {
  const act = (code: string, term: string) => ({ act: code, term });
  const terms = termsOf([
    { id: 'penalty.ordinary', acts: [act('decision.made', '决定')] },
    {
      id: 'penalty.summary',
      acts: [act('decision.made', '当场决定'), act('fine.collected', '收缴')],
    },
  ]);
  expect(terms.get('decision.made')).toBe('决定');
  expect(terms.get('fine.collected')).toBe('收缴');
});
