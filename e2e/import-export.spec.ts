import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import { chooseFile, dropFile, opmlFile } from './support/pages/files.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, test } from './support/reader.ts';

// Titles that the app serves itself: a list's feeds may not be on this computer.
const eastbank = { title: 'Eastbank Record', url: 'http://eastbank-record.example/feed.xml', folder: 'Ports' };
const loopback = { title: 'Loopback', url: 'http://loopback.example/feed.json' };
const gone = { title: 'Vale Gazette', url: 'http://vale-gazette.example/feed.xml', folder: 'Ports' };
const fetchMs = 30_000;

async function openImport({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: 'Catalogue', exact: true }).click();
  await page.getByRole('button', { name: 'Import and export' }).click();
  await expect(page.getByRole('heading', { name: 'Bring your subscriptions' })).toBeVisible();
}

const choose = (page: Page, text: string) =>
  chooseFile(page, page.getByRole('button', { name: 'Choose file…' }), { name: 'mine.opml', text });

async function expectSum(page: Page, name: string, value: number): Promise<void> {
  await expect(page.locator('.im-sums > div', { hasText: name })).toContainText(String(value));
}

test('a list brings its feeds and folders, says what it left out and why, and is undone as a whole', async ({
  reader,
}) => {
  const { page } = reader;
  await openImport(reader);
  await expectAccessible(page, 'import');
  const links = '<outline type="link" text="A page of links" url="http://links.example/"/>';
  await choose(page, opmlFile([eastbank, gone, loopback, { ...eastbank, folder: 'Twice' }], links));
  await expectSum(page, 'already here', 0);
  await expectSum(page, 'moved or joined', 1);
  await expectSum(page, 'left out', 1);
  await expect(page.getByRole('listitem').filter({ hasText: 'A page of links' })).toContainText('not a feed');
  await expect(page.getByRole('listitem').filter({ hasText: 'Eastbank Record' })).toContainText('Added, 12 articles', {
    timeout: fetchMs,
  });
  const failed = page.getByRole('listitem').filter({ hasText: 'Vale Gazette' });
  await expect(failed).toContainText('Failed', { timeout: fetchMs });
  await expect(failed).toContainText('404');
  await expect(page.getByText('1 feed could not be fetched')).toBeVisible({ timeout: fetchMs });
  // what failed is not told as added
  await expectSum(page, 'added', 2);
  await expectSum(page, 'failed', 1);
  await expect(failed.getByRole('button')).toHaveText(['Search the site', 'Try again']);
  await expectAccessible(page, 'import-report');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save report' }).click(),
  ]);
  expect(await readFile(await report.path(), 'utf8')).toContain('Left out: A page of links.');
  await expect(reader.node('Ports')).toBeVisible();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(reader.toast).toContainText('Undone: imported 3 feeds');
  await expect(reader.node('Loopback')).toBeHidden();
  await expect(reader.node('Ports')).toBeHidden();
});

test('a file dropped on the page is imported, and what is there already is not doubled', async ({ reader }) => {
  const { page } = reader;
  await openImport(reader);
  const place = page.getByText('Drop an OPML file here');
  await dropFile(page, place, { name: 'one.opml', text: opmlFile([loopback]) });
  await expect(page.getByRole('heading', { name: 'one.opml' })).toBeVisible();
  await dropFile(page, place, { name: 'two.opml', text: opmlFile([loopback, eastbank]) });
  await expect(page.getByRole('heading', { name: 'two.opml' })).toBeVisible();
  await expectSum(page, 'added', 1);
  await expectSum(page, 'already here', 1);
  // the undo tells what came, and not what was here
  const [last] = await call(page, 'operations.list', {});
  expect(last?.label).toBe('Imported Eastbank Record');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(reader.node('Loopback')).toHaveCount(1);
});

test('a file that is no list is refused in words, and nothing changes', async ({ reader }) => {
  await openImport(reader);
  await choose(reader.page, 'Milk, bread, stamps');
  const alert = reader.page.getByRole('alert').filter({ hasText: 'mine.opml was not imported' });
  await expect(alert).toContainText('not a list of subscriptions');
  await expectAccessible(reader.page, 'import-refused');
});

test('what is exported can be imported again, with its folders', async ({ reader }) => {
  const { page } = reader;
  await openImport(reader);
  await choose(page, opmlFile([eastbank, loopback]));
  await expectSum(page, 'added', 2);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export OPML' }).click(),
  ]);
  const exported = await readFile(await file.path(), 'utf8');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(reader.node('Ports')).toBeHidden();
  await choose(page, exported);
  await expectSum(page, 'added', 2);
  await expect(reader.node('Ports')).toBeVisible();
  await expect(reader.node('Loopback')).toBeVisible();
});
