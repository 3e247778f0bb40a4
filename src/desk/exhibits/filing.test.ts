import { describe, expect, test } from 'vitest';
import { shownAs } from './exhibit-view.tsx';
import { type Claims, filingBody, recordingBody, storedBody } from './filing.ts';
import { secondText, takeFile } from './take.ts';

const IDS = { filed: 'a', exhibit: 'b', recorded: 'c', stored: 'd' };
const AT = '2024-09-10T10:10:00+08:00';
const CLAIMS: Claims = {
  upload: 'u',
  name: ' 送达录像.webm ',
  of: 8,
  note: '录制自 10:00:05 至 10:03:17',
  source: '本机镜头摄制',
  isRecording: true,
  gap: '',
};

describe('filing', () => {
  test('says what the file is and which act it belongs to', () => {
    expect(filingBody(CLAIMS, IDS, AT)).toEqual({
      id: 'a',
      at: AT,
      exhibit: 'b',
      upload: 'u',
      name: '送达录像.webm',
      of: 8,
      note: '录制自 10:00:05 至 10:03:17',
      source: '本机镜头摄制',
    });
    expect(filingBody({ ...CLAIMS, name: ' ', of: null, note: '', source: '' }, IDS, AT)).toEqual({
      id: 'a',
      at: AT,
      exhibit: 'b',
      upload: 'u',
    });
  });

  test('as the recording of an act names that act, and why there is a gap', () => {
    expect(recordingBody(CLAIMS, IDS, AT, 'o1')).toEqual({
      id: 'c',
      at: AT,
      by: ['o1'],
      fields: { id: 'b', of: 8 },
    });
    expect(recordingBody({ ...CLAIMS, gap: ' 换电池 ' }, IDS, AT, 'o1')['fields']).toEqual({
      id: 'b',
      of: 8,
      'gap-reason': '换电池',
    });
  });

  test('a recording that was uploaded is stored as well', () => {
    expect(storedBody(IDS, AT, 'o1')).toEqual({
      id: 'd',
      at: AT,
      by: ['o1'],
      fields: { id: 'b' },
    });
  });
});

test('a take is a file named by what it is and when it began', () => {
  expect(secondText(Date.parse('2024-09-10T02:00:05Z'))).toBe('2024-09-10T10:00:05+08:00');
  const file = takeFile(
    'video',
    [new Blob(['x'])],
    'video/webm;codecs=vp9,opus',
    '2024-09-10T10:00:05+08:00',
  );
  expect([file.name, file.type, file.size]).toEqual(['录像 2024-09-10 1000.webm', 'video/webm', 1]);
  expect(takeFile('photo', [], 'image/jpeg', '2024-09-10T10:00:05+08:00').name).toBe(
    '照片 2024-09-10 1000.jpg',
  );
});

test('files are shown by what a browser can do with them', () => {
  expect(
    ['image/webp', 'video/mp4', 'audio/mpeg', 'application/pdf', 'application/zip'].map(shownAs),
  ).toEqual(['photo', 'video', 'audio', 'pdf', 'file']);
});
