import { call } from './support/pages/call.ts';
import { expect, faults, reports, rssText, test } from './support/reader.ts';

test('the foot counts as the feeds come in, and says at last when that was', async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('quick', { title: 'Quick', articles: reports(2) }));
  const slow = publisher.print('slow', { title: 'Slow', articles: reports(2) });
  await reader.subscribe(slow);
  await reader.reload();
  publisher.serve(new URL(slow).pathname, {
    body: rssText({ title: 'Slow', articles: [{ title: 'Late news', minutesAgo: 0 }, ...reports(2)] }),
    delayMs: 3000,
  });
  const foot = reader.sidebar.locator('.foot-detail');
  const round = reader.refresh();
  await expect(foot).toHaveText(/Refreshing 1 of 2/);
  await foot.click();
  const detail = reader.page.getByRole('dialog', { name: 'Refresh, feed by feed' });
  await expect(detail).toContainText('Refreshing 1 of 2');
  await expect(detail.getByRole('listitem')).toHaveText([/Slow.*Fetching…/, /Quick.*Not modified/]);
  await round;
  await expect(detail).toContainText('Last refresh');
  await expect(detail).toContainText('1 new article');
  await expect(detail.getByRole('listitem').filter({ hasText: 'Slow' })).toContainText('1 new');
  await reader.press('Escape');
  await expect(foot).toHaveText(/^2 feeds · updated \d\d:\d\d$/);
  const clock = await reader.page.evaluate(() =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(Date.now()),
  );
  // The minute may just have turned.
  const shown = (await foot.textContent())?.slice(-5) ?? '';
  expect(Math.abs(minutesOf(clock) - minutesOf(shown)) % 1439).toBeLessThanOrEqual(1);
});

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test('a refresh can be stopped, and what has come in stays', async ({ reader, publisher }) => {
  const quick = publisher.print('quick', { title: 'Quick', articles: reports(1) });
  await reader.subscribe(quick);
  const slow = publisher.print('slow', { title: 'Slow', articles: reports(1) });
  await reader.subscribe(slow);
  await reader.reload();
  publisher.print('quick', { title: 'Quick', articles: [{ title: 'Late news', minutesAgo: 0 }, ...reports(1)] });
  publisher.serve(new URL(slow).pathname, faults.silentHeader());
  const round = call(reader.page, 'feeds.refresh', { force: true });
  await reader.expectNode('Quick', 'Quick, 2 unread');
  await reader.sidebar.getByRole('button', { name: 'Stop refreshing' }).click();
  expect(await round).toMatchObject({ cancelled: true });
  await expect(reader.sidebar.getByRole('button', { name: 'Refresh all' })).toBeVisible();
  await reader.expectNode('Quick', 'Quick, 2 unread');
  await reader.expectNode('Slow', 'Slow, 1 unread');
});

test('one feed in trouble holds up no other and opens no dialog', async ({ reader, publisher }) => {
  for (const [name, answer] of Object.entries({
    gone: faults.status(410),
    page: faults.webPage(),
    cut: faults.reset(),
  })) {
    const url = publisher.print(name, { title: `Paper ${name}`, articles: reports(1) });
    await reader.subscribe(url);
    publisher.serve(new URL(url).pathname, answer);
  }
  await reader.subscribe(publisher.print('well', { title: 'Well', articles: reports(1) }));
  publisher.print('well', { title: 'Well', articles: reports(2) });
  await reader.refresh();
  await reader.expectNode('Well', 'Well, 2 unread');
  await expect(reader.page.getByRole('dialog')).toHaveCount(0);
  await expect(reader.toast).toHaveCount(0);
  await reader.sidebar.locator('.foot-detail').click();
  const detail = reader.page.getByRole('dialog', { name: 'Refresh, feed by feed' });
  await expect(detail.getByText('Not reached', { exact: true })).toHaveCount(3);
  await expect(detail.getByRole('listitem').last()).toContainText('Well');
});

test('R asks one feed at once, and then nobody again within ten minutes, however often it is pressed', async ({
  reader,
  publisher,
}) => {
  await reader.subscribe(publisher.print('one', { title: 'One', articles: reports(1) }));
  await reader.subscribe(publisher.print('two', { title: 'Two', articles: reports(1) }));
  await reader.reload();
  await expect(reader.node('Two')).toBeVisible();
  const asked = () => publisher.requests.filter(({ path }) => path.endsWith('/two') || path.endsWith('/one')).length;
  const before = asked();
  await reader.show('One');
  await reader.press('r');
  await expect.poll(asked).toBe(before + 1);
  await expect(reader.toast).toContainText('Nothing new in One');
  await reader.press('r');
  await expect(reader.toast).toContainText('Checked');
  await reader.press('Shift+R');
  await expect(reader.toast).toContainText('All 2 feeds were checked');
  await expect(reader.sidebar.locator('.foot-detail')).toHaveText(/updated/);
  expect(asked()).toBe(before + 1);
});
