import { expect, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(
    publisher.print('courier', {
      title: 'Courier',
      articles: [
        { title: 'Tide tables reprinted', html: '<p>The pilots asked for larger figures.</p>', author: 'Maren Tolvik' },
        { title: 'A quiet week', html: '<p>The tide came in, and a <b>weighbridge</b> was painted.</p>' },
        { title: '港の朝市', html: '<p>魚市場は夜明け前に開く。</p>' },
        ...reports(3),
      ],
    }),
  );
  await reader.reload();
  await expect(reader.node('Courier')).toBeVisible();
  await reader.press('/');
});

test('words are found in headlines, texts and authors as they are typed', async ({ reader }) => {
  const field = reader.page.getByRole('combobox', { name: 'Search archive' });
  const results = reader.page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await field.fill('tide');
  await expect(results).toHaveCount(2);
  await expect(reader.page.getByRole('status').filter({ hasText: '2 articles' })).toBeVisible();
  await expect(results.filter({ hasText: 'A quiet week' }).locator('mark').first()).toHaveText(/tide/i);
  await field.fill('tide weighbridge');
  await expect(results).toHaveCount(1);
  await field.fill('tolvik');
  await expect(results).toHaveCount(1);
  await expect(results).toContainText('Tide tables reprinted');
  await field.fill('夜明け');
  await expect(results).toHaveCount(1);
});

test('arrows and Enter open a result, and words and results stay beside it', async ({ reader }) => {
  const field = reader.page.getByRole('combobox', { name: 'Search archive' });
  await field.fill('report');
  const results = reader.page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await expect(results).toHaveCount(3);
  await reader.press('ArrowDown');
  const chosen = reader.page.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  const title = (await chosen.getByRole('heading').textContent())?.replace('Unread. ', '') ?? '';
  await reader.press('Enter');
  await expect(reader.headline).toHaveText(title);
  await expect(field).toHaveValue('report');
  await expect(results).toHaveCount(3);
});

test('what is not there is said in words, and half a thought breaks nothing', async ({ reader }) => {
  const field = reader.page.getByRole('combobox', { name: 'Search archive' });
  await field.fill('unfindable');
  await expect(reader.page.getByText('Nothing matches “unfindable”')).toBeVisible();
  for (const words of ['"', '(', 'a OR', '*', "'; DROP TABLE article; --", '-', 'title:', '\\']) {
    await field.fill(words);
    await reader.page.waitForTimeout(150);
    await expect(reader.page.getByText('The archive could not be searched')).toHaveCount(0);
  }
  await field.fill('tide');
  await expect(reader.page.getByRole('option')).toHaveCount(2);
});
