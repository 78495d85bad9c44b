/** Every screen of the window at its usual size: it breaks no rule of accessibility or policy, and leaves its picture. */
import { expectNoBarrier } from './support/pages/barriers.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, test } from './support/reader.ts';

/** What the window's own policy had to refuse, as the browser reports it. */
async function policyReports({ page }: Reader): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const reports: string[] = [];
    Object.assign(window, { policyReports: reports });
    document.addEventListener('securitypolicyviolation', (report) =>
      reports.push(`${report.effectiveDirective} ${report.blockedURI} ${report.sample}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { policyReports: string[] }).policyReports);
}

interface ScreenCase {
  readonly name: string;
  readonly go: (reader: Reader) => Promise<void>;
  /** What shows that it is there. */
  readonly sign: string;
}

const screens: readonly ScreenCase[] = [
  { name: 'reader', go: (reader) => reader.show('Harbour Courier'), sign: 'Harbour Courier' },
  { name: 'folder', go: (reader) => reader.show('World'), sign: 'World' },
  { name: 'for-you', go: (reader) => keys(reader, 'g', 'y'), sign: 'For you' },
  { name: 'catalogue', go: (reader) => command(reader, 'Catalogue'), sign: 'Subscriptions' },
  { name: 'import', go: (reader) => command(reader, 'Import subscriptions'), sign: 'Subscriptions' },
  { name: 'unread', go: (reader) => keys(reader, 'g', 'u'), sign: 'All unread' },
  { name: 'starred', go: (reader) => keys(reader, 'g', 's'), sign: 'Starred' },
  { name: 'search', go: (reader) => keys(reader, '/'), sign: 'Search archive' },
  { name: 'subscriptions', go: (reader) => keys(reader, 'g', 'm'), sign: 'Subscriptions' },
  { name: 'history', go: (reader) => keys(reader, 'g', 'z'), sign: 'History' },
  { name: 'settings', go: (reader) => keys(reader, 'Control+,'), sign: 'Settings' },
];

const overlays = [
  { name: 'palette', key: 'Control+k', title: 'Command palette' },
  { name: 'shortcuts', key: '?', title: 'Keyboard shortcuts' },
  { name: 'add-feed', key: 'a', title: 'Add feed' },
] as const;

async function keys(reader: Reader, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await reader.press(key);
}

async function command(reader: Reader, name: string): Promise<void> {
  await reader.press('Control+k');
  await reader.page.getByRole('combobox', { name: 'Search or jump to' }).fill(name);
  await reader.page.getByRole('option', { name }).first().click();
}

async function openFirst(reader: Reader): Promise<void> {
  await reader.show('Harbour Courier');
  await reader.rows.first().click({ timeout: 40_000 });
  await expect(reader.body).not.toBeEmpty();
}

for (const theme of ['light', 'dark', 'paper'] as const) {
  test(`an open article can be read by everybody in ${theme}`, async ({ sample, setSample }) => {
    await setSample({ theme });
    const reports = await policyReports(sample);
    await openFirst(sample);
    await expect(sample.page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectNoBarrier(sample.page, `article-${theme}`);
    expect(await reports()).toEqual([]);
  });
}

for (const { name, go, sign } of screens) {
  test(`the screen ${name} breaks no rule`, async ({ sample }) => {
    const reports = await policyReports(sample);
    await go(sample);
    await expect(sample.page.getByRole('heading', { level: 1 }).first()).toHaveText(sign);
    await expectNoBarrier(sample.page, name);
    expect(await reports()).toEqual([]);
  });
}

for (const { name, key, title } of overlays) {
  test(`the dialog ${name} breaks no rule`, async ({ sample }) => {
    const reports = await policyReports(sample);
    await sample.press(key);
    await expect(sample.page.getByRole('dialog', { name: title })).toBeVisible();
    await expectNoBarrier(sample.page, name);
    expect(await reports()).toEqual([]);
  });
}

test('the panel of theme and text breaks no rule', async ({ sample }) => {
  await openFirst(sample);
  const reports = await policyReports(sample);
  await sample.press('t');
  await expect(sample.page.getByRole('dialog', { name: 'Theme and text' })).toBeVisible();
  await expectNoBarrier(sample.page, 'text-panel');
  expect(await reports()).toEqual([]);
});

test('the sheet of shortcuts is scrolled by keys where it is longer than the window', async ({ sample }) => {
  await sample.press('?');
  await sample.page.setViewportSize({ width: 480, height: 700 });
  await expectNoBarrier(sample.page, 'shortcuts-narrow');
  const sheet = sample.page.getByRole('region', { name: 'Shortcuts' });
  for (let tabs = 0; tabs < 4 && !(await sheet.evaluate((it) => it === document.activeElement)); tabs += 1) {
    await sample.press('Tab');
  }
  await expect(sheet).toBeFocused();
  await sample.press('End');
  await expect(sheet.getByText('Settings', { exact: true })).toBeInViewport();
});
