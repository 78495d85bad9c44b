import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { test as readerTest } from '../support/reader.ts';
import type { Desktop } from '../support/running-app.ts';

/** Notes what the app hands to the system instead of opening it; call it before the first link. */
async function noteOpened(desktop: Desktop): Promise<() => Promise<readonly string[]>> {
  await desktop.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  }, null);
  return () => desktop.evaluate(() => (globalThis as unknown as { opened: string[] }).opened, null);
}

/** A link such as an article may hold, followed with a real click. */
async function follow(page: Page, address: string, target = '_self'): Promise<void> {
  await page.evaluate(
    ([href = '', where = '']) => {
      document.querySelector('#planted')?.remove();
      const link = Object.assign(document.createElement('a'), {
        id: 'planted',
        href,
        target: where,
        textContent: 'planted link',
      });
      link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9999';
      document.body.append(link);
    },
    [address, target],
  );
  await page.getByText('planted link').click();
}

test('links of an article open in the reader’s browser or mail program, and the window stays', async ({
  page,
  desktop,
}) => {
  const opened = await noteOpened(desktop);
  const before = page.url();
  await follow(page, 'https://press.example/story?a=1');
  await expect.poll(opened).toEqual(['https://press.example/story?a=1']);
  await follow(page, 'http://press.example/new', '_blank');
  await expect.poll(opened).toHaveLength(2);
  await follow(page, 'mailto:desk@press.example');
  await expect.poll(opened).toHaveLength(3);
  expect(page.url()).toBe(before);
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
});

for (const [address, target] of [
  ['file:///etc/passwd', '_self'],
  ['file:///etc/passwd', '_blank'],
  ['smb://server/share', '_self'],
  ['vscode://file/x', '_blank'],
] as const) {
  test(`a link to ${address} (${target}) leads nowhere`, async ({ page, desktop, trouble }) => {
    const opened = await noteOpened(desktop);
    const before = page.url();
    await follow(page, address, target);
    // One that does open comes after it, so that nothing is still on its way. Chromium may swallow a click while it
    // turns the first one down.
    await expect(async () => {
      await follow(page, 'https://press.example/last');
      await expect.poll(opened, { timeout: 2000 }).not.toEqual([]);
    }).toPass();
    expect(new Set(await opened())).toEqual(new Set(['https://press.example/last']));
    expect(page.url()).toBe(before);
    // Chromium itself refuses files, and says so in the console.
    const refused = trouble.splice(0);
    expect(refused.filter((line) => !line.includes('Not allowed to load local resource'))).toEqual([]);
  });
}

test('a script cannot take the window elsewhere or open another', async ({ page, desktop }) => {
  const opened = await noteOpened(desktop);
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://press.example/taken';
  });
  await expect.poll(opened).toEqual(['https://press.example/taken']);
  await page.evaluate(() => void open('https://press.example/opened'));
  await expect.poll(opened).toHaveLength(2);
  expect(page.url()).toBe(before);
  await expect.poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
});

readerTest(
  'a double click, the middle button and the headline of an article lead to the reader’s browser',
  async ({ reader, publisher, emptyApp }) => {
    const link = publisher.print('page.html', { title: 'Page', articles: [] });
    await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: [{ title: 'One', link }] }));
    await reader.show('Courier');
    if (!emptyApp.desktop) throw new Error('This spec is about the desktop.');
    const opened = await noteOpened(emptyApp.desktop);
    await reader.row('One').dblclick();
    await expect.poll(opened).toEqual([link]);
    await reader.row('One').click({ button: 'middle' });
    await expect.poll(opened).toEqual([link, link]);
    await reader.headline.getByRole('link').click();
    await expect.poll(opened).toEqual([link, link, link]);
  },
);
