import { expect, it } from 'vitest';
import { withCommas } from './words.ts';

it('amounts of money take commas at the thousands; years, counts and numbers do not', () => {
  expect(withCommas('没收违法所得380元，罚款52000元（大写：伍万贰仟元整）')).toBe(
    '没收违法所得380元，罚款52,000元（大写：伍万贰仟元整）',
  );
  expect(withCommas('罚款1234567.50元')).toBe('罚款1,234,567.50元');
  expect(withCommas('暂扣许可证件：JY13502000001，2026年3月起')).toBe(
    '暂扣许可证件：JY13502000001，2026年3月起',
  );
});
