import { expect, faults, reports, test } from './support/reader.ts';

test('a feed that fails says so in its own list from the first time on, once, with the remedy', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  const address = publisher.print('vale', { title: 'Vale Gazette', articles: [] });
  await reader.subscribe(address);
  await reader.show('Vale Gazette');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect(page.getByText('Nothing is open')).toBeHidden();
  publisher.serve(new URL(address).pathname, faults.status(404));
  const asked = publisher.requests.length;
  // the first wish of the reader's own is done, however short ago the feed was asked
  await reader.press('r');
  await expect.poll(() => publisher.requests.length).toBeGreaterThan(asked);
  await expect(page.getByRole('heading', { name: 'Vale Gazette no longer has this feed' })).toBeVisible();
  await expect(page.getByText('Vale Gazette no longer has this feed')).toHaveCount(1);
  await expect(page.getByText('Nothing here yet')).toBeHidden();
  await expect(reader.sidebar.locator('.foot-detail')).toHaveText('No feed answers');
  await page.getByRole('button', { name: 'Find new address' }).click();
  await expect(page.getByRole('heading', { name: 'Subscriptions' })).toBeVisible();
});

test('a refresh that reaches nobody says so, and the time of the last answer stays', async ({ reader, publisher }) => {
  const { page } = reader;
  const one = publisher.print('one', { title: 'One', articles: reports(2) });
  const two = publisher.print('two', { title: 'Two', articles: reports(2) });
  await reader.subscribe(one);
  await reader.subscribe(two);
  await reader.node('All unread').click();
  await expect(reader.sidebar.locator('.foot-detail')).toHaveText(/^2 feeds · updated \d\d:\d\d$/);
  for (const address of [one, two]) publisher.serve(new URL(address).pathname, faults.status(500));
  await reader.press('Shift+R');
  await reader.toast.getByRole('button', { name: 'Refresh anyway' }).click();
  await expect(reader.toast).toContainText('None of your 2 feeds could be reached.');
  const pane = page.getByRole('region', { name: 'Articles', exact: true });
  await expect(pane.getByText('None of your 2 feeds could be reached.')).toBeVisible();
  await reader.sidebar.locator('.foot-detail').click();
  const detail = page.getByRole('dialog', { name: 'Refresh, feed by feed' });
  await expect(detail.getByText('Not reached')).toHaveCount(2);
  await reader.press('Escape');
  publisher.print('one', { title: 'One', articles: reports(3) });
  publisher.print('two', { title: 'Two', articles: reports(2) });
  // those that failed are asked again at once
  await pane.getByRole('button', { name: 'Try again' }).click();
  await expect(reader.toast).toContainText('1 new article');
  await expect(pane.getByText('could be reached')).toBeHidden();
});
