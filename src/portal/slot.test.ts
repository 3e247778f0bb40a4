import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { coverageRate, type Figures, onTimeRate, percent, type Slot, slotState } from './slot.ts';
import { citedLaw } from './law-in-force.ts';
import { explainState } from './state-words.ts';

const slot = (more: Partial<Slot>): Slot => ({
  word: '处罚',
  year: 2026,
  serial: 1,
  number: '泉鲤市监处罚〔2026〕1号',
  decidedOn: '2026-03-02',
  dueOn: '2026-03-11',
  required: true,
  entry: null,
  version: null,
  publishedOn: null,
  withdrawnOn: null,
  withheldOn: null,
  reason: null,
  ...more,
});
const published = { entry: 'penalty-2026-1', version: 1 };

describe('what became of a number', () => {
  it.each<[string, Partial<Slot>, string]>([
    ['published on the last day', { ...published, publishedOn: '2026-03-11' }, 'on-time'],
    ['published a day later', { ...published, publishedOn: '2026-03-12' }, 'late'],
    [
      'published without a limit',
      { ...published, publishedOn: '2026-05-01', dueOn: null },
      'on-time',
    ],
    [
      'withdrawn',
      { ...published, publishedOn: '2026-03-03', withdrawnOn: '2026-03-09' },
      'withdrawn',
    ],
    ['withheld', { withheldOn: '2026-03-03', reason: 'privacy' }, 'withheld'],
    ['not required', { required: false, dueOn: null }, 'withheld'],
    ['the day after the last', { dueOn: '2026-03-19' }, 'overdue'],
    ['on the last day', { dueOn: '2026-03-20' }, 'not-due'],
    ['while the limit is stopped', { dueOn: null }, 'not-due'],
  ])('%s', (_title, more, state) => {
    expect(slotState(slot(more), '2026-03-20')).toBe(state);
  });
});

describe('what is said about it', () => {
  const said = (more: Partial<Slot>) => {
    const one = slot(more);
    return explainState(one, slotState(one, '2026-10-12'), '2026-10-12', citedLaw(pack, 'licheng'));
  };
  it('overdue, in working days across a holiday', () => {
    // 28, 29, 30 September and 8, 9, 10 (make-up), 12 October.
    expect(said({ dueOn: '2026-09-25' })?.words).toBe('应在2026年9月25日前公示，已超过7个工作日。');
  });
  it('withheld, with ground and clause', () => {
    expect(said({ withheldOn: '2026-03-03', reason: 'state-secret' })).toEqual({
      words: '涉及国家秘密。',
      basis: '依据：《市场监督管理行政处罚信息公示规定》第五条。',
    });
  });
  it('withheld for others’ sake, or not to be published at all, with the clause of each', () => {
    expect(said({ withheldOn: '2026-03-03', reason: 'privacy' })).toEqual({
      words: '涉及个人隐私，本人不同意公开。',
      basis: '依据：《市场监督管理行政处罚信息公示规定》第六条。',
    });
    expect(said({ required: false, dueOn: null, reason: 'warning-only' })).toEqual({
      words: '仅受警告，依法不需公示。',
      basis: '依据：《市场监督管理行政处罚信息公示规定》第二条。',
    });
    expect(said({ required: false, dueOn: null, reason: 'no-penalty' })?.words).toBe(
      '不予行政处罚的决定，依法不需公示。',
    );
  });
  it('withheld on a ground no rule knows, without a clause', () => {
    expect(said({ withheldOn: '2026-03-03', reason: 'no-ground' })).toEqual({
      words: '依法不予公开。',
      basis: null,
    });
  });
  it('withdrawn, with day and reason', () => {
    const gone = { ...published, publishedOn: '2026-03-03', withdrawnOn: '2026-08-06' };
    expect(said({ ...gone, reason: '行政复议决定撤销原处罚' })?.words).toBe(
      '公示已于2026年8月6日撤回：行政复议决定撤销原处罚。',
    );
  });
  it('nothing of what was published in time', () => {
    expect(said({ ...published, publishedOn: '2026-03-03' })).toBeNull();
  });
});

describe('rates', () => {
  const figures: Figures = {
    year: 2026,
    of: { 'on-time': 78, late: 2, overdue: 1, withheld: 2, withdrawn: 1, 'not-due': 2 },
    withdrawnInTime: 1,
  };
  it('79 of 82 in time: withheld and not due ones are not counted, a withdrawn one is', () => {
    expect(onTimeRate(figures)).toEqual({ part: 79, whole: 82 });
    expect(percent(onTimeRate(figures))).toBe('96.3');
  });
  it('81 of 82 published at all', () => {
    expect(coverageRate(figures)).toEqual({ part: 81, whole: 82 });
  });
  it.each([
    [{ part: 0, whole: 0 }, null],
    [{ part: 0, whole: 3 }, '0.0'],
    [{ part: 21, whole: 22 }, '95.5'],
    [{ part: 1, whole: 3 }, '33.3'],
    [{ part: 1, whole: 2000 }, '0.1'],
    [{ part: 9999, whole: 10_000 }, '99.9'],
    [{ part: 3, whole: 3 }, '100.0'],
  ])('%o is %s percent', (rate, text) => {
    expect(percent(rate)).toBe(text);
  });
});
