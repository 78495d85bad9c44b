/** What becomes of an article that cannot be read, is fetched whole, is finished, or whose feed is no longer followed. */
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, longText, type Publisher, reports, test } from './support/reader.ts';

async function showCourier(reader: Reader, publisher: Publisher, html?: string): Promise<void> {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(3, html) }));
  await reader.show('Courier');
}

test('an article that cannot be read says so under its headline, and is asked for again', async ({
  reader,
  publisher,
}) => {
  test.skip(test.info().project.name !== 'browser', 'Only the browser window asks over HTTP.');
  await showCourier(reader, publisher);
  const message = 'The library did not answer.';
  await reader.page.route('**/rpc', async (route) => {
    if (!route.request().postData()?.includes('"articles.get"')) return route.continue();
    return route.fulfill({ json: { ok: false, error: { code: 'internal', message } } });
  });
  await reader.row('Report 02').click();
  await expect(reader.headline).toHaveText('Report 02');
  await expect(reader.article.getByText(message)).toBeVisible();
  await reader.page.unroute('**/rpc');
  await reader.article.getByRole('button', { name: 'Try again' }).click();
  await expect(reader.body).toContainText('What there is to say about Report 02.');
  await expect(reader.article.getByText(message)).toHaveCount(0);
});

test('a link to a place that cannot be read leads nowhere', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, '<p><a href="#50%">Half way</a> and <a href="#end">on</a>.</p>');
  await reader.press('j');
  await reader.body.getByRole('link', { name: 'Half way' }).click();
  await reader.body.getByRole('link', { name: 'on' }).click();
  await expect(reader.headline).toHaveText('Report 01');
});

test('who goes back to the feed’s text while the whole one is fetched keeps it', async ({ sample }) => {
  await expect(sample.node('Northlight Daily')).toBeVisible({ timeout: 40_000 });
  await sample.show('Northlight Daily');
  await sample.row('Smaller harbours say').click({ timeout: 40_000 });
  await expect(sample.body).not.toBeEmpty();
  const before = await sample.body.textContent();
  // A publisher that takes its time; over the desktop's own way the second press comes after the whole text.
  await sample.page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('articles.fullText')) await new Promise((later) => setTimeout(later, 900));
    await route.continue();
  });
  await sample.press('f');
  await sample.press('f');
  await sample.page.waitForTimeout(1500);
  await sample.page.unroute('**/rpc');
  await expect(sample.article.getByRole('radio', { name: 'From feed' })).toBeChecked();
  await expect(sample.body).toHaveText(before ?? '');
});

test('a short article that was in sight whole is finished, a long one that was not is not', async ({
  reader,
  publisher,
}) => {
  const finished = async () => (await call(reader.page, 'feeds.reportCard', {}))[0]?.finishedShare;
  await reader.subscribe(
    publisher.print('mixed', {
      title: 'Mixed',
      articles: [
        { title: 'Short', html: '<p>Two words.</p>' },
        { title: 'Long', html: longText(60) },
      ],
    }),
  );
  await reader.show('Mixed');
  await reader.row('Long').click();
  await reader.expectRead('Long');
  await reader.page.waitForTimeout(2500);
  expect(await finished()).toBe(0);
  await reader.row('Short').click();
  await expect.poll(finished).toBeGreaterThan(0);
});

test('an article whose feed is no longer followed says so', async ({ reader, publisher }) => {
  await showCourier(reader, publisher);
  await reader.show('All unread');
  await reader.press('j');
  await reader.article.getByRole('button', { name: 'Following' }).click();
  await reader.page.getByRole('menuitem', { name: 'Unsubscribe' }).click();
  await expect(reader.article.getByText('No longer followed')).toBeVisible();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.article.getByRole('button', { name: 'Following' })).toBeVisible();
});

test('Play keeps the focus, and is Pause while the sound plays', async ({ sample }) => {
  await expect(sample.node('Kestrel Radio')).toBeVisible({ timeout: 40_000 });
  await sample.show('Kestrel Radio');
  await sample.row('Morning briefing').first().click({ timeout: 40_000 });
  await sample.article.getByRole('button', { name: /^Play / }).press('Enter');
  const pause = sample.article.getByRole('button', { name: /^Pause / });
  await expect(pause).toBeFocused();
  await sample.article.getByRole('button', { name: 'On 30 seconds' }).press('Enter');
  await expect(sample.article.getByRole('slider', { name: 'Position' })).toHaveValue(/^3\d/);
  await sample.article.getByRole('button', { name: 'Speed: 1×' }).click();
  await sample.page.getByRole('menuitem', { name: '1.5×' }).click();
  await expect
    .poll(() => sample.article.locator('audio').evaluate((sound: HTMLAudioElement) => sound.playbackRate))
    .toBe(1.5);
  await pause.press('Enter');
  await expect(sample.article.getByRole('button', { name: /^Play / })).toBeFocused();
});

test('the panel of theme and text does not come back with the next article', async ({ reader, publisher }) => {
  await showCourier(reader, publisher);
  await reader.press('j');
  await reader.press('t');
  const panel = reader.page.getByRole('dialog', { name: 'Theme and text' });
  await expect(panel).toBeVisible();
  await reader.press('Control+,');
  await expect(panel).toHaveCount(0);
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 02');
  await expect(panel).toHaveCount(0);
});
