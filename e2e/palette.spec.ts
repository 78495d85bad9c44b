/** The palette before its answers are there: what is chosen is what the letters mean, and nothing older. */
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

test('letters that nothing has are answered in words', async ({ sample }) => {
  await sample.press('Control+k');
  await sample.page.getByRole('combobox', { name: 'Search or jump to' }).fill('>zzzz');
  await expect(sample.page.getByRole('dialog').getByRole('status')).toHaveText('Nothing has these letters.');
  await sample.press('Escape');
});
