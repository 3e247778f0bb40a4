import type { Locator, Page } from '@playwright/test';

/** A button by its words; between two characters the desk sets a thin space, and the sign of work under way fades after it. */
export function button(within: Page | Locator, words: string): Locator {
  const pattern = Array.from(words, (sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(
    '\\s?',
  );
  return within.getByRole('button', { name: new RegExp(`^(loading )?${pattern}$`) });
}
