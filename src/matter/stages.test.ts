import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { moment } from '../calendar/moment.ts';
import type { ActCode } from './act-data.ts';
import type { RefusalCode } from './gates.ts';
import type { AnyAct, Matter } from './matter.ts';
import { stagesOf } from './stages.ts';

const found = pack.procedures.get('penalty.ordinary');
if (!found) throw new Error('no ordinary penalty');
const procedure = found;

const matter = (...codes: ActCode[]): Pick<Matter, 'procedure' | 'acts'> => ({
  procedure,
  acts: codes.map(
    (code, index) =>
      // Only code, place and day are looked at.
      ({ code, n: index + 1, at: moment('2026-11-20T10:00:00+08:00') }) as unknown as AnyAct,
  ),
});
type Can = Parameters<typeof stagesOf>[1];
const open = (...acts: ActCode[]): Can =>
  acts.map((act) => ({ act, stage: procedure.rows.get(act)?.stage ?? '', refusals: [] }));
const served = matter('source.registered', 'case.opened', 'notice.served');
const NEEDED: readonly ActCode[] = ['decision.made', 'decision.delivered', 'case.closed'];
const next = (of: typeof served, can: Can) =>
  stagesOf(of, can, NEEDED).flatMap(({ title, status }) => (status === 'current' ? [title] : []));

it('a discussion nobody needs is not the next step where the decision can be made', () => {
  expect(next(served, open('discussion.held', 'decision.made'))).toEqual(['决定']);
});

it('it is while the decision waits for it', () => {
  expect(next(served, open('discussion.held'))).toEqual(['集体讨论']);
});

it('what the party may still say comes first while it may be said', () => {
  expect(next(served, open('statement.heard', 'discussion.held'))).toEqual(['陈述申辩']);
});

it('stages that were passed over are told from those ahead', () => {
  const stages = stagesOf(served, [], NEEDED);
  const status = (title: string) => stages.find((stage) => stage.title === title)?.status;
  expect([status('案源登记'), status('核查'), status('归档')]).toEqual(['done', 'skipped', 'open']);
  expect(stages.find((stage) => stage.title === '案源登记')?.on).toBe('2026-11-20');
});

it('a review that was asked for and not concluded is where the matter stands, since the day it was asked for', () => {
  const asked = matter('source.registered', 'case.opened', 'review.requested');
  const stages = stagesOf(asked, open('discussion.held'), ['review.concluded', ...NEEDED]);
  expect(stages.filter(({ status }) => status === 'current')).toEqual([
    { id: 'review', title: '审核', status: 'current', on: '2026-11-20' },
  ]);
});

it('once everything is done nothing is current', () => {
  const archived = matter('source.registered', 'decision.made', 'file.archived');
  expect(stagesOf(archived, [], []).map(({ status }) => status)).not.toContain('current');
});

describe('what a decision waits for in a stage that is done', () => {
  const heard = matter('case.opened', 'review.requested', 'notice.served', 'hearing.held');
  const refused = (...refusals: RefusalCode[]): Can => [
    ...open('discussion.held', 'review.requested', 'statement.reviewed'),
    { act: 'decision.made', stage: 'decision', refusals },
  ];

  it('a review after the hearing is the next step, and not the discussion', () => {
    expect(next(heard, refused('review/not-passed', 'discussion/missing'))).toEqual(['审核']);
  });

  it('what the party said at it is looked at before the file goes to review', () => {
    expect(next(heard, refused('review/not-passed', 'statement/not-reviewed'))).toEqual(['复核']);
  });

  it('nothing is done again while the party may still speak', () => {
    const refusals = refused('review/not-passed', 'notice/statement-period-open');
    expect(next(served, [...open('statement.heard'), ...refusals])).toEqual(['陈述申辩']);
  });
});
