import { call } from './support/pages/call.ts';
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(6, longText(30)) }));
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.body).toContainText('Paragraph 30');
});

test('F6 and Shift F6 step through the regions in their order', async ({ reader }) => {
  const region = () =>
    reader.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region-part]')?.dataset.regionPart);
  await reader.row('Report 01').focus();
  await reader.press('F6');
  expect(await region()).toBe('article');
  await reader.press('F6');
  expect(await region()).toBe('side');
  await reader.press('F6');
  expect(await region()).toBe('list');
  await reader.press('Shift+F6');
  expect(await region()).toBe('side');
  await reader.press('Shift+F6');
  expect(await region()).toBe('article');
});

test('Shift F6 leaves the search field as F6 does', async ({ reader }) => {
  await reader.press('/');
  const field = reader.page.getByRole('combobox', { name: 'Search archive' });
  await expect(field).toBeFocused();
  await reader.press('Shift+F6');
  await expect(field).not.toBeFocused();
});

test('a key that is held down marks once, and goes on stepping', async ({ reader }) => {
  await reader.page.keyboard.down('s');
  await reader.page.keyboard.down('s');
  await reader.page.keyboard.up('s');
  await expect(reader.row('Report 01').getByTitle('Starred')).toBeVisible();
  await reader.page.keyboard.down('j');
  await reader.page.keyboard.down('j');
  await reader.page.keyboard.up('j');
  await expect(reader.headline).toHaveText('Report 03');
});

