import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { type Claims, inspect } from './inspect.ts';

const MEDIA = fileURLToPath(new URL('../../../test/fixtures/media/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'zhuding-inspect-'));
afterAll(() => rm(folder, { recursive: true }));

const CLAIMS: Claims = {
  extension: '',
  type: null,
  maxPixels: 10_000_000,
  now: Date.parse('2026-11-22T00:00:00Z'),
};

function inspectFixture(name: string, claims: Partial<Claims> = {}) {
  const extension = name.split('.').at(-1) ?? '';
  return inspect(join(MEDIA, name), { ...CLAIMS, extension, ...claims });
}

async function inspectBytes(bytes: Uint8Array, claims: Partial<Claims> = {}) {
  const path = join(folder, 'bytes');
  await writeFile(path, bytes);
  return inspect(path, { ...CLAIMS, ...claims });
}

/** The outcome in one word: the format, or the code of the refusal. */
async function verdict(bytes: Uint8Array): Promise<string> {
  try {
    return (await inspectBytes(bytes)).format;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('files of every kind are told by their bytes', () => {
  const nothing = { duration: null, width: null, height: null, codecs: [], pages: null };
  const noon = { local: '2026-11-20T10:20:30', offset: '+08:00' };
  const utc = { local: '2026-11-20T02:20:30', offset: '+00:00' };
  const place = { latitude: 24.9083333, longitude: 118.59 };

  it.each([
    ['photo.jpg', 'jpeg', { kind: 'photo', width: 480, height: 640, takenAt: noon, place }],
    [
      'no-offset.jpg',
      'jpeg',
      { width: 640, height: 480, takenAt: { ...noon, offset: null }, place: null },
    ],
    ['photo.heic', 'heic', { kind: 'photo', width: 640, height: 480, takenAt: noon, place }],
    ['picture.png', 'png', { kind: 'photo', width: 200, height: 150, takenAt: null, place: null }],
    ['picture.webp', 'webp', { kind: 'photo', width: 640, height: 480, duration: null }],
    ['notice.pdf', 'pdf', { kind: 'document', pages: 2 }],
    ['voice.mp3', 'mp3', { kind: 'audio', duration: 2.064, codecs: ['mp3'] }],
    ['voice.m4a', 'm4a', { kind: 'audio', duration: 2, codecs: ['mp4a.40.2'] }],
    ['voice.wav', 'wav', { kind: 'audio', duration: 2.02, codecs: ['pcm-s16'] }],
    ['voice.ogg', 'ogg', { kind: 'audio', duration: 2.02, codecs: ['opus'] }],
    ['browser-voice.webm', 'weba', { kind: 'audio', duration: 2.4, codecs: ['opus'], width: null }],
    [
      'browser.webm',
      'webm',
      { kind: 'video', duration: 2.4, width: 320, height: 240, codecs: ['opus', 'vp8'] },
    ],
    ['browser.mp4', 'mp4', { kind: 'video', duration: 2.449, width: 320, height: 240 }],
    [
      'clip.mp4',
      'mp4',
      { duration: 2, width: 320, codecs: ['avc1.64000c', 'mp4a.40.2'], takenAt: utc },
    ],
    ['fragmented.mp4', 'mp4', { kind: 'video', duration: 2.133, width: 320, height: 240 }],
    ['portrait.mp4', 'mp4', { kind: 'video', duration: 2, width: 240, height: 320 }],
    ['clip.mov', 'mov', { kind: 'video', duration: 2, width: 320, height: 240, takenAt: null }],
    ['clip.mkv', 'mkv', { kind: 'video', duration: 2.023, width: 320, height: 240 }],
    ['form.docx', 'docx', { kind: 'other', ...nothing }],
    ['form-late-types.docx', 'docx', { kind: 'other', ...nothing }],
    ['list.xlsx', 'xlsx', { kind: 'other', ...nothing }],
    ['seal.ofd', 'ofd', { kind: 'other', ...nothing }],
    ['archive.zip', 'zip', { kind: 'other', ...nothing }],
    ['notes.txt', 'text', { kind: 'other', ...nothing }],
    ['notes-gb18030.txt', 'text', { kind: 'other', ...nothing }],
  ])('%s', async (name, format, media) => {
    const found = await inspectFixture(name);
    expect(found.format).toBe(format);
    expect(found.media).toMatchObject(media);
  });
});

describe('what is worth telling', () => {
  it.each([
    ['photo.heic', ['evidence/not-viewable']],
    ['clip.mkv', ['evidence/not-viewable']],
    ['hevc.mp4', ['evidence/not-viewable']],
    ['locked.pdf', ['evidence/locked']],
    ['form.docx', []],
    ['clip.mp4', []],
  ])('of %s: %j', async (name, codes) => {
    const { warnings } = await inspectFixture(name);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('a device clock that is ahead of ours by more than a minute', async () => {
    const taken = Date.parse('2026-11-20T02:20:30Z');
    for (const [now, codes] of [
      [taken - 60_000, []],
      [taken - 61_000, ['evidence/clock-ahead']],
    ] as const) {
      // One says +08:00, one says nothing, one says UTC.
      for (const name of ['photo.jpg', 'no-offset.jpg', 'clip.mp4']) {
        const { warnings } = await inspectFixture(name, { now });
        expect([name, warnings.map(({ code }) => code)]).toEqual([name, codes]);
      }
    }
  });

  it('a recording that was not ended properly', async () => {
    const wav = await readFile(join(MEDIA, 'voice.wav'));
    wav.writeUInt32LE(0xffffffff, 4);
    expect((await inspectBytes(wav)).warnings).toMatchObject([{ code: 'evidence/unclosed' }]);
    const ogg = await readFile(join(MEDIA, 'voice.ogg'));
    const last = ogg.lastIndexOf('OggS');
    expect((await inspectBytes(ogg.subarray(0, last))).warnings).toMatchObject([
      { code: 'evidence/unclosed' },
    ]);
  });
});

describe('small pictures', () => {
  it('of photos are upright, at most 480 pixels long, and carry no EXIF data', async () => {
    const { thumbnail } = await inspectFixture('photo.jpg');
    const { format, width, height, exif } = await sharp(thumbnail ?? Buffer.alloc(0)).metadata();
    expect([format, width, height, exif]).toEqual(['webp', 360, 480, undefined]);
  });

  it('of PDF files show the first page on white', async () => {
    const { thumbnail } = await inspectFixture('notice.pdf');
    const { data, info } = await sharp(thumbnail ?? Buffer.alloc(0))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([339, 479]);
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect(data.some((value) => value < 160)).toBe(true);
  });

  it('are left to the browser where no free decoder is', async () => {
    expect((await inspectFixture('photo.heic')).thumbnail).toBeNull();
    expect((await inspectFixture('voice.mp3')).thumbnail).toBeNull();
    expect((await inspectFixture('locked.pdf')).thumbnail).toBeNull();
  });
});

describe('files that are cut off', () => {
  /** Not among them: MP3 and text, which have no end, and HEVC, which is one more MP4. */
  const NAMES =
    'photo.jpg photo.heic picture.png picture.webp notice.pdf clip.mp4 fragmented.mp4 portrait.mp4 browser.mp4 ' +
    'clip.mov voice.m4a clip.mkv browser.webm voice.wav voice.ogg form.docx list.xlsx seal.ofd archive.zip';

  it.each(NAMES.split(' '))('%s is refused wherever it is cut', async (name) => {
    const bytes = await readFile(join(MEDIA, name));
    const cuts = [1, 2, 3, 5, 8, 13, 21];
    for (let part = 1; part < 16; part++) cuts.push(Math.floor((bytes.length * part) / 16));
    for (const missing of cuts) {
      const found = await verdict(bytes.subarray(0, bytes.length - missing));
      expect([missing, found]).toEqual([
        missing,
        expect.stringMatching(/^evidence\/(?:truncated|unreadable|type-not-allowed)$/u),
      ]);
    }
  });

  it('a live recording, unless the cut lies between two of its blocks: that is how a stopped one looks', async () => {
    const bytes = await readFile(join(MEDIA, 'browser-voice.webm'));
    // A SimpleBlock of 123 bytes, up to the end of the file.
    const lastBlock = bytes.lastIndexOf(Buffer.from([0xa3, 0xfb]));
    expect(lastBlock).toBe(bytes.length - 125);
    for (const at of [bytes.length - 1, lastBlock + 1, lastBlock + 5]) {
      expect(await verdict(bytes.subarray(0, at))).toBe('evidence/truncated');
    }
    expect(await verdict(bytes.subarray(0, lastBlock))).toBe('weba');
  });

  it('an MP4 whose index is missing, or whose pictures lie beyond its end', async () => {
    const clip = await readFile(join(MEDIA, 'clip.mp4'));
    const index = clip.indexOf('moov') - 4;
    expect(await verdict(clip.subarray(0, index))).toBe('evidence/truncated');
    const front = await readFile(join(MEDIA, 'portrait.mp4'));
    const data = front.indexOf('mdat') - 4;
    const openEnded = Buffer.from(front.subarray(0, front.length - 5000));
    openEnded.writeUInt32BE(0, data);
    expect(await verdict(openEnded)).toBe('evidence/truncated');
  });

  it('a photo with other bytes behind its end is whole: phones put short films there', async () => {
    const bytes = Buffer.concat([
      await readFile(join(MEDIA, 'photo.jpg')),
      Buffer.alloc(5000, 'mpv'),
    ]);
    expect(await verdict(bytes)).toBe('jpeg');
  });
});

describe('files that are not what they are called', () => {
  it.each([
    ['photo.jpg', { extension: 'png' }],
    ['picture.png', { extension: 'jpg' }],
    ['clip.mp4', { extension: 'webm' }],
    ['clip.mkv', { extension: 'webm' }],
    ['form.docx', { extension: 'zip' }],
    ['archive.zip', { extension: 'docx' }],
    ['notes.txt', { extension: 'pdf' }],
    ['photo.jpg', { type: 'image/png' }],
    ['notice.pdf', { type: 'image/jpeg' }],
  ])('%s as %j', async (name, claims) => {
    await expect(inspectFixture(name, claims)).rejects.toMatchObject({ code: 'evidence/mistyped' });
  });

  it.each([
    ['clip.mov', { extension: 'mp4', type: 'video/mp4' }],
    ['clip.mp4', { extension: 'mov', type: 'video/quicktime' }],
    ['voice.m4a', { extension: 'mp4', type: 'audio/x-m4a' }],
    ['browser-voice.webm', { extension: 'webm', type: 'audio/webm;codecs=opus' }],
    ['photo.jpg', { extension: 'jfif', type: 'image/jpeg' }],
    ['notes.txt', { extension: '', type: 'application/octet-stream' }],
  ])('but %s may be called %j', async (name, claims) => {
    await expect(inspectFixture(name, claims)).resolves.toBeDefined();
  });
});

describe('files that would do harm', () => {
  const text = (content: string) => Buffer.from(content);
  it.each([
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['HTML behind a space and a mark', text('\ufeff  \n<html><body>')],
    ['a single element', text('<img src=x onerror=alert(1)>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['XML', text('<?xml version="1.0"?><x/>')],
    [
      'XHTML in UTF-16',
      Buffer.from('\ufeff<html xmlns="http://www.w3.org/1999/xhtml">', 'utf16le'),
    ],
    ['PHP', text('<?php system($_GET["c"]);')],
    ['a shell script', text('#!/bin/sh\nrm -rf /\n')],
    ['a Windows program', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([text('\u007fELF'), Buffer.alloc(200)])],
    ['a GIF', Buffer.concat([text('GIF89a'), Buffer.alloc(50)])],
    ['an AVIF', text('\u0000\u0000\u0000\u001cftypavif\u0000\u0000\u0000\u0000avifmif1miaf')],
    ['bytes without form', Buffer.from([1, 2, 3, 4, 0, 0, 7, 255, 254, 0])],
    ['text with a NUL', text('a\u0000b')],
  ])('%s is not taken', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('evidence/type-not-allowed');
  });

  it('a picture that would unfold to billions of pixels is refused unopened', async () => {
    const bomb = await readFile(join(MEDIA, 'picture.png'));
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    // The head now says 60,000 × 60,000; its checksum is repaired, so that only the size speaks against it.
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    await expect(inspectBytes(bomb)).rejects.toMatchObject({
      code: 'evidence/too-many-pixels',
      values: { pixels: 360_000, limit: 1000 },
    });
  });

  it('heads that only look like something are unreadable, and nothing crashes', async () => {
    for (const name of [
      'photo.jpg',
      'picture.webp',
      'notice.pdf',
      'voice.mp3',
      'clip.mp4',
      'browser.webm',
    ]) {
      const bytes = await readFile(join(MEDIA, name));
      bytes.fill(0x55, 64, bytes.length - 64);
      expect([name, await verdict(bytes)]).toEqual([
        name,
        expect.stringMatching(/^(?:evidence\/(?:truncated|unreadable|type-not-allowed)|mp3)$/u),
      ]);
    }
  });

  it('flipping any of three hundred bits never gives anything but a format or a refusal', async () => {
    const outcomes = /^(?:jpeg|png|webp|heic|mp4|mov|m4a|webm|weba|mkv|text|evidence\/[a-z-]+)$/u;
    for (const name of ['photo.jpg', 'picture.png', 'clip.mp4', 'browser.webm', 'photo.heic']) {
      const whole = await readFile(join(MEDIA, name));
      for (let turn = 0; turn < 60; turn++) {
        const bytes = Buffer.from(whole);
        const at = (turn * 7919) % Math.min(bytes.length, 4096);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (turn % 8));
        expect([name, at, await verdict(bytes)]).toEqual([
          name,
          at,
          expect.stringMatching(outcomes),
        ]);
      }
    }
  });
});

/** The checksum of PNG chunks, bit by bit (PNG annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
