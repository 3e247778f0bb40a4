/**
 * In each bureau, for each kind of case and each entry of a list: no way leads to a decision without the review that
 * the bureau's scope asks for; and where none of its grounds is there, a review of the case is enough.
 */
import { describe, expect, it } from 'vitest';
import { type SubjectFlag, SUBJECT_FLAGS } from '../../src/matter/matter.ts';
import { tableOf } from './guards.ts';
import { crimes, hearings, LISTED, reviewed } from './ordinary.scenes.ts';
import { reviewsOf } from './past.ts';
import { expectLawful } from './proof.ts';
import { ORDINARY } from './properties.ts';
import { type Answer, type Scene, search } from './search.ts';
import { type Bureau, BUREAU_NAMES } from './world.ts';

const table = tableOf('penalty.ordinary');
const timeout = 60_000;

/** What was decided without anybody having agreed to it in a legal review: outcome, or the name of the penalty. */
function play(scene: Scene): { answer: Answer; unreviewed: string[] } {
  const unreviewed = new Set<string>();
  const answer = search(scene, table, ORDINARY, {
    compare: 41,
    decided: (past, { data }) => {
      const agreed = reviewsOf(past).some(
        ({ kind, opinion }) => kind === 'legal' && opinion?.agrees,
      );
      if (agreed || !('outcome' in data)) return;
      const penalty = 'penalty' in data ? JSON.stringify(data.penalty) : '';
      const listed = Object.entries(LISTED).find(([, one]) => JSON.stringify(one) === penalty);
      unreviewed.add(listed?.[0] ?? data.outcome);
    },
  });
  return { answer, unreviewed: [...unreviewed].sort() };
}

/** Kinds of cases that each bureau sends to legal review, beyond those of the statute (rehearsal format §5, §8). */
const STATUTE: readonly SubjectFlag[] = ['public-interest', 'complex', 'statute'];
const SENT: Readonly<Record<Bureau, readonly SubjectFlag[]>> = {
  national: STATUTE,
  licheng: STATUTE,
  wuding: [...STATUTE, 'social-impact', 'major-rights'],
  xinzhou: STATUTE,
  jiaxing: SUBJECT_FLAGS,
  guoyang: STATUTE,
};
/** What a case review carries where legal review is not asked for; a mitigated fine is told by its outcome. */
const FREE = ['SMALL', 'no-case', 'no-penalty', 'penalty', 'transfer'];

describe.each(BUREAU_NAMES)('%s', { timeout }, (bureau) => {
  it.each([...SUBJECT_FLAGS, null])('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a case marked %s', (flag) => {
    const { answer, unreviewed } = play(reviewed({ bureau, flags: flag === null ? [] : [flag] }));
    expectLawful(answer);
    expect(answer.decisions).toBeGreaterThan(50);
    const isLegal = bureau === 'jiaxing' || (flag !== null && SENT[bureau].includes(flag));
    expect(unreviewed).toEqual(isLegal ? [] : FREE);
  });

  it('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a case marked with everything', () => {
    const { answer, unreviewed } = play(reviewed({ bureau, flags: SUBJECT_FLAGS }));
    expectLawful(answer);
    expect(answer.decisions).toBeGreaterThan(50);
    expect(unreviewed).toEqual([]);
  });

  it('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a list of fines, confiscations, kinds and outcomes', () => {
    const { answer, unreviewed } = play(reviewed({ bureau, list: true }));
    expectLawful(answer);
    expect(answer.decisions).toBeGreaterThan(50);
    expect(unreviewed).toEqual(
      bureau === 'jiaxing' ? [] : FREE.filter((what) => what !== 'no-case'),
    );
  });

  it('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a hearing', () => {
    expectLawful(play(hearings({ bureau }, /correction|of the case/u)).answer);
  });

  it.each(['crime', 'grave'] as const)(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a suspected crime in a case marked %s',
    (flag) => {
      expectLawful(play(crimes({ bureau, flags: [flag] })).answer);
    },
  );
});
