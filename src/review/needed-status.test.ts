/** What is said of the review is what the decision will ask of it (程序规定 art. 50, 52). */
import { expect, test } from 'vitest';
import { contested, ITEMS, MATERIALS, penalty } from '../../test/support/lawful.ts';
import { type Insert, pack, type Script } from '../../test/support/script.ts';
import { play } from '../rehearsal/play.ts';
import { parseScript } from '../rehearsal/script.ts';
import { neededStatus, reviewGrounds, reviewKind } from './review.ts';

/** The review the matter needs after the script, and what is said of it. */
function needed(script: Script): [kind: string, status: string] {
  const { matter, setting, asOf } = play(parseScript(script.input(), pack), 'national', pack);
  const kind = reviewKind(matter, reviewGrounds(matter, setting.law, asOf.day));
  return [kind, neededStatus(matter, kind)];
}

const REQUEST: Insert = ['review.requested', { kind: 'legal', materials: MATERIALS, draft: 'v1' }];
const ACCEPTANCE: Insert = ['review.accepted', {}, ['rv']];
const opinion = (words: string): Insert => [
  'review.concluded',
  { opinion: words, items: ITEMS },
  ['rv'],
];
/** The first review alone has passed, before the hearing. */
const heard = contested().upTo('statement.reviewed');

test('a review passed before the hearing is not the one the decision needs after it', () => {
  expect(needed(contested().until('hearing.held'))[1]).toBe('passed');
  expect(needed(heard)).toEqual(['legal', 'again']);
});

test('a case review is not the legal one the hearing makes necessary', () => {
  const round: Insert[] = [
    ['review.requested', { kind: 'case', materials: MATERIALS, draft: 'v1' }],
    ACCEPTANCE,
    opinion('agree'),
  ];
  expect(needed(heard.after('statement.reviewed', ...round))).toEqual(['legal', 'again']);
});

test('a review under way is told as it stands, and passed once it agrees', () => {
  const after = (...more: Insert[]) => needed(heard.after('statement.reviewed', ...more))[1];
  expect(after(REQUEST)).toBe('requested');
  expect(after(REQUEST, ACCEPTANCE)).toBe('accepted');
  expect(after(REQUEST, ACCEPTANCE, opinion('correct'))).toBe('not-passed');
  expect(after(REQUEST, ACCEPTANCE, opinion('agree'))).toBe('passed');
});

test('an ordinary case is passed by its one review', () => {
  expect(needed(penalty().until('review.requested'))).toEqual(['case', 'none']);
  expect(needed(penalty().until('decision.made'))).toEqual(['case', 'passed']);
});
