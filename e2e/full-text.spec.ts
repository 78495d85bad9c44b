/** The whole text of an article: fetched when it is opened, asked for, kept, and what stands where it cannot be had. */
import { call } from './support/pages/call.ts';
import type { ArticleText } from './support/pages/feed-text.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, longText, type Publisher, test } from './support/reader.ts';

const paragraphs = Array.from(
  { length: 12 },
  (_, at) => `<p>Paragraph ${at + 1} of the whole article. The tide came in over the quay and went out again, and the
    harbour master wrote both times down in the long green book that has lain there since the lock was built.</p>`,
).join('');

function page(body = paragraphs): string {
  return `<!doctype html><html lang="en"><head><title>The quay</title><meta name="author" content="Ines Hallward">
    <meta property="og:description" content="Nine villages keep a book of the tides, and it has never been wrong.">
    <meta property="article:published_time" content="2026-03-04T05:06:00Z"></head>
    <body><nav>Home</nav><article><h1>The quay</h1>${body}</article><footer>Imprint</footer></body></html>`;
}

async function openSummary(reader: Reader, publisher: Publisher, article: Partial<ArticleText> = {}): Promise<void> {
  await reader.subscribe(
    publisher.print('courier', {
      title: 'Courier',
      articles: [
        { title: 'The quay', html: '<p>The tide came in.</p>', link: publisher.url('/quay'), ...article },
        { title: 'Other', html: '<p>Another.</p>' },
      ],
    }),
  );
  await reader.show('Courier');
  await reader.row('The quay').click();
  await expect(reader.headline).toHaveText('The quay');
}

const wholeText = /Paragraph 12 of the whole article/;

test('an article of which the feed sends a summary is fetched whole when it is opened', async ({
  reader,
  publisher,
  set,
}) => {
  await set({ fullText: 'short' });
  publisher.serve('/quay', { body: page(), headers: { 'content-type': 'text/html' } });
  await openSummary(reader, publisher);
  await expect(reader.body).toHaveText(wholeText);
  await expect(reader.article.getByRole('radio', { name: 'Full text' })).toBeChecked();
  await expect(reader.article.getByText('This is what the feed sent.')).toHaveCount(0);
  // What the feed did not say of it, its page does.
  await expect(reader.article.getByText('Ines Hallward')).toBeVisible();
  await expect(reader.article.locator('.deck')).toHaveText(/Nine villages keep a book/);
});

test('a feed that sends whole articles is not asked for their pages', async ({ reader, publisher, set }) => {
  await set({ fullText: 'short' });
  publisher.serve('/quay', { body: page(), headers: { 'content-type': 'text/html' } });
  await openSummary(reader, publisher, { html: longText(20) });
  await reader.page.waitForTimeout(1200);
  expect(publisher.requests.filter(({ path }) => path === '/quay')).toEqual([]);
  await expect(reader.article.getByText('This is what the feed sent.')).toHaveCount(0);
});

test('a summary says that it is one, and F brings the rest in its place', async ({ reader, publisher }) => {
  publisher.serve('/quay', { body: page(), headers: { 'content-type': 'text/html' } });
  await openSummary(reader, publisher);
  await expect(reader.article.getByText('This is what the feed sent.')).toBeVisible();
  const top = () => reader.body.evaluate((body) => body.getBoundingClientRect().top);
  const before = await top();
  await reader.article.getByRole('button', { name: 'Read the whole article' }).click();
  await expect(reader.body).toHaveText(wholeText);
  expect(before).toBeGreaterThan(0);
});

test('the whole text is shown from then on, unless the reader goes back to the feed’s, over restarts', async ({
  reader,
  publisher,
}) => {
  publisher.serve('/quay', { body: page(), headers: { 'content-type': 'text/html' } });
  await openSummary(reader, publisher);
  await reader.press('f');
  await expect(reader.body).toHaveText(wholeText);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Other');
  await reader.press('k');
  await expect(reader.body).toHaveText(wholeText);
  await reader.reload();
  await reader.show('Courier');
  await reader.row('The quay').click();
  await expect(reader.body).toHaveText(wholeText);
  await reader.press('f');
  await expect(reader.body).toHaveText('The tide came in.');
  await reader.reload();
  await reader.show('Courier');
  await reader.row('The quay').click();
  await expect(reader.body).toHaveText('The tide came in.');
});

