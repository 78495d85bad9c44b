/** The archive as a reader searches it: one query, by typing, by ticks, by dragging, and what is done with what it finds. */
import { expect } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import { SearchPage } from './support/pages/search-page.ts';
import { test } from './support/reader.ts';

let search: SearchPage;

test.beforeEach(async ({ sample }) => {
  for (const { id } of await call(sample.page, 'savedSearches.list', {})) {
    await call(sample.page, 'savedSearches.remove', { id });
  }
  search = new SearchPage(sample.page);
  await search.open();
});

test('results come as you type, from the second letter on, with the hits marked', async () => {
  await search.type('p');
  await expect(search.page.getByText('Everything you have is searched')).toBeVisible();
  await search.type('ports');
  await expect(search.hits.first()).toContainText(/ports?/i);
  await expect(search.hits.first().locator('mark').first()).toBeVisible();
  await expect(search.count).toHaveText(/^\d+ articles?$/);
});

test('a query is drawn in chips, and a mistake is underlined with its reason while the rest still finds', async () => {
  await search.type('"the harbour" OR port* is:shiny -phone');
  await expect(search.page.locator('.op')).toHaveText(['"the harbour"', 'OR', 'port*', '-phone']);
  await expect(search.page.locator('.op-wrong')).toHaveText(['is:', 'shiny']);
  await expect(search.mistakes).toContainText('shiny');
  await expect(search.field).toHaveAccessibleDescription(/shiny/);
  await expect(search.hits.first()).toBeVisible();
  await expectAccessible(search.page, 'search-mistake');
});

test('an operator is completed by arrows and Enter, and then its values from the archive are', async () => {
  await search.field.pressSequentially('ports so');
  await expect(search.suggestions.first()).toBeVisible();
  await search.press('ArrowDown');
  await search.press('Enter');
  await expect(search.field).toHaveValue('ports source:');
  await search.field.pressSequentially('harb');
  await expect(search.suggestions.filter({ hasText: 'Harbour Courier' })).toBeVisible();
  await search.press('ArrowDown');
  await search.press('Enter');
  await expect(search.field).toHaveValue(/^ports source:"?Harbour Courier"? $/);
  await expect(search.hits.first()).toContainText('Harbour Courier');
});

test('keys pressed before the suggestions are there wait for them, and lead to the results where there are none', async () => {
  // A core that takes its time; over the desktop's own way there is nothing to hold, and the keys come as fast as they can.
  await search.page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('search.suggest')) await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await search.field.pressSequentially('ports so');
  await search.press('ArrowDown');
  await search.press('Enter');
  await expect(search.field).toHaveValue('ports source:');
  await search.field.pressSequentially('harb');
  await search.press('ArrowDown');
  await search.press('Tab');
  await expect(search.field).toHaveValue(/^ports source:"?Harbour Courier"? $/);
  await expect(search.field).toBeFocused();
  await search.type('');
  await search.field.pressSequentially('the harbour');
  await search.press('ArrowDown');
  await expect(search.page.getByRole('listbox', { name: 'Results' })).toBeFocused();
  await search.page.unroute('**/rpc');
});

test('a tick beside the results writes into the query and narrows it by what it counted', async () => {
  await search.type('ports');
  const courier = search.facets.getByRole('checkbox', { name: /^Harbour Courier/ });
  const counted = Number(
    /\d+$/.exec((await courier.locator('xpath=ancestor::label').textContent())?.trim() ?? '')?.[0],
  );
  await courier.locator('xpath=ancestor::label').click();
  await expect(search.field).toHaveValue(/source:/);
  await expect(search.count).toHaveText(new RegExp(`^${counted} articles?$`));
  await search.page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(search.field).toHaveValue('ports');
});

test('the other sources stay with their counts when one is ticked, and a second tick means or', async () => {
  await search.type('the');
  const sources = search.facets.getByRole('region', { name: 'Source' }).getByRole('checkbox');
  await expect(sources.nth(1)).toBeVisible();
  const rows = search.facets.getByRole('region', { name: 'Source' }).getByRole('listitem');
  const countOf = async (row: number) => Number((await rows.nth(row).locator('.n').textContent())?.replace(/\D/g, ''));
  const [first, second] = [await countOf(0), await countOf(1)];
  await rows.nth(0).locator('label').click();
  await expect(search.count).toHaveText(`${first} ${first === 1 ? 'article' : 'articles'}`);
  await expect(rows.nth(1).locator('.n')).toHaveText(String(second));
  await rows.nth(1).locator('label').click();
  await expect(search.count).toHaveText(`${first + second} articles`);
  await expect(search.field).toHaveValue(/source:.+,.+/);
});

test('a handle of the histogram, moved by keys, narrows the time; its chip takes that away', async () => {
  await search.type('the');
  const before = Number.parseInt((await search.count.textContent()) ?? '', 10);
  await search.page.getByRole('slider', { name: 'From' }).focus();
  await search.press('End');
  await expect(search.field).toHaveValue(/date:/);
  await expect.poll(async () => Number.parseInt((await search.count.textContent()) ?? '', 10)).toBeLessThan(before);
  await search.page.getByRole('group', { name: 'Filters' }).getByRole('button', { pressed: true }).click();
  await expect(search.field).toHaveValue('the');
});

