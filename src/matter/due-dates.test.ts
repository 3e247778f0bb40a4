/** Extensions, last days that move off holidays, and due dates nobody can tell (rehearsal format §7). */
import { describe, expect, it } from 'vitest';
import {
  adjudication,
  confirmation,
  contested,
  licence,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Script } from '../../test/support/script.ts';

const due = (script: Script, name: string) => script.play().clock(name).due;

const verifying = penalty().upTo('premises.inspected');
const opened = penalty().upTo('handlers.assigned');
const applied = licence().upTo('application.accepted');
const seized = seizure().upTo('seizure.ordered');

describe('extensions lengthen the clock', () => {
  it.each([
    [
      'verification',
      '2025-03-06',
      verifying,
      'verification',
      'verification.extended',
      { days: 15 },
      30,
      '2025-04-15',
    ],
    [
      'verification, by no number of days',
      '2025-03-06',
      verifying,
      'verification',
      'verification.extended',
      {},
      30,
      '2025-04-15',
    ],
    [
      'a penalty case',
      '2025-03-10',
      opened,
      'decision',
      'decision.extended',
      { days: 30 },
      120,
      '2025-07-04',
    ],
    [
      'a licence',
      '2025-03-10',
      applied,
      'decision',
      'decision.extended',
      { days: 10, told: true },
      30,
      '2025-04-15',
    ],
    [
      'a registration',
      '2025-03-05',
      confirmation().upTo('application.accepted'),
      'decision',
      'decision.extended',
      { days: 3 },
      6,
      '2025-03-11',
    ],
    [
      'a seizure',
      '2025-03-10',
      seized,
      'seizure',
      'seizure.extended',
      { of: 6, days: 15, told: true },
      45,
      '2025-04-18',
    ],
    [
      'a review',
      '2025-03-12',
      penalty().upTo('review.accepted'),
      'review',
      'review.extended',
      { days: 5 },
      15,
      '2025-04-01',
    ],
  ] as const)('%s', (_title, at, script, name, act, data, length, wanted) => {
    const extended = script.add(at, act, { ...data, approvedBy: 'h1' });
    expect(extended.refusals(act)).toEqual([]);
    expect(extended.play().clock(name)).toMatchObject({ length, due: wanted });
  });
  it('a refused extension does not', () => {
    expect(
      opened
        .add('2025-03-10', 'decision.extended', { days: 31, approvedBy: 'h1' })
        .play()
        .clock('decision'),
    ).toMatchObject({ length: 90, due: '2025-06-04' });
  });
  it('an extension of one seizure leaves another alone', () => {
    const two = seized
      .add(
        '2025-03-04 10:10',
        'seizure.ordered',
        {
          measure: 'detain',
          authority: '食品安全法',
          approvedBy: 'h1',
          days: 10,
          papers: ['decision', 'list'],
          rightsTold: true,
        },
        ['o1', 'o2'],
      )
      .add('2025-03-05', 'seizure.extended', { of: 7, days: 5, approvedBy: 'h1', told: true });
    expect(
      two
        .play()
        .printed.clocks.filter(({ name }) => name === 'seizure')
        .map(({ id, length }) => [id, length]),
    ).toEqual([
      ['seizure#6', 30],
      ['seizure#7', 15],
    ]);
  });
  it('an extension of one round of review leaves the next alone', () => {
    const again = penalty()
      .upTo('review.accepted')
      .add('2025-03-12', 'review.extended', { days: 5, approvedBy: 'h1' })
      .add(
        '2025-03-13',
        'review.concluded',
        {
          opinion: 'correct',
          items: ['jurisdiction', 'party', 'facts', 'nature', 'basis', 'procedure', 'disposition'],
        },
        ['rv'],
      )
      .add('2025-03-14', 'review.requested', {
        kind: 'case',
        materials: ['report', 'evidence', 'draft'],
        draft: 'v2',
      })
      .add('2025-03-14', 'review.accepted', {}, ['rv']);
    expect(
      again
        .play()
        .printed.clocks.filter(({ name }) => name === 'review')
        .map(({ length }) => length),
    ).toEqual([15, 10]);
  });
});