test('while a page is fetched nothing moves, and the choice in the bar shows it', async ({ reader, publisher }) => {
  test.skip(test.info().project.name !== 'browser', 'Only the browser window asks over HTTP.');
  publisher.serve('/quay', { body: page(), headers: { 'content-type': 'text/html' } });
  await openSummary(reader, publisher);
  await reader.page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('articles.fullText'))
      await new Promise((later) => setTimeout(later, 1200));
    await route.continue();
  });
  const top = () => reader.body.evaluate((body) => body.getBoundingClientRect().top);
  const before = await top();
  await reader.press('f');
  await expect(reader.article.locator('.text-choice.is-coming')).toBeVisible();
  await reader.page.waitForTimeout(500);
  expect(await top()).toBe(before);
  await expect(reader.body).toHaveText(wholeText);
  await reader.page.unroute('**/rpc');
});

test('a page that is gone is spoken of as a page', async ({ reader, publisher, set }) => {
  await set({ fullText: 'short' });
  publisher.serve('/quay', { status: 404, body: 'gone' });
  await openSummary(reader, publisher);
  await expect(reader.article.getByText('The page is no longer at its address.')).toBeVisible();
  await expect(reader.article.getByText('Look for the feed')).toHaveCount(0);
  await expect(reader.body).toHaveText('The tide came in.');
  await expect(reader.article.getByRole('button', { name: 'Open original' }).last()).toBeVisible();
});

test('a page behind a wall is named, and the feed can be left alone from then on', async ({
  reader,
  publisher,
  set,
}) => {
  await set({ fullText: 'short' });
  publisher.serve('/quay', { status: 401, body: 'sign in' });
  await openSummary(reader, publisher);
  await expect(reader.article.getByText('This page shows the article to those who have signed in.')).toBeVisible();
  await reader.article.getByRole('button', { name: 'Don’t try for this feed' }).click();
  const feeds = await call(reader.page, 'feeds.list', {});
  expect(feeds.map(({ settings }) => settings.fullText)).toEqual(['never']);
});

test('a long article opens where it was left, after a step away and after a restart', async ({ reader, publisher }) => {
  await reader.subscribe(
    publisher.print('courier', {
      title: 'Courier',
      articles: [
        { title: 'Long', html: longText(80) },
        { title: 'Other', html: '<p>Another.</p>' },
      ],
    }),
  );
  await reader.show('Courier');
  await reader.row('Long').click();
  await expect(reader.body).toHaveText(/Paragraph 80/);
  const scroller = reader.page.locator('.story-scroll');
  const top = () => scroller.evaluate((box) => box.scrollTop);
  for (let pages = 0; pages < 4; pages += 1) {
    await reader.press('Space');
    await reader.page.waitForTimeout(100);
  }
  const left = await top();
  expect(left).toBeGreaterThan(2000);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Other');
  expect(await top()).toBe(0);
  await reader.press('k');
  await expect(reader.headline).toHaveText('Long');
  await expect.poll(async () => Math.abs((await top()) - left)).toBeLessThan(20);
  await reader.reload();
  await reader.show('Courier');
  await reader.row('Long').click();
  await expect.poll(async () => Math.abs((await top()) - left)).toBeLessThan(20);
});

const asking = {
  consent: `<h1>We value your privacy</h1><p>We and our 40 partners store and/or access information on a device.
    You can withdraw your consent at any time.</p><button>Accept all</button><button>Reject all</button>`,
  subscription: `<article><h1>The quay</h1><p>The tide came in.</p><div class="paywall"><h2>Subscribe to continue reading</h2>
    <p>Already a subscriber? Log in</p></div></article>`,
  'sign-in': `<main><h1>Log in</h1><p>Please log in to read this page.</p><form><input type="email">
    <input type="password"><button>Log in</button></form><a>Forgot your password?</a></main>`,
};

for (const [kind, words, body] of [
  ['consent', 'This page asks for consent before it shows the article.', asking.consent],
  ['a subscription', 'This page asks for a subscription instead of showing the article.', asking.subscription],
  ['a sign-in', 'This page shows the article to those who have signed in.', asking['sign-in']],
] as const) {
  test(`a page that asks for ${kind} is named, and the feed’s text stays`, async ({ reader, publisher, set }) => {
    await set({ fullText: 'short' });
    const html = `<!doctype html><html lang="en"><head><title>The quay</title></head><body>${body}</body></html>`;
    publisher.serve('/quay', { body: html, headers: { 'content-type': 'text/html' } });
    await openSummary(reader, publisher);
    await expect(reader.article.getByText(words)).toBeVisible();
    await expect(reader.body).toHaveText(/The tide came in\./);
    const found = await call(reader.page, 'articles.search', { query: 'partners OR subscriber OR password' });
    expect(found.articles).toEqual([]);
  });
}
