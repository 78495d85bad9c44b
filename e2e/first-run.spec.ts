import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { startFeedServer } from './support/feed-server.ts';
import { chooseFile, opmlFile } from './support/pages/files.ts';
import { Reader } from './support/pages/reader.ts';

const arrivalMs = 30_000;

const welcome = (page: Page) => page.getByRole('heading', { name: 'All your news in one place.' });
const frontPage = (page: Page) => page.getByRole('region', { name: 'Front page' }).getByRole('article').first();
const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Loads the window anew as a browser without a network shows it. */
async function withoutNetwork(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
  await page.reload();
  await expect(welcome(page)).toBeVisible();
}

test('a first start opens the sample edition, and the next start opens on it', async ({ start }) => {
  const first = await start();
  await expect(welcome(first.window)).toBeVisible();
  await expectAccessible(first.window, 'welcome');
  await first.window.getByRole('button', { name: 'Open a sample edition' }).click();
  const reader = new Reader(first.window);
  await expect(reader.node('World')).toBeVisible();
  await expect(reader.node('Harbour Courier')).toBeVisible();
  await expect(frontPage(reader.page)).toBeVisible({ timeout: arrivalMs });
  await first.close();
  const { window } = await start();
  await expect(frontPage(window)).toBeVisible({ timeout: arrivalMs });
  await expect(welcome(window)).toBeHidden();
});

test('without a network the titles offered are those of the sample edition, and those ticked come in', async ({
  page,
}) => {
  await withoutNetwork(page);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await step(page, 'Technology').click();
  await step(page, 'Culture').click();
  await step(page, 'Sport').click();
  await page.getByRole('checkbox', { name: 'Pitchside' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Lumen Science' }).uncheck({ force: true });
  await step(page, 'Continue').click();
  // pictures of the window, as in Settings
  await expect(page.getByRole('radiogroup', { name: 'Theme' }).locator('.tp > i')).toHaveCount(4);
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page, 'welcome-look');
  await step(page, 'Start reading').click();
  const reader = new Reader(page);
  await expect(reader.node('Sport')).toBeVisible();
  await expect(reader.node('Pitchside')).toBeVisible();
  await expect(reader.node('Loopback')).toBeHidden();
  await expect(reader.node('Lumen Science')).toBeHidden();
  await expect(frontPage(reader.page)).toBeVisible({ timeout: arrivalMs });
});

test('skipping leads to an empty reader that says how to go on, and the welcome stays away', async ({ start }) => {
  const first = await start();
  await step(first.window, 'Skip').click();
  await expect(first.window.getByRole('heading', { name: 'No subscriptions yet' })).toBeVisible();
  await expect(first.window.getByRole('button', { name: 'Catalogue' })).toBeVisible();
  await expectAccessible(first.window, 'empty-reader');
  await first.close();
  const { window } = await start();
  await expect(window.getByRole('heading', { name: 'No subscriptions yet' })).toBeVisible();
});

test('all titles open as a sheet over the step, without the invented ones, and what is ticked there is chosen', async ({
  page,
}) => {
  await step(page, 'Sport').click();
  await expect(page.locator('.fr-foot')).toContainText(/^6 titles chosen, about \d+ articles a day/);
  await expect(page.locator('.fr-about').first()).toContainText(/^World, about \d+ a day$/);
  await page.getByRole('button', { name: /^All \d+ titles$/ }).click();
  const sheet = page.getByRole('dialog', { name: 'All titles' });
  await expect(sheet.getByRole('textbox', { name: 'Find a title' })).toBeFocused();
  await expect(sheet.getByRole('option', { name: /^Sample edition/ })).toHaveCount(0);
  await expectAccessible(page, 'welcome-all-titles');
  await sheet.getByRole('option', { name: /^Food/ }).click();
  await sheet.getByRole('checkbox', { name: 'Eater' }).check({ force: true });
  await expect(sheet.getByRole('status')).toContainText('7 titles chosen');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await step(page, 'Continue').click();
  await step(page, 'Back').click();
  await expect(step(page, 'Sport')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('checkbox', { name: 'Eater' })).toBeChecked();
  await expect(page.locator('.fr-foot')).toContainText('7 titles chosen');
});

test('the first edition is drawn with the icons of its sources', async ({ page }) => {
  await page.getByRole('button', { name: 'Open a sample edition' }).click();
  const stack = page.getByRole('region', { name: 'Front page' }).locator('.news-link').first();
  await expect(stack).toBeVisible({ timeout: arrivalMs });
  // at once, and not after a while
  expect(await page.locator('.fp .fav img').count()).toBeGreaterThan(3);
});

test('an address pasted at the welcome becomes the first subscription', async ({ page }) => {
  const server = await startFeedServer();
  server.serve(
    '/feed.xml',
    '<rss version="2.0"><channel><title>Ferry News</title><item><title>Tide</title></item></channel></rss>',
  );
  await page.getByRole('button', { name: 'Paste an address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add feed' });
  await dialog.getByRole('textbox', { name: 'Address of a site or feed' }).fill(server.url('/feed.xml'));
  await dialog.getByRole('button', { name: 'Allow this address' }).click();
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  const reader = new Reader(page);
  await expect(reader.title).toHaveText('Ferry News');
  await expect(reader.row('Tide')).toBeVisible();
  await server.close();
});

test('a list from another reader is taken at the welcome; a file that is none is refused in words', async ({
  page,
}) => {
  const choose = page.getByRole('button', { name: 'Import OPML' });
  await chooseFile(page, choose, { name: 'notes.txt', text: 'Milk, bread, stamps' });
  await expect(page.getByRole('alert').filter({ hasText: 'not a list of subscriptions' })).toBeVisible();
  const list = opmlFile([
    { folder: 'Ports', title: 'Eastbank Record', url: 'http://eastbank-record.example/feed.xml' },
  ]);
  await chooseFile(page, choose, { name: 'mine.opml', text: list });
  await expect(page.getByRole('heading', { name: 'mine.opml' })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  const reader = new Reader(page);
  await expect(reader.node('Ports')).toBeVisible();
  await expect(reader.node('Eastbank Record')).toBeVisible();
});