test('the first Tab offers to skip to the articles', async ({ reader }) => {
  const kept = async () => JSON.stringify(await call(reader.page, 'state.get', { key: 'window' }));
  await expect.poll(kept).toContain('feed:');
  await reader.reload();
  await reader.press('Tab');
  const skip = reader.page.getByRole('button', { name: 'Skip to articles' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await reader.press('Enter');
  await expect(reader.rows.first()).toBeFocused();
});

test('Tab leaves the list in one step, and arrows move inside it', async ({ reader }) => {
  await reader.row('Report 01').focus();
  await reader.press('ArrowDown');
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('ArrowUp');
  await expect(reader.row('Report 01')).toBeFocused();
  await reader.press('PageDown');
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('Tab');
  expect(await reader.list.evaluate((list) => list.contains(document.activeElement))).toBe(false);
  await reader.press('Shift+Tab');
  await expect(reader.row('Report 02')).toBeFocused();
});

for (const { keys, title } of [
  { keys: ['g', 'u'], title: 'All unread' },
  { keys: ['g', 's'], title: 'Starred' },
  { keys: ['g', 'l'], title: 'Read later' },
  { keys: ['g', 'm'], title: 'Subscriptions' },
  { keys: ['Control+,'], title: 'Settings' },
]) {
  test(`${keys.join(' then ')} goes to ${title}`, async ({ reader }) => {
    for (const key of keys) await reader.press(key);
    await expect(reader.page.getByRole('main').getByRole('heading', { level: 1 }).first()).toHaveText(title);
  });
}

test('S, L and M mark the open article, and again they take it back', async ({ reader, set }) => {
  await set({ markReadAfterSeconds: null });
  const row = reader.row('Report 01');
  for (const { key, shown } of [
    { key: 's', shown: row.getByTitle('Starred') },
    { key: 'l', shown: row.getByTitle('For later') },
  ]) {
    await reader.press(key);
    await expect(shown).toBeVisible();
    await reader.press(key);
    await expect(shown).toHaveCount(0);
  }
});

test('A opens Add feed, / the archive, Ctrl K the palette and ? the sheet of shortcuts', async ({ reader }) => {
  const { page } = reader;
  await reader.press('a');
  await expect(page.getByRole('dialog', { name: 'Add feed' })).toBeVisible();
  await reader.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await reader.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused();
  await reader.press('Escape');
  await reader.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await reader.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await reader.press('/');
  await expect(page.getByRole('combobox', { name: 'Search archive' })).toBeFocused();
});

test('Shift O marks what is older read, and leaves the rest', async ({ reader, set }) => {
  await set({ markReadAfterSeconds: null });
  await reader.row('Report 03').click();
  await expect(reader.headline).toHaveText('Report 03');
  await reader.press('Shift+O');
  await expect(reader.toast).toContainText('3 articles older than this marked read');
  await reader.expectRead('Report 04');
  await reader.expectUnread('Report 03');
  await reader.press('Control+z');
  await reader.expectUnread('Report 04');
});

test('the sheet lists every key of the window, as it is now', async ({ reader, set }) => {
  await set({ keys: { 'article.star': 'X' } });
  await reader.press('?');
  const sheet = reader.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('term').filter({ hasText: 'Keyboard shortcuts' })).toBeVisible();
  const rows = await sheet.locator('.ks-row').evaluateAll((all) =>
    all.map((row) => {
      const keys = [...row.querySelectorAll('kbd')].map((key) => key.textContent);
      return `${row.querySelector('dt')?.textContent}: ${keys.join(' ')}`;
    }),
  );
  const mod = process.platform === 'darwin' ? 'Cmd' : 'Ctrl';
  for (const line of [
    'Next article: J',
    'Previous article: K',
    'Next unread: N',
    'Previous unread: P',
    'Page, then next unread: Space',
    'Page up: Shift Space',
    'Read or unread: M',
    'Star: X',
    'Read later: L',
    'Full text: F',
    'Open original: O',
    'Theme and text: T',
    'Only unread: U',
    'Density: D',
    'Mark list read: Shift A',
    'Mark older read: Shift O',
    'Add feed: A',
    'Refresh this: R',
    'Refresh all: Shift R',
    'Today: G T',
    'All unread: G U',
    'Starred: G S',
    'Read later: G L',
    'Subscriptions: G M',
    'History: G Z',
    'Search: /',
    `Command palette: ${mod} K`,
    `Undo: ${mod} Z`,
    `Redo: ${mod} Shift Z`,
    `Sidebar: ${mod} \\`,
    `Settings: ${mod} ,`,
    `Larger text: ${mod} +`,
    `Smaller text: ${mod} -`,
    `Usual text size: ${mod} 0`,
    'Keyboard shortcuts: ?',
  ]) {
    expect(rows).toContain(line);
  }
  await sheet.getByRole('textbox', { name: 'Find a shortcut' }).fill('undo');
  await expect(sheet.locator('.ks-row')).toHaveCount(1);
});

test('a key that the reader has changed works, and the old one no more', async ({ reader, set }) => {
  await set({ keys: { 'article.star': 'X' } });
  await reader.press('s');
  await reader.press('x');
  await expect(reader.row('Report 01').getByTitle('Starred')).toBeVisible();
});

test('single letters can be switched off, and others go on working', async ({ reader, set }) => {
  await set({ singleKeyShortcuts: false });
  await reader.press('j');
  await reader.press('s');
  await reader.press('Shift+A');
  await reader.press('Control+k');
  await expect(reader.page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await reader.press('Escape');
  await expect(reader.headline).toHaveText('Report 01');
  await expect(reader.row('Report 01').getByTitle('Starred')).toHaveCount(0);
  await reader.expectUnread('Report 02');
});

test('letters typed into a field are text and nothing else', async ({ reader }) => {
  await reader.press('/');
  const field = reader.page.getByRole('combobox', { name: 'Search archive' });
  await expect(field).toBeFocused();
  await reader.page.keyboard.type('jsmlAu?');
  await expect(field).toHaveValue('jsmlAu?');
  expect((await call(reader.page, 'counts.get', {})).starred).toBe(0);
});

test('the palette finds feeds, commands and articles, and does what is chosen', async ({ reader }) => {
  const { page } = reader;
  const field = page.getByRole('combobox', { name: 'Search or jump to' });
  const open = async (words: string) => {
    await reader.press('Control+k');
    await expect(field).toBeFocused();
    await field.fill(words);
  };
  await open('#cour');
  await expect(page.getByRole('option', { name: /^C?\s*Courier/ })).toBeVisible();
  await reader.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(reader.title).toHaveText('Courier');
  await open('>density');
  await reader.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await open('/Report 05');
  await page
    .getByRole('option', { name: /^Report 05/ })
    .first()
    .click();
  await expect(reader.headline).toHaveText('Report 05');
  await open('zzzz');
  await reader.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Search archive' })).toHaveValue('zzzz');
});

test('a dialog keeps the focus and gives it back to where it was', async ({ reader }) => {
  await reader.row('Report 02').click();
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('?');
  const sheet = reader.page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  for (let tabs = 0; tabs < 5; tabs += 1) {
    await reader.press('Tab');
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  }
  await reader.press('Escape');
  await expect(reader.row('Report 02')).toBeFocused();
});

test('Shift F10 opens the menu of the article, and Escape gives the focus back', async ({ reader }) => {
  await reader.row('Report 01').focus();
  await reader.press('Shift+F10');
  await expect(reader.page.getByRole('menuitem', { name: /Mark older read/ })).toBeVisible();
  await reader.press('Escape');
  await expect(reader.row('Report 01')).toBeFocused();
});

test('a word typed right after / loses no letter, however late the page of the archive comes', async ({ reader }) => {
  await reader.page.route('**/assets/screen-*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 700));
    await route.continue();
  });
  await reader.reload();
  await reader.row('Report 02').waitFor();
  await reader.page.keyboard.type('/harbour');
  await expect(reader.page.getByRole('combobox', { name: 'Search archive' })).toHaveValue('harbour');
});

test('a command typed right after Ctrl K is found and runs at Enter, however late the palette comes', async ({
  reader,
}) => {
  await reader.page.route('**/assets/dialog-*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 700));
    await route.continue();
  });
  await reader.reload();
  await reader.row('Report 02').waitFor();
  await reader.press('Control+k');
  await reader.page.keyboard.type('Starred');
  await reader.press('Enter');
  await expect(reader.page.getByRole('heading', { level: 1, name: 'Starred' })).toBeVisible();
});
