/** The ways from a row to the publisher's own page, in a browser: a tab of its own. */
import { expect, test } from '../support/reader.ts';

test('a double click, the middle button and the headline lead to the original', async ({ reader, publisher }) => {
  const link = publisher.print('page.html', { title: 'Page', articles: [] });
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: [{ title: 'One', link }] }));
  await reader.show('Courier');
  const opened = async (act: () => Promise<void>) => {
    const [page] = await Promise.all([reader.page.context().waitForEvent('page'), act()]);
    const address = page.url();
    await page.close();
    return address;
  };
  expect(await opened(() => reader.row('One').dblclick())).toBe(link);
  expect(await opened(() => reader.row('One').click({ button: 'middle' }))).toBe(link);
  expect(await opened(() => reader.headline.getByRole('link').click())).toBe(link);
});
