/** A login goes where it was given for: what the reader sees of that. */
import { expectAccessible } from './support/expect-accessible.ts';
import { faults } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { rssText } from './support/pages/feed-text.ts';
import { expect, reports, test } from './support/reader.ts';

const right = `Basic ${Buffer.from('ines:tide').toString('base64')}`;

test('a feed that moved is asked about: its login stays behind until the reader lets it follow', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  const url = publisher.print('letter.xml', { title: 'Harbour Letter', articles: reports(2) });
  const id = await reader.subscribe(url);
  await call(page, 'feeds.configure', {
    ids: [id],
    credentials: { kind: 'basic', username: 'ines', password: 'tide' },
  });
  const moved = publisher.url(new URL(url).pathname, '127.0.0.9');
  await call(page, 'feeds.configure', { ids: [id], url: moved, allowPrivate: true });
  publisher.requests.length = 0;
  await reader.refresh();
  expect(publisher.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);

  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.getByRole('rowheader', { name: 'Harbour Letter' }).getByRole('button').click();
  const details = page.getByRole('complementary', { name: 'Details of Harbour Letter' });
  const question = details.getByRole('note').filter({ hasText: 'You gave your login for 127.0.0.1' });
  await expect(question).toBeVisible();
  await expectAccessible(page, 'feed-login-held');
  await question.getByRole('button', { name: /^Send it to 127\.0\.0\.9/ }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => publisher.requests.at(-1)?.headers.authorization).toBe(right);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Remove login' }).click();
  await expect(question).toBeHidden();
  await expect(details.getByRole('button', { name: 'Set a login' })).toBeVisible();
});

test('an address with a login in it is shown without it, and the login is kept', async ({ reader, publisher }) => {
  const { page } = reader;
  publisher.serve('/members.xml', ({ headers }) =>
    headers.authorization === right ? { body: rssText({ title: 'Letter', articles: reports(2) }) } : faults.login(),
  );
  const bare = publisher.url('/members.xml');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add feed' });
  const address = dialog.getByRole('textbox', { name: 'Address of a site or feed' });
  await address.fill(bare.replace('://', '://ines:tide@'));
  await dialog.getByRole('button', { name: 'Allow this address' }).click();
  await expect(address).toHaveValue(bare);
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(reader.title).toHaveText('Letter');
  const [feed] = await call(page, 'feeds.list', {});
  expect(feed).toMatchObject({ url: bare, hasLogin: true, loginHeldFor: null });
});
