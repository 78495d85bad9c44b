import type { Page } from '@playwright/test';
import { call } from './support/pages/call.ts';
import type { ArticleText } from './support/pages/feed-text.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, type Publisher, test } from './support/reader.ts';

/** A grey pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

async function openArticle(reader: Reader, publisher: Publisher, article: ArticleText): Promise<void> {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: [article] }));
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.body).not.toBeEmpty();
}

/** Every address that the window asks for from now on. */
function asked(page: Page): string[] {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

test('the lead picture has its caption and credit, and comes from our own origin only', async ({
  reader,
  publisher,
}) => {
  publisher.serve('/quay.png', { body: png, headers: { 'content-type': 'image/png' } });
  publisher.serve('/inside.png', { body: png, headers: { 'content-type': 'image/png' } });
  const addresses = asked(reader.page);
  await openArticle(reader, publisher, {
    title: 'A quay',
    html: `<p>Before.</p><figure><img src="${publisher.url('/inside.png')}" alt="Inside" width="600" height="400"><figcaption>Inside the lock</figcaption></figure>`,
    picture: { url: publisher.url('/quay.png'), caption: 'The quay at Hallmouth.', credit: 'Illustration: Courier' },
  });
  const lead = reader.article.locator('figure.lead');
  await expect(lead.getByText('The quay at Hallmouth.')).toBeVisible();
  await expect(lead.getByText('Illustration: Courier')).toBeVisible();
  for (const picture of [lead.locator('img'), reader.body.getByRole('img', { name: 'Inside' })]) {
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  }
  await expect(reader.body.getByText('Inside the lock')).toBeVisible();
  const own = new URL(reader.page.url()).origin;
  expect(addresses.filter((address) => new URL(address).origin !== own && !address.startsWith('data:'))).toEqual([]);
  const [fetched] = publisher.requests.filter(({ path }) => path === '/quay.png');
  expect(Object.keys(fetched?.headers ?? {}).filter((name) => /^(cookie|referer|origin)$/.test(name))).toEqual([]);
});

test('a step to the next article leaves no picture of the one before', async ({ reader, publisher }) => {
  publisher.serve('/quay.png', { body: png, headers: { 'content-type': 'image/png' } });
  const articles = ['One', 'Two', 'Three'].map((title) => ({
    title,
    html: `<p>What there is to say about ${title}.</p>`,
    picture: { url: publisher.url('/quay.png'), caption: `The quay of ${title}.` },
  }));
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles }));
  await reader.show('Courier');
  for (const title of ['One', 'Two', 'Three']) {
    await reader.press('j');
    await expect(reader.body).toHaveText(`What there is to say about ${title}.`);
    await expect(reader.article.locator('figcaption')).toHaveText([`The quay of ${title}.`]);
    // The next one is read ahead.
    await reader.page.waitForTimeout(400);
  }
});

test('a picture that cannot be had leaves no gap', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'A quay',
    html: `<p>Before.</p><figure><img src="${publisher.url('/gone.png')}" alt="Gone"><figcaption>Gone</figcaption></figure><p>After.</p>`,
    picture: { url: publisher.url('/nowhere.png'), caption: 'Nowhere.' },
  });
  await expect(reader.article.locator('figure')).toHaveCount(0);
  await expect(reader.body).toHaveText(/Before\.\s*After\./);
});

test('footnotes lead to their text and back', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'Notes',
    html: `<p>The gauges hold.<sup><a href="#fn1" id="fnref1">1</a></sup></p>${'<p>More.</p>'.repeat(60)}
      <ol><li id="fn1">The ninth was stolen. <a href="#fnref1">back</a></li></ol>`,
  });
  await reader.body.getByRole('link', { name: '1' }).click();
  const note = reader.body.getByRole('listitem').filter({ hasText: 'The ninth was stolen.' });
  await expect(note).toBeInViewport();
  await expect(note).toBeFocused();
  await note.getByRole('link', { name: 'back' }).click();
  await expect(reader.body.getByText('The gauges hold.')).toBeInViewport();
});