describe('a last day off', () => {
  // Opened on 4 February 2025: ninety days end on Monday 5 May, a holiday.
  const early = [
    'source.registered',
    'identity.shown',
    'premises.inspected',
    'record.av.skipped',
    'case.opened',
  ].reduce((script, act) => script.at(act, '2025-02-04'), penalty().upTo('case.opened'));
  it('moves to the next working day', () => {
    expect(early.play().clock('decision')).toMatchObject({
      due: '2025-05-06',
      counted: 90,
      rolled: 1,
    });
    expect(early.rules({ 'clock.rollover': 'none' }).play().clock('decision')).toMatchObject({
      due: '2025-05-05',
      counted: 90,
      rolled: 0,
    });
  });
  it.each([
    ['payment', '2025-04-07', 2, '2025-04-05'],
    ['court', '2025-09-22', 1, '2025-09-21'],
    ['reconsideration', '2025-05-20', 0, '2025-05-20'],
  ])('%s', (name, rolls, rolled, none) => {
    const delivered = penalty().upTo('decision.delivered');
    expect(delivered.play().clock(name)).toMatchObject({ due: rolls, rolled });
    expect(delivered.rules({ 'clock.rollover': 'none' }).play().clock(name)).toMatchObject({
      due: none,
      rolled: 0,
    });
  });
  it('does not move a seizure or the hours of an approval', () => {
    const saturday = seized
      .at('seizure.ordered', '2025-03-04')
      .with('seizure.ordered', { days: 4 });
    expect(saturday.play().clock('seizure')).toMatchObject({ due: '2025-03-08', rolled: 0 });
  });
  it('a ruling', () => {
    const ruling = adjudication()
      .upTo('application.accepted')
      .at('application.accepted', '2025-03-07');
    expect(ruling.play().clock('decision')).toMatchObject({ due: '2025-06-09', rolled: 2 });
    expect(due(ruling.rules({ 'clock.rollover': 'none' }), 'decision')).toBe('2025-06-07');
  });
});

describe('beyond the calendar', () => {
  it('a due date that needs an unknown day is not guessed', () => {
    const outcome = verifying.knownUntil('2025-03-23').asOf('2025-04-30').play();
    expect(outcome.clock('verification')).toMatchObject({ due: null, status: 'unknown' });
    expect(outcome.warnings('calendar/not-published')).toEqual([
      { code: 'calendar/not-published', clock: 'verification#1' },
    ]);
    expect(outcome.warnings('clock/overdue')).toEqual([]);
  });
  it('one that needs the last known day is told', () => {
    expect(verifying.knownUntil('2025-03-24').play().clock('verification').due).toBe('2025-03-24');
  });
  it('a last day that may have to move is not guessed either', () => {
    expect(opened.knownUntil('2025-06-03').play().clock('decision')).toMatchObject({
      due: null,
      status: 'unknown',
    });
    expect(opened.knownUntil('2025-06-04').play().clock('decision').due).toBe('2025-06-04');
    expect(
      opened.knownUntil('2025-03-31').rules({ 'clock.rollover': 'none' }).play().clock('decision')
        .due,
    ).toBe('2025-06-04');
  });
  it('days that never move need no calendar', () => {
    expect(due(seized.knownUntil('2025-03-10'), 'seizure')).toBe('2025-04-03');
  });
  it('what ended within the calendar is met, what ended later nobody can say', () => {
    const opening = [
      'case.opened',
      { approvedBy: 'h1', conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'] },
    ] as const;
    const ended = (at: string) =>
      verifying
        .add(at, ...opening)
        .knownUntil('2025-03-20')
        .play();
    expect(ended('2025-03-20').clock('verification')).toMatchObject({
      due: null,
      ended: '2025-03-20',
      status: 'met',
    });
    expect(ended('2025-03-21').clock('verification')).toMatchObject({
      due: null,
      ended: '2025-03-21',
      status: 'unknown',
    });
    expect(ended('2025-03-20').warnings('calendar/not-published')).toContainEqual({
      code: 'calendar/not-published',
      clock: 'verification#1',
    });
  });
  it('the announced years end with 2026', () => {
    const last = penalty().upTo('source.registered').at('source.registered', '2026-12-10');
    expect(last.asOf('2026-12-31').play().clock('verification')).toMatchObject({
      due: '2026-12-31',
    });
    expect(
      last.at('source.registered', '2026-12-11').asOf('2026-12-31').play().clock('verification'),
    ).toMatchObject({ due: null, status: 'unknown' });
  });
  it('a hearing may not be held before anyone can tell that seven working days have passed', () => {
    expect(
      contested().upTo('hearing.held').knownUntil('2025-03-25').refusals('hearing.held'),
    ).toEqual(['hearing/notice-too-short']);
  });
  it('nor a decision made before anyone can tell that the statement period is over', () => {
    expect(
      penalty().upTo('decision.made').knownUntil('2025-03-19').refusals('decision.made'),
    ).toEqual(['notice/statement-period-open']);
  });
});
