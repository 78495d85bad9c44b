import { expectNoBarrier } from './support/pages/barriers.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, longText, type Publisher, reports, test } from './support/reader.ts';

const longTitle =
  'A headline that goes on and on, past the end of every line it is given, because its editor was paid by the word';
const oneWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'.repeat(3);

const longName = 'Courier of every harbour between here and there';

async function showLong(reader: Reader, publisher: Publisher): Promise<void> {
  const articles = [
    { title: longTitle, html: longText(30) },
    { title: oneWord, html: `<p>${oneWord}</p>` },
    ...reports(20),
  ];
  await reader.subscribe(publisher.print('long', { title: longName, articles }));
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles }));
  await reader.reload();
}

/** Parts of the window that are wider than their place, though nobody can scroll them. */
function overflowing({ page }: Reader): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isOver = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const wholes = ['html', 'body', '.app', '.list-scroll', '.story-scroll', '.main'];
    return wholes.filter((name) => [...document.querySelectorAll(name)].some(isOver));
  });
}

for (const width of [1440, 1100, 700, 480]) {
  test(`at ${width} px everything fits, and the article can be read and left`, async ({ reader, publisher }, info) => {
    await showLong(reader, publisher);
    const { page } = reader;
    await reader.show('Courier');
    await page.setViewportSize({ width, height: width === 480 ? 400 : 900 });
    if (width < 1180) {
      await expect(reader.sidebar).toBeHidden();
      await page.getByRole('button', { name: 'Show sidebar' }).first().click();
      await expect(reader.sidebar).toBeVisible();
      await page.screenshot({ path: info.outputPath(`drawer-${width}.png`) });
    }
    await reader.node(longName).click();
    await expect(reader.title).toHaveText(longName);
    if (width < 1180) await expect(reader.sidebar).toBeHidden();
    expect(await overflowing(reader)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`list-${width}.png`) });
    await reader.row(longTitle).click();
    await expect(reader.headline).toHaveText(longTitle);
    await expect(reader.headline).toBeInViewport();
    expect(await overflowing(reader)).toEqual([]);
    await expectNoBarrier(page, `article-${width}`);
    await reader.press('j');
    await expect(reader.headline).toHaveText(oneWord);
    expect(await overflowing(reader)).toEqual([]);
    if (width >= 820) return;
    await expect(reader.list).toBeHidden();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect(reader.list).toBeVisible();
    await expect(reader.article).toBeHidden();
  });
}

test('an empty library, an empty feed and an empty list each say what to do', async ({ reader, publisher }) => {
  await expect(reader.page.getByRole('main').getByRole('button', { name: 'Add feed' })).toBeVisible();
  await expectNoBarrier(reader.page, 'empty-library');
  await reader.subscribe(publisher.print('bare', { title: 'Bare', articles: [] }));
  await reader.node('Bare').click();
  await expect(reader.page.getByText('Nothing here yet')).toBeVisible();
  await reader.node('Starred').click();
  await expect(reader.title).toHaveText('Starred');
  await expect(reader.rows).toHaveCount(0);
  await reader.node('All unread').click();
  await expect(reader.page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});

test('the list keeps its row in focus wherever it is scrolled, and holds few rows at a time', async ({
  reader,
  publisher,
}) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(400) }));
  await reader.show('Courier');
  await reader.row('Report 02').click();
  await expect(reader.row('Report 02')).toBeFocused();
  const scroller = reader.page.locator('.list-scroll');
  await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(reader.row('Report 400')).toBeVisible();
  await expect(reader.row('Report 02')).toBeFocused();
  expect(await reader.rows.count()).toBeLessThan(60);
  await expect(reader.row('Report 400')).toHaveAttribute('aria-setsize', '400');
  await expect(reader.row('Report 400')).toHaveAttribute('aria-posinset', '400');
});
