/** What a reader sets, and what it does at once. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, test } from './support/reader.ts';

async function openSettings({ page }: Reader, section: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: section }).click();
  await expect(page.getByRole('region', { name: section })).toBeVisible();
}

const choose = (page: Page, group: string, choice: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click();

test('the look changes while it is chosen, and is still so after a restart', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'Appearance');
  await expectAccessible(page, 'settings-appearance');
  const root = page.locator('html');
  await choose(page, 'Theme', 'Paper');
  await expect(root).toHaveAttribute('data-theme', 'paper');
  await page.getByRole('radio', { name: 'Plum' }).press('Space');
  await expect(root).toHaveAttribute('data-accent', 'plum');
  await choose(page, 'List density', 'Compact');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await sample.reload();
  await expect(root).toHaveAttribute('data-theme', 'paper');
  await expect(root).toHaveAttribute('data-accent', 'plum');
  await call(page, 'settings.set', { accent: 'pine' });
});

test('articles are set as the reader likes them', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'Reading');
  await choose(page, 'Typeface', 'Literata');
  await page.getByRole('button', { name: 'larger text' }).click();
  await expect(page.getByText('20 px')).toBeVisible();
  await choose(page, 'Line width', 'Wide');
  await choose(page, 'When an article is opened', 'By hand');
  await expect(page.getByText('Only when you mark it yourself')).toBeVisible();
  await expectAccessible(page, 'settings-reading');
  expect(await call(page, 'settings.get', {})).toMatchObject({
    readingFont: 'literata',
    readScale: 1.05,
    readMeasure: 46,
    markReadAfterSeconds: null,
  });
});

test('fetching by hand is chosen, told, and taken back', async ({ reader, set }) => {
  const { page } = reader;
  await set({ refreshMinutes: 15 });
  await openSettings(reader, 'Refresh');
  await choose(page, 'Refresh feeds', 'By hand');
  await expect(reader.toast).toContainText('Nothing is fetched until you ask for it');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await expectAccessible(page, 'settings-refresh');
});

test('what is kept can be limited, and the change says so', async ({ reader }) => {
  const { page } = reader;
  await openSettings(reader, 'Storage');
  await choose(page, 'Keep articles', '1 year');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('radio', { name: 'For ever' })).toBeChecked();
  await expectAccessible(page, 'settings-storage');
});

test('a command gets other keys, those of another only by a second word, and works by them', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'Shortcuts');
  await page.getByRole('button', { name: 'Change the keys of Next article' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByText('is already “Command palette”')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Change the keys of All unread' }).click();
  await page.keyboard.press('x');
  await page.keyboard.press('u');
  await expect(sample.toast).toContainText('All unread: X U');
  await expectAccessible(page, 'settings-shortcuts');
  await page.keyboard.press('x');
  await page.keyboard.press('u');
  await expect(sample.title).toHaveText('All unread');
});

test('keys are switched off and come back as they were', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'Shortcuts');
  await page.getByRole('button', { name: 'Switch off the keys of Settings' }).click();
  await sample.show('All unread');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('button', { name: 'Reset all' }).click();
  await sample.show('Starred');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a setting is found by its words, wherever it is', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'Privacy');
  await expectAccessible(page, 'settings-privacy');
  const find = page.getByRole('textbox', { name: 'Find a setting' });
  await find.fill('justify');
  await expect(page.getByRole('switch', { name: 'Justify and hyphenate' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Appearance' })).toBeHidden();
  await find.fill('blockchain');
  await expect(page.getByRole('heading', { name: 'No setting has these words' })).toBeVisible();
});

test('the library, its version and the licences of its typefaces are named', async ({ sample }) => {
  const { page } = sample;
  await openSettings(sample, 'About');
  const { version, folder } = await call(page, 'library.info', {});
  await expect(page.getByText(`Broadsheet ${version}`)).toBeVisible();
  await expect(page.getByText(folder)).toBeVisible();
  await expect(page.getByText('SIL Open Font License')).toHaveCount(5);
  await expectAccessible(page, 'settings-about');
});

test('in a narrow window the page that is open is in sight among the others', async ({ reader }) => {
  await openSettings(reader, 'About');
  await reader.page.setViewportSize({ width: 480, height: 900 });
  await expect(reader.page.getByRole('button', { name: 'About', exact: true })).toBeInViewport({ ratio: 1 });
  await reader.page.getByRole('button', { name: 'Shortcuts', exact: true }).click();
  await expect(reader.page.getByRole('button', { name: 'Shortcuts', exact: true })).toBeInViewport({ ratio: 1 });
});

test('Esc leaves the dialog of an archive folder from its field, and nothing is exported', async ({ reader }) => {
  await openSettings(reader, 'Storage');
  await reader.page.getByRole('button', { name: 'Export…' }).click();
  await expect(reader.page.getByRole('textbox', { name: 'Folder' })).toBeFocused();
  await expectAccessible(reader.page, 'archive-export');
  await reader.press('Escape');
  await expect(reader.page.getByRole('dialog')).toBeHidden();
  await expect(reader.page.getByRole('button', { name: 'Export…' })).toBeFocused();
});

test('a backup that is gone is not said to be chosen', async ({ reader }) => {
  const { page } = reader;
  await openSettings(reader, 'Storage');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(reader.toast).toContainText('Backed up and checked');
  await page.getByRole('button', { name: 'Restore…' }).click();
  const { folder } = await call(page, 'library.info', {});
  await rm(join(folder, 'backups'), { recursive: true });
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  await dialog
    .getByRole('button', { name: /^Restore / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Go back at the next start' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /backup/i })).toHaveCount(1);
  await expect(page.getByText('is chosen')).toHaveCount(0);
});

test('the command to export the archive asks each time, and keeps a path that was refused', async ({ reader }) => {
  const { page } = reader;
  const ask = async () => {
    await reader.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('>Export archive');
    await reader.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Folder' })).toBeFocused();
  };
  await ask();
  await page.getByRole('textbox', { name: 'Folder' }).fill('/dev/null/archive');
  await reader.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  // The command led to this page, whose heading had the focus before the question came.
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused();
  await ask();
  await expect(page.getByRole('textbox', { name: 'Folder' })).toHaveValue('/dev/null/archive');
});

test('what would go is worked out anew when its page is opened', async ({ sample, setSample }) => {
  const { page } = sample;
  await openSettings(sample, 'Storage');
  await expect(page.getByText('Nothing: these rules remove no article')).toBeVisible();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await setSample({ keepPerFeed: 10, deleteUnread: true });
  await page.getByRole('button', { name: 'Storage' }).click();
  await expect(page.getByText(/^\d+ articles?, about/)).toBeVisible();
  await setSample({ keepPerFeed: null, deleteUnread: false });
});

test('keys that were given, left or switched off leave the focus at their command', async ({ reader }) => {
  const { page } = reader;
  await openSettings(reader, 'Shortcuts');
  const change = page.getByRole('button', { name: 'Change the keys of Next article' });
  await change.press('Enter');
  await reader.press('Escape');
  await expect(change).toBeFocused();
  await change.press('Enter');
  await reader.press('Control+k');
  await page.getByRole('button', { name: 'Leave it' }).press('Enter');
  await expect(change).toBeFocused();
  await page.getByRole('button', { name: 'Switch off the keys of Next article' }).press('Enter');
  await expect(change).toBeFocused();
  await page.getByRole('button', { name: 'Reset the keys of Next article' }).press('Enter');
  await expect(change).toBeFocused();
});
