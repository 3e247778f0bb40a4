import { expect, it } from 'vitest';
import { formatOfType, FORMATS, formatsOfExtension, formatsOfType } from './formats.ts';

it('knows the endings of the files it takes, and of no others', () => {
  const all = Object.values(FORMATS).flatMap(({ extensions }) => [...extensions]);
  expect([...new Set(all)].sort().join(' ')).toBe(
    'docx heic heif jfif jpeg jpg m4a m4v mkv mov mp3 mp4 ofd oga ogg opus pdf png qt txt wav weba webm webp xlsx zip',
  );
});

it('takes nothing a browser or a computer would run', () => {
  for (const extension of [
    'html',
    'htm',
    'svg',
    'xml',
    'xhtml',
    'js',
    'exe',
    'bat',
    'apk',
    'docm',
    'swf',
    'php',
    '',
  ]) {
    expect(formatsOfExtension(extension)).toEqual([]);
  }
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xml',
    'application/javascript',
    'application/x-msdownload',
  ]) {
    expect(formatsOfType(type)).toEqual([]);
  }
});

it('lets the names of one container stand for each other, and no more', () => {
  expect(formatsOfExtension('MOV')).toEqual(['m4a', 'mp4', 'mov']);
  expect(formatsOfExtension('webm')).toEqual(['weba', 'webm']);
  expect(formatsOfExtension('mkv')).toEqual(['mkv']);
  expect(formatsOfExtension('jpg')).toEqual(['jpeg']);
});

it('reads declared types with parameters and under other names', () => {
  expect(formatsOfType('video/webm;codecs="vp8, opus"')).toEqual(['weba', 'webm']);
  expect(formatsOfType('Image/JPG')).toEqual(['jpeg']);
  expect(formatsOfType('application/x-zip-compressed')).toEqual(['zip']);
});

it('takes an unknown type for no declaration', () => {
  expect(formatsOfType('')).toBeNull();
  expect(formatsOfType(null)).toBeNull();
  expect(formatsOfType('application/octet-stream')).toBeNull();
});

it('finds a format again by the type under which it is stored', () => {
  for (const format of Object.values(FORMATS)) expect(formatOfType(format.type)).toBe(format);
  expect(formatOfType('text/html')).toBeUndefined();
});