test('tables and code keep their form and scroll in themselves', async ({ reader, publisher }) => {
  const cells = Array.from({ length: 30 }, (_, column) => `<td>column number ${column}</td>`).join('');
  await openArticle(reader, publisher, {
    title: 'Figures',
    html: `<table><thead><tr><th>Port</th></tr></thead><tbody><tr>${cells}</tr></tbody></table>
      <pre><code>if (tide &gt; 4) {\n  close(gate);   ${'x'.repeat(300)}\n}</code></pre>`,
  });
  await expect(reader.body.getByRole('table')).toBeVisible();
  await expect(reader.body.getByRole('columnheader', { name: 'Port' })).toBeVisible();
  expect(await reader.body.locator('code').textContent()).toContain('if (tide > 4) {\n  close(gate);');
  const wider = await reader.page.evaluate(() => {
    const isWider = (element: Element | null) => element !== null && element.scrollWidth > element.clientWidth + 1;
    return {
      page: isWider(document.querySelector('.story-scroll')),
      table: isWider(document.querySelector('.body-wide')),
      code: isWider(document.querySelector('.body pre')),
    };
  });
  expect(wider).toEqual({ page: false, table: true, code: true });
});

test('what a hostile article tries does nothing, and its words can be read', async ({ reader, publisher }) => {
  const trap = 'window.trapped=(window.trapped||0)+1';
  await openArticle(reader, publisher, {
    title: `<img src=x onerror="${trap}"> Headline`,
    html: `<p>Plain words.</p><script>${trap}</script><img src="x" onerror="${trap}"><svg onload="${trap}"><script>${trap}</script></svg>
      <a href="javascript:${trap}">Press</a><a href="data:text/html,<script>${trap}</script>">Data</a><iframe srcdoc="<script>parent.${trap}</script>"></iframe>
      <style>body{display:none}.body{color:red}</style><form action="http://evil.example"><input name="q" autofocus onfocus="${trap}"><button>Send</button></form>
      <p style="position:fixed;inset:0;background:red" onclick="${trap}" onmouseover="${trap}">Cover</p><p id="main" class="toast">Clobber</p>
      <math><mtext><table><mglyph><style><img src=x onerror="${trap}"></style></mglyph></table></mtext></math>
      <meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/x.css">
      <img src="http://evil.example/pixel.gif" width="1" height="1"><video src="http://evil.example/v" autoplay onplay="${trap}"></video>`,
  });
  const addresses = asked(reader.page);
  await expect(reader.body).toContainText('Plain words.');
  await reader.body.getByText('Cover').hover();
  await reader.body.getByText('Cover').click();
  await reader.body.getByText('Press').click();
  await reader.page.waitForTimeout(300);
  const seen = await reader.page.evaluate(() => ({
    trapped: 'trapped' in window,
    left: document.querySelectorAll('.body :is(script, style, iframe, form, input, svg, meta, base, link, [onclick])')
      .length,
    covered: [...document.querySelectorAll('.body [style]')].some((one) => getComputedStyle(one).position === 'fixed'),
  }));
  expect(seen).toEqual({ trapped: false, left: 0, covered: false });
  const own = new URL(reader.page.url()).origin;
  expect(addresses.filter((address) => new URL(address).origin !== own)).toEqual([]);
  await expect(reader.sidebar).toBeVisible();
  expect(publisher.requests.filter(({ host }) => host === 'evil.example')).toEqual([]);
});

test('links of an article open outside the window and tell nobody where they were', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'Links',
    html: '<p><a href="https://press.example/a?id=7&utm_source=feed">Absolute</a> <a href="/about">Relative</a></p>',
    link: 'https://courier.example/articles/1',
  });
  const absolute = reader.body.getByRole('link', { name: 'Absolute' });
  await expect(absolute).toHaveAttribute('href', 'https://press.example/a?id=7');
  await expect(absolute).toHaveAttribute('target', '_blank');
  await expect(absolute).toHaveAttribute('rel', /noopener/);
  await expect(absolute).toHaveAttribute('rel', /noreferrer/);
  await expect(reader.body.getByRole('link', { name: 'Relative' })).toHaveAttribute('href', publisher.url('/about'));
});

