/** The welcome by keys alone. */
import { expect, test } from './support/app.ts';
import { counting } from './support/pages/count-keys.ts';
import { Reader } from './support/pages/reader.ts';

test('from the first start to the first article: six keys at most', async ({ start }) => {
  const { window: page } = await start();
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
  await page.reload();
  const keys = counting(page);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Start reading' })).toBeFocused();
  await keys.press('Enter');
  await expect(page.locator('.news-link').first()).toBeVisible({ timeout: 30_000 });
  await keys.press('j', 'Enter');
  await expect(new Reader(page).headline).not.toBeEmpty();
  expect(keys.count()).toBeLessThanOrEqual(6);
  // and no way leads back into the welcome
  await keys.press('Escape', 'Alt+ArrowLeft', 'Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'All your news in one place.' })).toHaveCount(0);
  await expect(new Reader(page).sidebar).toBeVisible();
});

test('the welcome is seven stops of Tab, and arrows go on inside each group', async ({ start }) => {
  const { window: page } = await start();
  await page.getByRole('button', { name: 'World', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('group', { name: 'Sections' }).locator(':focus')).not.toHaveText('World');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'Titles to start with' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'Other ways to begin' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip', exact: true })).toBeFocused();
});
