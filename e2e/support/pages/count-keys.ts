import type { Page } from '@playwright/test';

/** Presses keys one by one, and knows how many. */
export function counting(page: Page) {
  let pressed = 0;
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        pressed += 1;
        await page.keyboard.press(key);
      }
    },
    count: () => pressed,
  };
}