test('a range dragged over the bars is written as two dates', async () => {
  await search.type('the');
  await search.page.locator('.hist-bars').scrollIntoViewIfNeeded();
  const box = await search.page.locator('.hist-bars').boundingBox();
  if (!box) throw new Error('There is no histogram.');
  await search.page.mouse.move(box.x + box.width * 0.6, box.y + 10);
  await search.page.mouse.down();
  await search.page.mouse.move(box.x + box.width * 0.9, box.y + 10, { steps: 4 });
  await search.page.mouse.up();
  await expect(search.field).toHaveValue(/^the date:\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
});

test('Enter opens the article beside its results with the hits marked, F3 steps through them, J reads on', async () => {
  await search.type('"the harbour" OR port*');
  await expect(search.hits.first()).toBeVisible();
  await search.press('Enter');
  await expect(search.article).toBeVisible();
  await expect(search.strip).toContainText(/\d+ hits?/);
  await search.press('F3');
  await expect(search.strip).toContainText(/1 of \d+ hits?/);
  expect(await search.page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
  await expectAccessible(search.page, 'search-article');
  const headline = (await search.article.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await search.press('j');
  await expect(search.article.getByRole('heading', { level: 1 })).not.toHaveText(headline);
  await search.press('Escape');
  await expect(search.article).toBeHidden();
});

test('nothing found says so, and offers to take the filters away', async () => {
  await search.type('zzyzxq is:starred');
  await expect(search.page.getByRole('heading', { name: /^Nothing matches/ })).toBeVisible();
  await search.page.locator('.without').getByRole('button', { name: 'is:starred' }).click();
  await expect(search.field).toHaveValue('zzyzxq');
});

test('a slip is put right where the archive has the word, and each part can be left out', async () => {
  await search.type('harbuor is:unread');
  const meant = search.page.getByRole('button', { name: /^harbour is:unread/ });
  await expect(meant).toBeVisible();
  await expect(search.page.locator('.without')).toContainText('Without');
  await expect(search.page.getByRole('complementary', { name: 'Narrow results' })).toBeHidden();
  await expectAccessible(search.page, 'search-nothing');
  await meant.click();
  await expect(search.hits.first()).toContainText(/harbour/i);
});

test('what was searched for, what is saved and examples stand on the empty page, and can be erased', async () => {
  await search.type('ports');
  await search.hits.first().click();
  await search.article.getByRole('heading', { level: 1 }).waitFor();
  await search.press('Escape');
  await search.type('');
  const recent = search.page.getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('button', { name: 'ports' }).click();
  await expect(search.field).toHaveValue('ports');
  await search.type('');
  await expectAccessible(search.page, 'search-start');
  await recent.getByRole('button', { name: 'Erase them' }).click();
  await expect(recent).toBeHidden();
  await search.page.getByRole('button', { name: /^is:unread last:7d/ }).click();
  await expect(search.field).toHaveValue('is:unread last:7d');
  expect(await call(search.page, 'state.get', { key: 'recent-searches' })).toEqual({ value: [] });
});

test('what is still being typed is not wrong yet', async () => {
  await search.field.pressSequentially('ports is:shi');
  await expect(search.hits.first()).toBeVisible();
  await search.page.waitForTimeout(700);
  await expect(search.mistakes).toBeHidden();
  await expect(search.page.locator('.op-wrong')).toHaveCount(0);
  await search.field.pressSequentially(' ');
  await search.field.pressSequentially('the');
  await expect(search.mistakes).toContainText('shi');
  const chips = await search.page.locator('.chips').boundingBox();
  await search.type('ports the');
  await expect(search.mistakes).toBeHidden();
  expect(await search.page.locator('.chips').boundingBox()).toEqual(chips);
});

test('the help says what can be typed', async () => {
  await search.page.getByRole('button', { name: 'Search help' }).click();
  await expect(search.page.getByRole('dialog')).toContainText('only in the headline');
  await expectAccessible(search.page, 'search-help');
});

for (const theme of ['light', 'dark', 'paper'] as const) {
  test(`axe finds nothing on results in ${theme}`, async () => {
    await call(search.page, 'settings.set', { theme });
    await search.type('"the harbour" OR port* section:world');
    await expect(search.hits.first()).toBeVisible();
    await expectAccessible(search.page, `search-${theme}`);
  });
}

test('in a narrow window the facets are a sheet behind Filters', async () => {
  await search.page.setViewportSize({ width: 700, height: 900 });
  await search.type('ports');
  await search.page.getByRole('button', { name: 'Filters', exact: true }).click();
  const sheet = search.page.getByRole('dialog', { name: 'Filters' });
  await expect(sheet.getByRole('region', { name: 'Source' })).toBeVisible();
  await expectAccessible(search.page, 'search-narrow');
  await sheet.getByRole('button', { name: 'Show results' }).click();
  await expect(sheet).toBeHidden();
});

test('more than a thousand hits are counted when asked, and the last page is reached by End', async ({ reader }) => {
  const lines = Array.from({ length: 1100 }, (_, number) =>
    JSON.stringify({
      feedUrl: 'https://tides.example/feed',
      feedTitle: 'Tide tables',
      guid: `tide-${number}`,
      title: `Tide ${number}`,
      published: Date.UTC(2026, 0, 1) - number * 3_600_000,
      html: '<p>High water at the pier.</p>',
    }),
  );
  await call(reader.page, 'archive.import', { lines });
  const archive = new SearchPage(reader.page);
  await archive.open();
  await archive.type('tide');
  await expect(archive.count).toHaveText('1,000+ articles');
  await reader.page.getByRole('button', { name: 'Count all' }).click();
  await expect(archive.count).toHaveText('1,100 articles');
  await archive.press('End');
  await expect(archive.hits.and(reader.page.locator('[aria-selected=true]'))).toHaveAttribute('aria-posinset', '50');
  // Only what is in sight, and the chosen one, are in the page.
  expect(await archive.hits.count()).toBeLessThan(40);
});
