import { describe, expect, it } from 'vitest';
import { cleanFileName, extensionOf } from './file-name.ts';

describe('names are cleaned', () => {
  it.each([
    ['现场照片 1.JPG', '现场照片 1.JPG'],
    ['C:\\fakepath\\现场.jpg', '现场.jpg'],
    ['/etc/passwd', 'passwd'],
    ['../../案卷/一.pdf', '一.pdf'],
    ['照片\u202egpj.exe', '照片gpj.exe'],
    ['证据\u0000.jpg.exe', '证据.jpg.exe'],
    ['a\r\nContent-Type: text/html.jpg', 'html.jpg'],
    ['\ufeff录音\u200b.m4a', '录音.m4a'],
    ['  .hidden.txt ', 'hidden.txt'],
    ['末尾有点.pdf...', '末尾有点.pdf'],
    ['问?号*和"引号".png', '问_号_和_引号_.png'],
    ['CON.txt', '_CON.txt'],
    ['lpt1', '_lpt1'],
    ['e\u0301vidence.txt', '\u00e9vidence.txt'],
  ])('%j becomes %j', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
  });

  it.each(['', '   ', '..', './', 'a/', '\u0000\u202e', '\u2066\u2069'])(
    'nothing is left of %j',
    (name) => {
      expect(cleanFileName(name)).toBeNull();
    },
  );

  it('and cut to 255 bytes between characters, with their ending', () => {
    const cleaned = cleanFileName(`${'证'.repeat(1400)}.jpg`);
    expect(cleaned).toBe(`${'证'.repeat(83)}.jpg`);
    expect(Buffer.byteLength(`${'证'.repeat(83)}.jpg`)).toBe(253);
    expect(cleanFileName('😀'.repeat(100))).toBe('😀'.repeat(63));
  });
});

describe('endings', () => {
  it.each([
    ['一.JPG', 'jpg'],
    ['一.tar.gz', 'gz'],
    ['一', ''],
    ['一.', ''],
    ['报告.第二版', ''],
  ])('of %j: %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
