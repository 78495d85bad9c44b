/** What a saved search or a feed has found is told where the reader asked for it, and nowhere else. */
import { call } from './support/pages/call.ts';
import { expect, reports, test } from './support/reader.ts';

test('a feed tells of new articles once it is asked to, and Show leads to them', async ({ reader, publisher }) => {
  const quiet = publisher.print('quiet', { title: 'Quiet Herald', articles: reports(2) });
  const loud = publisher.print('loud', { title: 'Courier', articles: reports(2) });
  await reader.subscribe(quiet);
  const id = await reader.subscribe(loud);
  await call(reader.page, 'feeds.configure', { ids: [id], settings: { notify: true } });
  publisher.print('quiet', { title: 'Quiet Herald', articles: reports(3) });
  publisher.print('loud', { title: 'Courier', articles: reports(5) });
  await reader.show('All unread');
  await call(reader.page, 'feeds.refresh', { force: true });
  await expect(reader.toast).toContainText('Courier: 3 new articles');
  await reader.toast.getByRole('button', { name: 'Show' }).click();
  await expect(reader.title).toHaveText('Courier');
});

test('a saved search tells of what it finds in new articles alone', async ({ reader, publisher }) => {
  const address = publisher.print('courier', { title: 'Courier', articles: reports(3) });
  await reader.subscribe(address);
  await call(reader.page, 'savedSearches.add', { name: 'Reports', query: 'title:report', notify: true });
  publisher.print('courier', { title: 'Courier', articles: reports(4) });
  await call(reader.page, 'feeds.refresh', { force: true });
  await expect(reader.toast).toContainText('Reports: 1 new article');
  await reader.toast.getByRole('button', { name: 'Show' }).click();
  await expect(reader.title).toHaveText('Reports');
});
