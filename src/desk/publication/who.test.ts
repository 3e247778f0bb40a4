import { expect, test } from 'vitest';
import type { PossibilityView } from '../../matter/matter.api.ts';
import { closedTo, mayRecord } from './who.ts';

const can = (act: string, mine: boolean, who: readonly string[]): PossibilityView => ({
  act,
  term: act,
  stage: 'publication',
  mine,
  who,
  needsApproval: false,
  refusals: [],
  missing: [],
  opensOn: null,
});
/** The table of the procedure: the check is the publisher's, the publication the handlers' as well. */
const matter = (mine: boolean) => ({
  possible: [
    can('publication.reviewed', false, ['unit-head', 'publisher']),
    can('publication.published', mine, ['publisher', 'officer']),
    can('decision.delivered', true, ['officer']),
  ],
});

test('whoever may publish in the matter has the page', () => {
  expect(closedTo(matter(true), ['officer'])).toBeNull();
  expect(mayRecord(matter(true), 'publication.published')).toBe(true);
  expect(mayRecord(matter(true), 'publication.reviewed')).toBe(false);
});

test('who answers for it looks on', () => {
  expect(closedTo(matter(false), ['head'])).toBeNull();
});

test('others are told who has it', () => {
  expect(closedTo(matter(false), ['reviewer'])).toEqual(['unit-head', 'publisher', 'officer']);
});
