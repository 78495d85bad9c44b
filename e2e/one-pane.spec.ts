/** A window with room for one pane: the focus goes with what is shown, and the drawer ends where there is room again. */
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(6, longText(30)) }));
  await reader.show('Courier');
  await reader.page.setViewportSize({ width: 700, height: 900 });
});

test('an opened article has the focus, Escape comes back to its row, and Enter opens it again', async ({ reader }) => {
  const text = reader.article.getByRole('group', { name: 'Text' });
  await reader.row('Report 02').click();
  await expect(text).toBeFocused();
  await reader.press('Escape');
  await expect(reader.list).toBeVisible();
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('Enter');
  await expect(reader.headline).toHaveText('Report 02');
  await expect(text).toBeFocused();
  await reader.page.getByRole('button', { name: 'Back to the list' }).press('Enter');
  await expect(reader.row('Report 02')).toBeFocused();
});

test('the sidebar over the page ends when the window has room for it again', async ({ reader }) => {
  await reader.page.getByRole('button', { name: 'Show sidebar' }).first().click();
  const scrim = reader.page.locator('.drawer-scrim');
  await expect(scrim).toBeVisible();
  await reader.page.setViewportSize({ width: 1440, height: 900 });
  await expect(scrim).toHaveCount(0);
  await reader.press('Escape');
  await expect(reader.sidebar).toBeVisible();
  await reader.page.setViewportSize({ width: 700, height: 900 });
  await expect(scrim).toHaveCount(0);
});
