import { pastFirstRun } from './support/pages/reader.ts';
import { expect, test } from './support/reader.ts';

test('the window speaks British English on a computer of another language', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { get: () => 'ar-EG' });
  });
  const reader = await pastFirstRun(page);
  await reader.press('g');
  await reader.press('u');
  await expect(reader.title).toHaveText('All unread');
  await reader.press('t');
  const slider = page.getByRole('slider', { name: 'Text size' });
  await expect(slider).toHaveAttribute('aria-valuetext', '100%');
});
