import { describe, expect, it } from 'vitest';
import { signatureProblems } from './signature.ts';

describe('a review', () => {
  it.each(['review.accepted', 'review.concluded'])(
    '[GY-2.2.4c] is refused in the name of another: %s',
    (act) => {
      expect(signatureProblems(act, ['reviewer'], 'handler')).toMatchObject([
        { pointer: '/by', code: 'review/not-own-name' },
      ]);
      expect(signatureProblems(act, ['reviewer', 'handler'], 'handler')).toHaveLength(1);
      expect(signatureProblems(act, [], 'handler')).toHaveLength(1);
      expect(signatureProblems(act, ['reviewer'], 'reviewer')).toEqual([]);
    },
  );
});

it('other acts may be recorded for those who do them', () => {
  expect(signatureProblems('premises.inspected', ['officer'], 'partner')).toEqual([]);
});
