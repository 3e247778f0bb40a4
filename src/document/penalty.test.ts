import { describe, expect, test } from 'vitest';
import { PENALTY_KINDS, penaltyRows, readPenalties } from './penalty.ts';

describe('rows of a penalty', () => {
  test('amounts and flags become rows, lightest first; nothing and zero become none', () => {
    expect(
      penaltyRows({ revoke: true, fine: 5_200_000, gains: 38_000, goods: 0, warning: false }),
    ).toEqual([
      { kind: 'fine', amount: 5_200_000 },
      { kind: 'gains', amount: 38_000 },
      { kind: 'revoke' },
    ]);
    expect(penaltyRows({})).toEqual([]);
  });

  test('all eleven kinds are known, each once', () => {
    const everything = Object.fromEntries(
      PENALTY_KINDS.map(({ value }) => [
        value,
        value === 'fine' || value === 'gains' || value === 'goods' ? 100 : true,
      ]),
    );
    expect(penaltyRows(everything).map((row) => row.kind)).toEqual([
      'warning',
      'criticism',
      'fine',
      'gains',
      'goods',
      'suspendLicence',
      'downgrade',
      'suspend',
      'close',
      'restrict',
      'revoke',
    ]);
  });

  test('reading leaves out what is no penalty and no amount', () => {
    expect(
      readPenalties([
        { kind: 'fine', amount: 1.5, detail: '' },
        { kind: 'flogging' },
        null,
        { kind: 'goods', detail: '酸乳28盒' },
      ]),
    ).toEqual([{ kind: 'fine' }, { kind: 'goods', detail: '酸乳28盒' }]);
    expect(readPenalties('fine')).toEqual([]);
  });
});
