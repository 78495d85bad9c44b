import { call } from './support/pages/call.ts';
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(30, longText(20)) }));
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.body).toContainText('Paragraph 20');
});

test('D steps through the densities, and the open article stays in sight', async ({ reader }) => {
  const heights: number[] = [];
  for (const density of ['comfortable', 'compact', 'cards', 'comfortable']) {
    await expect(reader.page.locator('html')).toHaveAttribute('data-density', density);
    await expect(reader.row('Report 01')).toBeVisible();
    heights.push((await reader.row('Report 02').boundingBox())?.height ?? 0);
    await reader.press('d');
  }
  const [comfortable = 0, compact = 0, cards = 0] = heights;
  expect(compact).toBeLessThan(comfortable);
  expect(comfortable).toBeLessThanOrEqual(cards);
  await expect(reader.row('Report 01')).toHaveAttribute('aria-current', 'true');
});

test('the theme is chosen beside the article and is there before the first paint of the next start', async ({
  reader,
}) => {
  const html = reader.page.locator('html');
  const ink = () => reader.headline.evaluate((element) => getComputedStyle(element).color);
  const inks = new Set<string>();
  await reader.press('t');
  const panel = reader.page.getByRole('dialog', { name: 'Theme and text' });
  for (const [name, theme] of [
    ['Light', 'light'],
    ['Dark', 'dark'],
    ['Paper', 'paper'],
  ] as const) {
    await panel.getByRole('button', { name }).click();
    await expect(html).toHaveAttribute('data-theme', theme);
    inks.add(await ink());
  }
  expect(inks.size).toBe(3);
  await reader.press('Escape');
  await expect(panel).toBeHidden();
  const served = await reader.page.evaluate(async () => (await fetch(location.pathname)).text());
  expect(served).toMatch(/<html[^>]* data-theme="paper"/);
});

test('size, typeface, width and spacing of the text change at once and are kept', async ({ reader }) => {
  const style = () =>
    reader.body
      .locator('p')
      .first()
      .evaluate((element) => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
        return { fontFamily, fontSize: Number.parseFloat(fontSize), lineHeight: Number.parseFloat(lineHeight) };
      });
  const before = await style();
  const widthBefore = (await reader.body.boundingBox())?.width ?? 0;
  await reader.press('t');
  const panel = reader.page.getByRole('dialog', { name: 'Theme and text' });
  await panel.getByText('Narrow').click();
  await expect.poll(async () => (await reader.body.boundingBox())?.width).toBeLessThan(widthBefore);
  await panel.getByText('Open').click();
  await expect.poll(async () => (await style()).lineHeight).toBeGreaterThan(before.lineHeight);
  await panel.getByRole('slider', { name: 'Text size' }).press('End');
  await expect.poll(async () => (await style()).fontSize).toBeCloseTo(before.fontSize * 1.4, 1);
  await panel.getByRole('button', { name: /Typeface/ }).click();
  await reader.page.getByRole('option', { name: 'Literata' }).click();
  await expect.poll(async () => (await style()).fontFamily).toContain('Literata');
  const kept = await call(reader.page, 'settings.get', {});
  expect(kept).toMatchObject({ readScale: 1.4, readingFont: 'literata', readMeasure: 33, readLeading: 1.75 });
});

test('Ctrl and plus, minus and nought change the size of the text', async ({ reader }) => {
  const scale = async () => (await call(reader.page, 'settings.get', {})).readScale;
  await reader.press('Control++');
  await expect.poll(scale).toBe(1.05);
  await reader.press('Control+-');
  await reader.press('Control+-');
  await expect.poll(scale).toBe(0.95);
  await reader.press('Control+0');
  await expect.poll(scale).toBe(1);
});

test('nothing moves for a reader who wants no motion', async ({ reader }) => {
  await reader.page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () =>
    reader.page.evaluate(() => {
      const times = (value: string) => value.split(',').map((time) => Number.parseFloat(time));
      return [...document.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return [...times(style.transitionDuration), ...times(style.animationDuration)].some((time) => time > 0.001);
      }).length;
    });
  expect(await moving()).toBe(0);
  await reader.page.emulateMedia({ reducedMotion: null });
});
