/** What is pressed and clicked in the search before its answers are there, and where the focus is after it. */
import { expectAccessible } from './support/expect-accessible.ts';
import { SearchPage } from './support/pages/search-page.ts';
import { slowCalls } from './support/pages/slow-calls.ts';
import { expect, test } from './support/reader.ts';

let search: SearchPage;

test.beforeEach(async ({ sample }) => {
  search = new SearchPage(sample.page);
  await search.open();
});

test('Enter waits for what was typed last, and opens the first that it finds', async () => {
  await search.type('title:"night trains"');
  await expect(search.hits.first()).toContainText('Night trains');
  const atOnce = await slowCalls(search.page, 'articles.search', 600);
  await search.type('title:reservoirs');
  await search.press('Enter');
  await expect(search.article.getByRole('heading', { level: 1 })).toContainText('Reservoirs');
  await search.press('Escape');
  await expect(search.article).toBeHidden();
  await search.field.focus();
  await search.type('zzyzxq');
  await search.press('Enter');
  await expect(search.page.getByRole('heading', { name: 'Nothing matches “zzyzxq”' })).toBeVisible();
  await expect(search.article).toBeHidden();
  await atOnce();
});

test('the arrow waits for what was typed last, and a second one goes on from there', async () => {
  await search.type('ports');
  await expect(search.hits.first()).toBeVisible();
  const atOnce = await slowCalls(search.page, 'articles.search', 600);
  await search.type('the');
  await search.press('ArrowDown');
  await search.press('ArrowDown');
  await expect(search.page.getByRole('listbox', { name: 'Results' })).toBeFocused();
  await expect(search.hits.first().locator('mark').first()).toHaveText(/the/i);
  await expect(search.hits.and(search.page.locator('[aria-selected=true]'))).toHaveAttribute('aria-posinset', '2');
  await atOnce();
});

test('two filters clicked at once are both written, and so is what is typed meanwhile', async () => {
  await search.type('ports');
  const atOnce = await slowCalls(search.page, 'search.edit', 400);
  const filters = search.page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Unread' }).click();
  await filters.getByRole('button', { name: 'Has full text' }).click();
  await search.field.press('End');
  await search.field.pressSequentially(' harbour');
  await expect(search.field).toHaveValue(/is:unread.*has:fulltext|has:fulltext.*is:unread/);
  await expect(search.field).toHaveValue(/^ports .*\bharbour\b/);
  await atOnce();
});

test('a filter that is taken away leaves the focus in the field', async () => {
  await search.type('the after:2020-01-01');
  await search.page.getByRole('group', { name: 'Filters' }).getByRole('button', { pressed: true }).focus();
  await search.press('Enter');
  await expect(search.field).toHaveValue('the');
  await expect(search.field).toBeFocused();
});

test('results of another query begin at the top', async () => {
  await search.type('the');
  await expect(search.hits.nth(5)).toBeVisible();
  const results = search.page.locator('.results > .scroll');
  await results.evaluate((box) => box.scrollTo({ top: 700 }));
  const top = () => results.evaluate((box) => box.scrollTop);
  await expect.poll(top).toBeGreaterThan(500);
  await search.type('the harbour');
  await expect.poll(top).toBe(0);
});

test('a click leaves the keys with the results: arrows go on from there, Shift F10 means the chosen one', async () => {
  const list = search.page.getByRole('listbox', { name: 'Results' });
  await search.type('the');
  await search.hits.nth(1).click();
  await expect(search.article).toBeVisible();
  await expect(list).toBeFocused();
  await search.press('Shift+F10');
  await expect(search.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
  await search.press('Escape');
  await expect(list).toBeFocused();
  await search.page.getByRole('button', { name: 'Close article' }).click();
  await expect(search.article).toBeHidden();
  await expect(list).toBeFocused();
});

test('a range without hits is said to be one, and can be widened where it was drawn', async () => {
  await search.type('ports date:2001-01-01..2001-01-02');
  await expect(search.page.getByRole('heading', { name: /^Nothing matches/ })).toBeVisible();
  await expect(search.page.getByRole('slider', { name: 'From' })).toBeVisible();
  await expectAccessible(search.page, 'search-empty-range');
});

test('a page of results that cannot be had is asked for once, said, and had by a press', async () => {
  test.skip(test.info().project.name !== 'browser', 'Only the browser window asks over HTTP.');
  await search.type('the');
  await expect(search.hits.first()).toBeVisible();
  let asked = 0;
  await search.page.route('**/rpc', async (route) => {
    const isNext = route.request().postData()?.includes('"cursor"');
    if (!isNext) return route.continue();
    asked += 1;
    return route.fulfill({ json: { ok: false, error: { code: 'internal', message: 'Something went wrong inside.' } } });
  });
  await search.press('ArrowDown');
  await search.press('End');
  const note = search.page.getByText('The results after these could not be had.');
  await expect(note).toBeVisible();
  await search.page.waitForTimeout(500);
  expect(asked).toBe(1);
  await search.page.unroute('**/rpc');
  await search.page.locator('.no-more').getByRole('button', { name: 'Try again' }).click();
  await expect(note).toBeHidden();
  await expect(search.page.getByRole('listbox', { name: 'Results' })).toBeFocused();
});
