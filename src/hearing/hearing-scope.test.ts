/** When a party may demand a hearing: kinds and amounts, by class of party (rehearsal format §8). */
import { describe, expect, it } from 'vitest';
import { CITIZEN, COMPANY, CONTENTS, penalty, TRADER } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const OTHER = { kind: 'other', name: '晨光合作社' };

/** A notice that does not tell of a right to a hearing: refused exactly when there is one. */
function inScope(party: Data, penaltyData: Data, rules: Data = {}): boolean {
  const codes = penalty()
    .party(party)
    .rules(rules)
    .upTo('notice.served')
    .with('notice.served', { penalty: penaltyData, contents: CONTENTS })
    .refusals('notice.served');
  expect(['', 'hearing/right-not-notified']).toContain(codes.join());
  return codes.length > 0;
}

const MILLION = 1_000_000;
const CLASSES: readonly (readonly [title: string, party: Data, rules: Data, threshold: number])[] =
  [
    ['a natural person', CITIZEN, {}, MILLION],
    ['a company', COMPANY, {}, 10 * MILLION],
    ['another organisation', OTHER, {}, 10 * MILLION],
    ['an individual business', TRADER, {}, MILLION],
    [
      'an individual business classed with organisations',
      TRADER,
      { 'party.individualBusiness': 'organisation' },
      10 * MILLION,
    ],
    [
      'a natural person in a province with its own amount',
      CITIZEN,
      { 'hearing.threshold.natural': 300_000 },
      300_000,
    ],
    [
      'a company in such a province',
      COMPANY,
      { 'hearing.threshold.organisation': 5 * MILLION },
      5 * MILLION,
    ],
    [
      'a natural person where only organisations are classed anew',
      CITIZEN,
      { 'party.individualBusiness': 'organisation' },
      MILLION,
    ],
  ];

describe.each(CLASSES)('%s', (_title, party, rules, threshold) => {
  it.each([
    ['a fine just below', { fine: threshold - 1 }, false],
    ['a fine just there', { fine: threshold }, true],
    ['gains just below', { gains: threshold - 1 }, false],
    ['gains just there', { gains: threshold }, true],
    ['goods just there', { goods: threshold }, true],
    ['gains and goods together just below', { gains: threshold - 2, goods: 1 }, false],
    ['gains and goods together just there', { gains: threshold - 1, goods: 1 }, true],
    [
      'a fine and confiscation are not added up',
      { fine: threshold - 1, gains: threshold - 1 },
      false,
    ],
    ['nothing', {}, false],
  ])('%s', (_what, penaltyData, wanted) => {
    expect(inScope(party, penaltyData, rules)).toBe(wanted);
  });

  it.each([
    ['warning', false],
    ['criticism', false],
    ['suspendLicence', false],
    ['revoke', true],
    ['downgrade', true],
    ['restrict', true],
    ['suspend', true],
    ['close', true],
  ])('the kind %s', (flag, wanted) => {
    expect(inScope(party, { [flag]: true }, rules)).toBe(wanted);
    expect(inScope(party, { [flag]: false }, rules)).toBe(false);
  });
});

describe('the hearing clock', () => {
  it.each([
    [9_999_999, undefined],
    [10_000_000, 'hearing.request'],
  ])('a company fined %i', (fine, name) => {
    const outcome = penalty()
      .upTo('notice.served')
      .with('notice.served', { penalty: { fine }, contents: [...CONTENTS, 'hearing-right'] })
      .play();
    expect(outcome.findClock('hearing.request')?.name).toBe(name);
  });
});
