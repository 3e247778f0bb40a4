import { expect, test } from 'vitest';
import { procedureToShow, stagesWithActs } from './stages.ts';

test('acts stand under their stages in order, those of none at the end', () => {
  const act = (code: string, stage: string) => ({
    act: code,
    term: code,
    stage,
    who: [],
    basis: [],
  });
  const found = stagesWithActs(
    {
      stages: [
        { id: 'source', title: '案源' },
        { id: 'empty', title: '空' },
        { id: 'decision', title: '决定' },
      ],
      acts: [act('made', 'decision'), act('shown', 'field'), act('registered', 'source')],
    },
    '随时',
  );
  expect(found.map(({ title, acts }) => [title, acts.map((one) => one.act)])).toEqual([
    ['案源', ['registered']],
    ['决定', ['made']],
    ['随时', ['shown']],
  ]);
});

test('the page opens on the ordinary penalty procedure, or on the one asked for', () => {
  const all = ['adjudication', 'penalty.ordinary'].map((id) => ({ id }));
  expect(procedureToShow(all, '')?.id).toBe('penalty.ordinary');
  expect(procedureToShow(all, 'adjudication')?.id).toBe('adjudication');
  expect(procedureToShow([{ id: 'licence' }], '')?.id).toBe('licence');
  expect(procedureToShow([], '')).toBeUndefined();
});
