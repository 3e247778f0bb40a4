import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';
import { startFailure } from './start-failure.texts.ts';

const ROOT = '/srv/zhuding';

describe('settings', () => {
  it('that are set to nothing are not set', () => {
    const blank = {
      PORT: '',
      HOST: ' ',
      ZHUDING_DATA: '',
      DATABASE_URL: '',
      ZHUDING_PUBLIC_URL: '',
    };
    expect(readSettings(blank, ROOT)).toEqual(readSettings({}, ROOT));
    expect(readSettings(blank, ROOT)).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      dataDir: '/srv/zhuding/data',
      databaseUrl: null,
    });
  });

  it.each([
    { PORT: '70000' },
    { PORT: 'eighty' },
    { DATABASE_URL: 'mysql://x' },
    { ZHUDING_PUBLIC_URL: 'example.gov.cn' },
  ])('that do not hold are refused by name: %j', (env) => {
    expect(() => readSettings(env, ROOT)).toThrow(SettingsError);
    expect(() => readSettings(env, ROOT)).toThrow(Object.keys(env)[0] ?? '');
  });
});

it('an address this machine does not know is told as such', () => {
  const settings = readSettings({ HOST: '999.1.1.1' }, ROOT);
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND 999.1.1.1'), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: '999.1.1.1',
  });
  expect(startFailure(error, settings)).toBe('本机没有地址 999.1.1.1。检查 HOST。');
});
