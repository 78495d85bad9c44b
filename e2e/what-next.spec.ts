/** The end of an article, and reading it alone. */
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { subscribeToPapers } from './support/pages/same-event.ts';
import { expect, longText, type Publisher, test } from './support/reader.ts';

async function showCourier(reader: Reader, publisher: Publisher): Promise<void> {
  const articles = [
    { title: 'The first', html: longText(12) },
    { title: 'The second', html: longText(12) },
  ];
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles }));
  await reader.show('Courier');
  await reader.row('The first').click();
  await expect(reader.headline).toHaveText('The first');
}

const next = (reader: Reader) => reader.article.getByRole('region', { name: 'Next in Courier' });

test('the end of an article shows what the space bar opens, and the last one shows nothing', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher);
  await expect(next(reader)).toContainText('The second');
  await reader.article.locator('.story-scroll').evaluate((text) => text.scrollTo({ top: text.scrollHeight }));
  await reader.press('Space');
  await expect(reader.headline).toHaveText('The second');
  await expect(next(reader)).toBeHidden();
  await expect(reader.article.getByText('Earlier in your archive')).toBeHidden();
});

test('the next article opens by its headline, too', async ({ reader, publisher }) => {
  await showCourier(reader, publisher);
  await next(reader).getByRole('button', { name: 'The second' }).click();
  await expect(reader.headline).toHaveText('The second');
});

test('the end of a report leads to what else its story has', async ({ reader, publisher }) => {
  await subscribeToPapers(reader, publisher, 4);
  const groups = async () => (await call(reader.page, 'stories.list', {})).stories.map(({ publishers }) => publishers);
  await expect.poll(groups, { timeout: 30_000 }).toContain(4);
  await reader.show('All unread');
  await reader.row('Ports sign the Skarvik harbour levy').click();
  const more = reader.article.getByRole('region', { name: 'More on this story' });
  await expect(more.getByRole('article')).toHaveCount(3);
  await more.getByRole('button', { name: 'Compare coverage' }).click();
  await expect(reader.page.getByRole('region', { name: 'Story', exact: true })).toContainText('4 of your 4 sources.');
});

test('Z leaves the article alone on the page, J goes on there, and Z or Esc brings the rest back', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher);
  const bar = reader.article.getByRole('button', { name: 'Star' });
  await reader.press('z');
  await expect(reader.sidebar).toBeHidden();
  await expect(reader.list).toBeHidden();
  await expect(reader.article.getByText('leaves focus')).toBeVisible();
  await expect.poll(() => bar.evaluate((button) => getComputedStyle(button).opacity)).toBe('0');
  await expect(reader.article.getByText('leaves focus')).toBeHidden({ timeout: 6000 });
  await reader.page.mouse.move(700, 400);
  await reader.page.mouse.move(700, 30);
  await expect.poll(() => bar.evaluate((button) => getComputedStyle(button).opacity)).toBe('1');
  await reader.press('j');
  await expect(reader.headline).toHaveText('The second');
  await expect(reader.list).toBeHidden();
  await reader.press('Escape');
  await expect(reader.list).toBeVisible();
  await expect(reader.sidebar).toBeVisible();
  await reader.press('z');
  await expect(reader.sidebar).toBeHidden();
  await reader.press('z');
  await expect(reader.sidebar).toBeVisible();
});

test('focus ends with the page it was for', async ({ reader, publisher }) => {
  await showCourier(reader, publisher);
  await reader.press('z');
  await expect(reader.sidebar).toBeHidden();
  await reader.press('g');
  await reader.press('s');
  await expect(reader.title).toHaveText('Starred');
  await expect(reader.sidebar).toBeVisible();
});
