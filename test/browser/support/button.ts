import type { Locator, Page } from '@playwright/test';

/** A button by its words; between two characters the desk sets a thin space. */
export function button(within: Page | Locator, words: string): Locator {
  const pattern = Array.from(words, (sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(
    '\\s?',
  );
  return within.getByRole('button', { name: new RegExp(`^${pattern}$`) });
}
