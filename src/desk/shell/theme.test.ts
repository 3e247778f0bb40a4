import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLOURS, THEME } from './theme.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

describe('theme', () => {
  test('gives antd the colours the stylesheets have', () => {
    for (const [name, value] of Object.entries(COLOURS))
      expect(css, name).toContain(`--${name}: ${value};`);
  });

  test('leaves red and green to the clocks', () => {
    const { colorSuccess, colorWarning, colorError } = THEME.token ?? {};
    expect([colorSuccess, colorWarning, colorError]).toEqual(['#3a4148', '#3a4148', '#3a4148']);
  });
});
