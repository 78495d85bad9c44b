import { expect, test } from '../support/app.ts';

test.use({ args: ['--sample'] });

test('going to sleep ends a round, so that no feed is blamed for it; waking up goes on with what is due', async ({
  page,
  desktop,
}) => {
  const status = () =>
    page.evaluate(async () => {
      const answer = await window.broadsheet?.call('refresh.status', {});
      return answer?.ok ? (answer.value as { running: boolean; newArticles: number }) : undefined;
    });
  await expect.poll(async () => (await status())?.newArticles, { timeout: 30_000 }).toBeGreaterThan(100);
  // One title of the sample thinks for 19 seconds: without the sleep the round would still be waiting for it.
  expect((await status())?.running).toBe(true);
  await desktop.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'), null);
  await expect.poll(async () => (await status())?.running, { timeout: 5000 }).toBe(false);
  await desktop.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'), null);
  await expect.poll(async () => (await status())?.running, { timeout: 15_000 }).toBe(true);
});