test('an Arabic article runs from right to left, a Japanese one says its language', async ({ sample }) => {
  for (const { title, lang, dir } of [
    { title: 'الميناء', lang: 'ar', dir: 'rtl' },
    { title: '港の朝', lang: 'ja', dir: 'ltr' },
  ]) {
    await expect(sample.node(title)).toBeVisible({ timeout: 40_000 });
    await sample.show(title);
    const first = sample.rows.first();
    await expect(first.getByRole('heading')).toHaveAttribute('lang', lang, { timeout: 40_000 });
    await first.click();
    await expect(sample.headline).toHaveAttribute('lang', lang);
    await expect(sample.body).toHaveAttribute('lang', lang);
    await expect(sample.body).not.toBeEmpty();
    const directions = [sample.headline, sample.body, sample.body.locator('p').first()].map((part) =>
      part.evaluate((element) => getComputedStyle(element).direction),
    );
    expect(await Promise.all(directions)).toEqual([dir, dir, dir]);
  }
});

test('the whole text of a page is fetched when it is asked for, and the feed’s own is a key away', async ({
  sample,
}) => {
  await expect(sample.node('Northlight Daily')).toBeVisible({ timeout: 40_000 });
  await sample.show('Northlight Daily');
  await sample.row('A valley learns').click({ timeout: 40_000 });
  const wholeText = /answers questions until ten/;
  await expect(sample.body).not.toHaveText(wholeText);
  await sample.press('f');
  await expect(sample.body).toHaveText(wholeText);
  await expect(sample.article.getByText('Saved in full on this computer')).toBeVisible();
  await sample.press('f');
  await expect(sample.body).not.toHaveText(wholeText);
  await sample.article.getByRole('radio', { name: 'Full text' }).check({ force: true });
  await expect(sample.body).toHaveText(wholeText);
});

test('an article that its publisher has changed says so and shows what', async ({ sample }) => {
  await expect(sample.node('Harbour Courier')).toBeVisible({ timeout: 40_000 });
  await sample.show('Harbour Courier');
  await expect(sample.row('Eleven ports agree')).toBeVisible({ timeout: 40_000 });
  const feeds = await call(sample.page, 'feeds.list', {});
  const courier = feeds.filter(({ title }) => title === 'Harbour Courier').map(({ id }) => id);
  // The third fetch brings the correction.
  for (let fetches = 0; fetches < 3; fetches += 1) {
    await call(sample.page, 'feeds.refresh', { feedIds: courier, force: true });
  }
  await sample.row('4.6 billion').click();
  await expect(sample.headline).toContainText('4.6 billion');
  await expect(sample.row('4.6 billion').getByTitle('Edited')).toBeVisible();
  const edited = sample.article.getByRole('button', { name: /^Edited \d\d:\d\d/ });
  await edited.click();
  await expect(edited).toHaveAttribute('aria-expanded', 'true');
  const changes = sample.article.getByRole('region', { name: 'What changed' });
  await expect(changes.getByText(/headline.*one number.*changed/i)).toBeVisible();
  await expect(changes.locator('del').filter({ hasText: '4.2' }).first()).toBeVisible();
  await expect(changes.locator('ins').filter({ hasText: '4.6' }).first()).toBeVisible();
  // The sentences that did not change are not told again.
  const body = (await sample.body.textContent()) ?? '';
  expect(((await changes.textContent()) ?? '').length).toBeLessThan(body.length / 2);
  await edited.click();
  await expect(changes).toHaveCount(0);
});

test('a bulletin waits for a click before any of its sound is fetched', async ({ sample }) => {
  await expect(sample.node('Kestrel Radio')).toBeVisible({ timeout: 40_000 });
  const addresses = asked(sample.page);
  await sample.show('Kestrel Radio');
  await sample.row('Morning briefing').first().click({ timeout: 40_000 });
  const files = sample.article.getByRole('region', { name: 'Listen' });
  // Under the byline, and its length in the row.
  const [player, text] = await Promise.all([files.boundingBox(), sample.body.boundingBox()]);
  expect(player?.y ?? 0).toBeLessThan(text?.y ?? 0);
  await expect(sample.row('Morning briefing').first().getByText('1:00')).toBeVisible();
  await expect(files.getByText('1:00')).toBeVisible();
  expect(addresses.filter((address) => address.includes('/sound'))).toEqual([]);
  await files.getByRole('button', { name: 'Play' }).click();
  const audio = files.locator('audio');
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.duration)).toBeCloseTo(15, -2);
  expect(new URL((await audio.getAttribute('src')) ?? '', sample.page.url()).origin).toBe(
    new URL(sample.page.url()).origin,
  );
});
