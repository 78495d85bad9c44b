import { expect, test } from './support/app.ts';

test.use({ args: ['--sample'] });

test('the sample edition is there to be read without a network', async ({ page }) => {
  const articles = page.getByRole('region', { name: 'Front page' }).getByRole('article');
  await expect(articles.first()).toBeVisible({ timeout: 30_000 });
  await articles.first().getByRole('link').first().click();
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('reading-sample.png') });
});
