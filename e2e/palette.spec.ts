/** The palette before its answers are there: what is chosen is what the letters mean, and nothing older. */
import { call } from './support/pages/call.ts';
import { slowCalls } from './support/pages/slow-calls.ts';
import { expect, test } from './support/reader.ts';

test('Enter waits for the articles of what was typed last, and opens the first of them', async ({ sample }) => {
  const { page } = sample;
  await sample.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or jump to' });
  await field.fill('/night trains');
  await expect(page.getByRole('option', { name: /^Night trains/ }).first()).toBeVisible();
  const atOnce = await slowCalls(page, 'articles.search', 600);
  await field.fill('/reservoirs reach');
  await sample.press('Enter');
  await expect(sample.headline).toContainText('Reservoirs');
  await atOnce();
});

test('a setting’s value, a saved search and a page of For you are found by name, the best first', async ({
  sample,
}) => {
  const { page } = sample;
  const field = page.getByRole('combobox', { name: 'Search or jump to' });
  const first = page.getByRole('option').first();
  await call(page, 'savedSearches.add', { name: 'Grid storage', query: 'storage' });
  await sample.press('Control+k');
  for (const { typed, found } of [
    { typed: 'set', found: 'Settings' },
    { typed: 'grid', found: 'Grid storage' },
    { typed: 'mute', found: 'Muted' },
    { typed: 'backup', found: 'Backups' },
    { typed: 'dark', found: 'Dark theme' },
  ]) {
    await field.fill(typed);
    await expect(first).toContainText(found);
  }
  await sample.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the palette begins with where the reader was last, and keeps that for the next start', async ({ sample }) => {
  const { page } = sample;
  await sample.show('Starred');
  await page.waitForTimeout(500);
  await sample.press('Control+,');
  await expect(page).toHaveTitle(/Settings/);
  await page.waitForTimeout(500);
  await sample.press('g');
  await sample.press('u');
  await expect(sample.title).toHaveText('All unread');
  await page.waitForTimeout(500);
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await sample.press('Control+k');
  await expect(recent.nth(0)).toContainText('Settings');
  await expect(recent.nth(1)).toContainText('Starred');
  await sample.press('Escape');
  await sample.reload();
  await sample.press('Control+k');
  await expect(recent.nth(0)).toContainText('Settings');
  await sample.press('Escape');
});

test('letters that nothing has are answered in words', async ({ sample }) => {
  await sample.press('Control+k');
  await sample.page.getByRole('combobox', { name: 'Search or jump to' }).fill('>zzzz');
  await expect(sample.page.getByRole('dialog').getByRole('status')).toHaveText('Nothing has these letters.');
  await sample.press('Escape');
});
