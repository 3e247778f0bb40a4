import { expect, test } from 'vitest';
import type { ActView } from '../../matter/matter.api.ts';
import { recordingGap } from './recording.ts';

const matter = (recording: ActView['recording']) => ({ id: 'm', acts: [{ seq: 17, recording }] });

test('where the recording must be there, no explanation is offered', () => {
  expect(recordingGap(matter({ level: 'full', status: 'missing' }), 17)).toEqual({
    kind: 'record',
    address: '/matters/m/contents?of=17',
  });
});

test('where it may be left out, the reason is asked for', () => {
  expect(recordingGap(matter({ level: 'as-needed', status: 'missing' }), 17)).toEqual({
    kind: 'explain',
    address: '/matters/m/acts/record.av.skipped?of=17',
  });
});

test('one that was made is to be stored', () => {
  for (const level of ['full', 'as-needed'] as const)
    expect(recordingGap(matter({ level, status: 'made' }), 17).kind).toBe('store');
});
