/** Saved searches as a reader keeps them: views of the sidebar with names, an order and counts of their own. */
import { expect } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import { SearchPage } from './support/pages/search-page.ts';
import { test } from './support/reader.ts';

test.beforeEach(async ({ sample }) => {
  for (const { id } of await call(sample.page, 'savedSearches.list', {})) {
    await call(sample.page, 'savedSearches.remove', { id });
  }
  // The window hears of it a moment later; the next of the same name must not be taken for the one that went.
  await expect(sample.page.getByRole('treegrid', { name: 'Saved searches' })).toBeHidden();
});

test('a search is saved without its date, and its list opens from the sidebar under its name', async ({ sample }) => {
  const search = new SearchPage(sample.page);
  await search.open();
  await search.type('port* after:2020-01-01');
  await sample.page.getByRole('button', { name: 'Save this search' }).click();
  const dialog = sample.page.getByRole('dialog', { name: 'Save this search' });
  await expect(dialog).toContainText('The date filter is not saved');
  await expect(dialog.locator('.save-query')).toHaveText('port*');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ports of the north');
  await expectAccessible(sample.page, 'save-search');
  await sample.press('Enter');
  await expect(dialog).toBeHidden();
  await sample.node('Ports of the north').click();
  await expect(sample.title).toHaveText('Ports of the north');
  await expect(sample.rows.first()).toBeVisible();
});

test('Alt and an arrow move a saved search, F2 renames it, its menu deletes it, and Undo brings it back', async ({
  sample,
}) => {
  await call(sample.page, 'savedSearches.add', { name: 'Ports', query: 'port*' });
  await call(sample.page, 'savedSearches.add', { name: 'Trains', query: 'train*' });
  const rows = sample.page.getByRole('treegrid', { name: 'Saved searches' }).getByRole('row');
  await expect(rows).toHaveText([/^Ports/, /^Trains/]);
  await rows.first().focus();
  await sample.press('Alt+ArrowDown');
  await expect(rows).toHaveText([/^Trains/, /^Ports/]);
  await rows.first().focus();
  await sample.press('F2');
  await sample.page.getByRole('textbox', { name: 'New name of Trains' }).fill('Night trains');
  await sample.press('Enter');
  await expect(rows).toHaveText([/^Night trains/, /^Ports/]);
  await rows.first().click({ button: 'right' });
  await sample.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(rows).toHaveText([/^Ports/]);
  await sample.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
});

test('the query of a saved search can be changed', async ({ sample }) => {
  const { id } = await call(sample.page, 'savedSearches.add', { name: 'Ports', query: 'port*' });
  await sample.node('Ports').click({ button: 'right' });
  await sample.page.getByRole('menuitem', { name: 'Edit query…' }).click();
  const dialog = sample.page.getByRole('dialog', { name: 'Edit saved search' });
  await dialog.getByRole('textbox', { name: 'Query' }).fill('port* is:unread');
  await dialog.getByRole('checkbox', { name: 'Notify me when there is something new' }).press(' ');
  const row = sample.page
    .getByRole('treegrid', { name: 'Saved searches', includeHidden: true })
    .getByRole('row', { name: /^Ports/, includeHidden: true });
  await expect(row).toHaveText(/\d/);
  await dialog.locator('label', { hasText: 'Count unread in the sidebar' }).click();
  await dialog.getByRole('button', { name: 'Save search' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).not.toHaveText(/\d/);
  const saved = (await call(sample.page, 'savedSearches.list', {})).find((search) => search.id === id);
  expect(saved).toMatchObject({ query: 'port* is:unread', notify: true, countsUnread: false });
});

test('Settings › Storage shows the room by kind and by feed, tidies, and backs up what it then offers to restore', async ({
  sample,
}) => {
  const { page } = sample;
  await sample.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Storage' }).click();
  await expect(page.getByRole('table', { name: 'Space by feed, most first' })).toBeVisible();
  await expect(page.locator('.room-key')).toContainText('Search index');
  await expectAccessible(page, 'settings-storage');
  await page.getByRole('button', { name: 'Tidy now' }).click();
  await expect(sample.toast).toContainText('Tidied');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(sample.toast).toContainText('Backed up and checked');
  await page.getByRole('button', { name: 'Restore…' }).click();
  await expect(page.getByRole('dialog', { name: 'Restore a backup' })).toContainText('Made by you');
  await sample.press('Escape');
});

test('rules of keeping say what would go before anything does', async ({ sample }) => {
  const { page } = sample;
  await call(page, 'settings.set', { keepPerFeed: 10, deleteUnread: true });
  await sample.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Storage' }).click();
  await page.getByRole('button', { name: 'Show and remove…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What would go' });
  await expect(dialog.getByRole('button', { name: /^Remove \d+ articles?$/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Harbour Courier/ })).toContainText('more than are kept of the feed');
  await expectAccessible(page, 'keep-preview');
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await call(page, 'settings.set', { keepPerFeed: null, deleteUnread: false });
  await expect(page.getByText('Nothing: these rules remove no article')).toBeVisible();
});
