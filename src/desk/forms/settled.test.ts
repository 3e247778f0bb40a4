import { expect, test } from 'vitest';
import type { ActView, RequestView } from '../../matter/matter.api.ts';
import { settledRequest } from './settled.ts';

const act = (seq: number, type: string, settles: number | null = null): ActView => ({
  seq,
  type,
  term: type,
  happened: '2026-11-20T10:00:00+08:00',
  recorded: '2026-11-20T10:00:00+08:00',
  by: [],
  byParty: false,
  recorder: null,
  of: null,
  settles,
  gist: [],
  documents: [],
  exhibits: [],
  recording: null,
  sealed: true,
});
const waiting = (seq: number, granted: RequestView['granted'] = null) =>
  ({ seq, granted }) as RequestView; // nothing else is read

test('a refused request is read with its refusal', () => {
  const acts = [act(5, 'approval.refused', 4), act(4, 'approval.requested')];
  expect(settledRequest({ acts, requests: [] }, 4)).toMatchObject({
    outcome: 'refused',
    asked: { seq: 4 },
    answer: { seq: 5 },
  });
});

test('an act approved by being recorded settles the request, and one of its own number does not', () => {
  const acts = [act(7, 'case.opened', 4), act(6, 'case.opened'), act(4, 'approval.requested')];
  expect(settledRequest({ acts, requests: [] }, 4)).toMatchObject({
    outcome: 'approved',
    answer: { seq: 7 },
    answers: [{ seq: 7 }],
  });
});

test('one approved beforehand is settled once it is carried out, by both acts in order', () => {
  const granted = act(5, 'approval.granted', 4);
  const asked = act(4, 'approval.requested');
  const requests = [waiting(4, { by: null, at: '2026-11-20T10:00:00+08:00' })];
  expect(settledRequest({ acts: [granted, asked], requests }, 4)).toBeNull();
  const acts = [act(8, 'seizure.ordered', 4), granted, asked];
  const settled = settledRequest({ acts, requests: [] }, 4);
  expect(settled?.answers.map(({ seq }) => seq)).toEqual([5, 8]);
  expect(settled?.answer.seq).toBe(5);
});

test('a request that waits, and a number that is none, are not settled', () => {
  const acts = [act(5, 'case.opened'), act(4, 'approval.requested')];
  expect(settledRequest({ acts, requests: [waiting(4)] }, 4)).toBeNull();
  expect(settledRequest({ acts, requests: [] }, 5)).toBeNull();
  expect(settledRequest({ acts, requests: [] }, 0)).toBeNull();
});
