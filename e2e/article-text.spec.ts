import type { Page } from '@playwright/test';
import type { ArticleText } from './support/pages/feed-text.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, longText, type Publisher, test } from './support/reader.ts';

async function openArticle(reader: Reader, publisher: Publisher, article: ArticleText, language = 'en'): Promise<void> {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', language, articles: [article] }));
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.body).not.toBeEmpty();
}

/** The white between two elements that follow one another, in px. */
function gap(page: Page, above: string, below: string): Promise<number> {
  return page.evaluate(
    ([upper, lower]) => {
      const box = (text: string | undefined) =>
        [...document.querySelectorAll('.body :is(p, h2, h3, li)')]
          .find((element) => element.textContent?.trim() === text)
          ?.getBoundingClientRect();
      return (box(lower)?.top ?? Number.NaN) - (box(upper)?.bottom ?? Number.NaN);
    },
    [above, below],
  );
}

test('a heading stands apart from its paragraph in whatever boxes a page brings', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'The river',
    html: `<div><section><div><p>Before.</p></div><div><h2>What the gauges send</h2><div><p>Each device.</p></div></div>
      <div><div><p>After.</p></div></div></section></div>`,
  });
  expect(await gap(reader.page, 'Before.', 'What the gauges send')).toBeGreaterThan(20);
  expect(await gap(reader.page, 'What the gauges send', 'Each device.')).toBeGreaterThan(7);
  expect(await gap(reader.page, 'Each device.', 'After.')).toBeGreaterThan(14);
});

test('a raised figure does not push its line down', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'Notes',
    html: '<p>Two lines<br>of text.</p><p>Two lines<sup><a href="#n1">1</a></sup><br>of text<sup>2</sup>.</p>',
  });
  const heights = await reader.body.locator('p').evaluateAll((all) => all.map((one) => one.clientHeight));
  expect(heights[1]).toBe(heights[0]);
});

test('the notes at the end are small, under a short rule, however a page marks them', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'Notes',
    html: `<p>The gauges hold.<a href="#fn1" id="r1"><sup>1</sup></a> And so does the wall.<sup><a href="#fn2">2</a></sup></p>
      <ol><li>A list of its own</li></ol><p>The end.</p>
      <div><hr><ol><li id="fn1"><p>The ninth was stolen. <a href="#r1">↩</a></p></li><li><p id="fn2">In March.</p></li></ol></div>`,
  });
  const notes = reader.body.locator('ol').last();
  const first = reader.body.locator('ol').first();
  expect(await notes.evaluate((list) => getComputedStyle(list).fontSize)).toBe('15px');
  expect(await first.evaluate((list) => getComputedStyle(list).fontSize)).toBe('19px');
  await expect(reader.body.locator('hr')).toHaveCount(0);
  await expect(notes.getByRole('link', { name: 'Back to the text' })).toBeVisible();
});

test('the numbers of a table stand at the right under their heads, and its words at the left', async ({
  reader,
  publisher,
}) => {
  await openArticle(reader, publisher, {
    title: 'Who pays',
    html: `<table><thead><tr><th></th><th></th><th></th><th></th></tr></thead>
      <tbody><tr><th>Village</th><th>Cost</th><th>Warning</th><th>Kept by</th></tr>
      <tr><td>Ostermill</td><td>£68</td><td>6 h 10</td><td>the baker</td></tr>
      <tr><td>Skarvik</td><td>1,032</td><td>–</td><td>a school</td></tr>
      <tr><td>Hythe Weir</td><td>96.50 %</td><td>8 h 20</td><td>2 sisters</td></tr>
      <tr><td><b>All</b></td><td><b>621</b></td><td><b>6 h 40</b></td><td></td></tr></tbody></table>
      <table><tr><td style="text-align: right">north</td><td>3 March</td></tr><tr><td align="right">south</td><td>9 May</td></tr></table>`,
  });
  const sides = await reader.body
    .locator('table')
    .evaluateAll((tables) =>
      tables.map((table) =>
        [...(table as HTMLTableElement).rows].map((row) =>
          [...row.cells].map((cell) => getComputedStyle(cell).textAlign).join(' '),
        ),
      ),
    );
  expect(sides).toEqual([Array(5).fill('start end end start'), Array(2).fill('end start')]);
  const total = reader.body.getByRole('row').filter({ hasText: '621' });
  expect(
    await total
      .locator('td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).borderTopWidth),
  ).toBe('2px');
});

test('code that goes on to the right fades there until its end is reached', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'Code',
    html: `<pre><code>close(gate); ${'x'.repeat(300)}</code></pre><pre>short</pre>`,
  });
  const fades = () =>
    reader.body
      .locator('.code')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content !== 'none'));
  await expect.poll(fades).toEqual([true, false]);
  await reader.body
    .locator('pre')
    .first()
    .evaluate((block) => block.scrollTo({ left: block.scrollWidth }));
  await expect.poll(fades).toEqual([false, false]);
});

