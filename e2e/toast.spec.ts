/** The short message at the foot of the window: how long it stays, where it leaves the focus, and that it can be read. */
import { expect, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(4) }));
  await reader.show('Courier');
});

test('the message that follows an undo goes by itself', async ({ reader }) => {
  await reader.press('Shift+A');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.toast).toContainText('Undone');
  await reader.page.mouse.move(10, 10);
  await expect(reader.toast).toHaveCount(0, { timeout: 12_000 });
});

test('Undo by keyboard leaves the focus where it was before', async ({ reader }) => {
  await reader.row('Report 02').click();
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('Shift+A');
  await expect(reader.toast).toBeVisible();
  await reader.press('F6');
  await reader.press('F6');
  await reader.press('Tab');
  await expect(reader.toast.getByRole('button', { name: 'Undo' })).toBeFocused();
  await reader.press('Enter');
  await expect(reader.toast).toContainText('Undone');
  await expect(reader.article.getByRole('group', { name: 'Text' })).toBeFocused();
});

test('a long message is read whole, in a narrow window too', async ({ reader }) => {
  await reader.page.setViewportSize({ width: 480, height: 700 });
  await reader.page.evaluate(() => {
    const drop = new DataTransfer();
    const name = 'a list of everything that was ever followed by anybody in the house, of the winter before last.docx';
    drop.items.add(new File(['no list'], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true, cancelable: true }));
  });
  const words = reader.toast.getByText(/is not a subscription list\. Drop a file that ends in \.opml\.$/);
  await expect(words).toBeVisible();
  expect(await words.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});
