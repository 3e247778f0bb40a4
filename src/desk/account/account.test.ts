import { expect, test } from 'vitest';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { deviceWords } from '../../staff/device.ts';
import { passwordFaults } from './password.ts';

test('a new password is strong, another one, and written twice alike', () => {
  const typed = {
    login: 'chen',
    current: 'Old-horse-91',
    next: 'New-horse-92',
    again: 'New-horse-92',
  };
  expect(passwordFaults(typed)).toEqual({});
  expect(passwordFaults({ ...typed, next: 'short-1', again: 'short-1' }).next).toBe(
    ACCOUNT_TEXTS.weak,
  );
  expect(passwordFaults({ ...typed, next: 'my-chen-pass-1', again: 'my-chen-pass-1' }).next).toBe(
    ACCOUNT_TEXTS.weak,
  );
  expect(passwordFaults({ ...typed, next: typed.current, again: typed.current }).next).toBe(
    ACCOUNT_TEXTS.same,
  );
  expect(passwordFaults({ ...typed, again: 'New-horse-93' })).toEqual({
    again: ACCOUNT_TEXTS.differs,
  });
});

test('a device is told by its browser and system', () => {
  expect(
    deviceWords(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    ),
  ).toBe('Edge 120，Windows');
  expect(
    deviceWords(
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    ),
  ).toBe('Chrome 126，Android');
  expect(deviceWords('curl/8.5.0')).toBe('curl/8.5.0');
  expect(deviceWords('')).toBeNull();
});
