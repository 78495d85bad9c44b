/** A part of the window whose code cannot be had: it says so, and the rest of the window goes on. */
import { expect, reports, test } from './support/reader.ts';

test('a page that cannot be loaded says so, and the list is a key away', async ({ reader, publisher, trouble }) => {
  test.skip(test.info().project.name !== 'browser', 'Only the browser window fetches its code over HTTP.');
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(3) }));
  await reader.show('Courier');
  await reader.page.route('**/assets/*screen-*.js', (route) => route.abort());
  await reader.reload();
  await reader.row('Report 01').waitFor();
  await reader.press('g');
  await reader.press('y');
  const words = reader.page.getByRole('heading', { name: 'This part of the window could not be shown' });
  await expect(words).toBeVisible();
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 01');
  await reader.page.unroute('**/assets/*screen-*.js');
  await reader.press('g');
  await reader.press('y');
  await expect(words).toBeVisible();
  await reader.page.getByRole('button', { name: 'Try again' }).click();
  await expect(reader.page.getByRole('region', { name: 'For you', exact: true })).toBeVisible();
  trouble.length = 0;
});