test('a formula is read where it stands, and can do nothing', async ({ reader, publisher }) => {
  const trap = 'window.trapped=1';
  await openArticle(reader, publisher, {
    title: 'Formula',
    html: `<p>The gauge rises by <math><msup><mi>x</mi><mn>2</mn></msup></math> each hour.</p>
      <math><mi href="javascript:${trap}" style="position:fixed" class="toast">y</mi></math>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${trap}&gt;"></mglyph></table></mtext></math>
      <math><annotation-xml encoding="text/html"><style><img src=x onerror="${trap}"></style></annotation-xml></math>
      <form><math><mtext></form><form><mglyph><style></math><img src onerror="${trap}"></style></mglyph></form></mtext></math>
      <svg><p><style><a title="</style><img src onerror=${trap}>"></style></p></svg><math><maction actiontype="statusline" xlink:href="javascript:${trap}">z</maction></math>`,
  });
  await expect(reader.body.locator('math msup')).toHaveText('x2');
  await expect(reader.body.locator('p').first()).toHaveText('The gauge rises by x2 each hour.');
  expect(await reader.body.locator('math msup').evaluate((part) => part.namespaceURI)).toContain('MathML');
  expect(
    await reader.page.evaluate(() => ({
      trapped: 'trapped' in window,
      left: [
        ...document.querySelectorAll(
          '.body :is(style, script, form, svg, mglyph, annotation-xml, maction, [onerror], math [href], math [style], math [class])',
        ),
      ].map((element) => element.outerHTML),
    })),
  ).toEqual({ trapped: false, left: [] });
});

test('an Arabic article turns its whole page and its whole row', async ({ reader, publisher }) => {
  await openArticle(
    reader,
    publisher,
    { title: 'الميناء في الصباح', html: '<p>وصلت السفن.</p>', author: 'Mina Said' },
    'ar',
  );
  const side = (part: string) =>
    reader.page
      .locator(part)
      .first()
      .evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const box = (element.closest('.story, .art') ?? element).getBoundingClientRect();
        return left - box.left > box.right - right ? 'right' : 'left';
      });
  expect(await side('.story .pub .fav')).toBe('right');
  expect(await side('.story .by b')).toBe('right');
  // A list of several feeds names the source in each row.
  await reader.press('s');
  await reader.show('Starred');
  expect(await side('.art .src .fav')).toBe('right');
  expect(await side('.art .src .time')).toBe('left');
});

test('Japanese breaks between phrases', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, { title: '港の朝', html: '<p>港は静かだった。</p>' }, 'ja');
  for (const part of [reader.headline, reader.body])
    expect(await part.evaluate((element) => getComputedStyle(element).wordBreak)).toBe('auto-phrase');
});

test('a printed article is the article alone, whole, with its address', async ({ reader, publisher }) => {
  await openArticle(reader, publisher, {
    title: 'A long one',
    html: longText(80),
    link: 'https://courier.example/a-long-one',
  });
  await reader.page.emulateMedia({ media: 'print' });
  await expect(reader.sidebar).toBeHidden();
  await expect(reader.list).toBeHidden();
  await expect(reader.article.getByRole('button', { name: 'Star' })).toBeHidden();
  await expect(reader.headline).toBeVisible();
  await expect(reader.article.getByText('https://courier.example/a-long-one')).toBeVisible();
  const paper = (await reader.page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
  await reader.page.emulateMedia({ media: null });
  await expect(reader.article.getByText('https://courier.example/a-long-one')).toBeHidden();
});
