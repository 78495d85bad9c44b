import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';

async function openStorage(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Storage' }).click();
  await expect(page.getByRole('region', { name: 'Storage' })).toBeVisible();
}

test('a restore is asked for with what it sets aside, can be called off, and says afterwards how to go back', async ({
  start,
}) => {
  const first = await start();
  const page = first.window;
  await call(page, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await call(page, 'backups.make', {});
  await call(page, 'folders.add', { name: 'Newer' });
  await page.reload();
  await openStorage(page);
  await page.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('button', { name: /^Restore .*, Made by you$/ }).click();
  const question = page.getByRole('dialog', { name: /^Go back to / });
  await expect(question.getByText('articles came since')).toBeVisible();
  await expectAccessible(page, 'restore-question');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(await call(page, 'backups.state', {})).toMatchObject({ pending: null });

  await page.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('button', { name: /^Restore .*, Made by you$/ }).click();
  await question.getByRole('button', { name: 'Go back at the next start' }).click();
  await expect(page.getByText(/^The copy of .* comes back when Broadsheet next starts\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Don’t restore' }).click();
  await expect(page.getByText('comes back when Broadsheet next starts')).toBeHidden();
  const [backup] = await call(page, 'backups.list', {});
  await call(page, 'backups.restore', { name: backup?.name ?? '' });
  await first.close();

  const { window } = await start();
  expect((await call(window, 'folders.list', {})).map(({ name }) => name)).not.toContain('Newer');
  await openStorage(window);
  await expect(window.getByText(/^The library is as it was on /)).toBeVisible();
  await window.emulateMedia({ colorScheme: 'dark' });
  await window.getByRole('button', { name: 'Go back to what was here' }).click();
  await expect(
    window.getByText('What was here before the restore comes back when Broadsheet next starts.'),
  ).toBeVisible();
});
