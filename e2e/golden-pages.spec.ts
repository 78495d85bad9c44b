/**
 * The front page closes, whatever there is: with any number of sections, with and without pictures, in every width. Measured
 * on the sample edition as Chromium lays it out; a few of the pages are kept as pictures beside the report.
 */
import type { Page } from '@playwright/test';
import { call } from './support/pages/call.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { expect, test } from './support/reader.ts';

const names = ['World', 'Business', 'Technology', 'Science', 'Culture', 'Sport', 'Local'];
const widths = [1920, 1440, 1100, 700, 420];
const emptiest = 0.25;
const mostScreens = 3;

/** Shows the first of the sections alone. */
async function show(page: Page, sections: number): Promise<void> {
  const hidden = [...names.slice(sections), 'More'].map((name) => `section:${name}`);
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
  const { value } = await call(page, 'state.get', { key: 'window' });
  const kept = { ...(value as object), today: { range: 'day', order: [], hidden } };
  await call(page, 'state.set', { key: 'window', value: kept as never });
  await page.reload();
  await expect(new FrontPage(page).lastLine).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** How much of the page's columns is empty below their last section, 0 to 1, the emptiest of them; and what stands over the edge. */
async function measure(page: Page) {
  return page.evaluate(() => {
    const sections = [...document.querySelectorAll<HTMLElement>('.cols > .sct')].map((section) => {
      const { left, top, bottom } = section.getBoundingClientRect();
      return { left: Math.round(left), top, bottom, rule: getComputedStyle(section).borderTopWidth };
    });
    const columns = [...Map.groupBy(sections, ({ left }) => left).values()];
    const top = Math.min(...sections.map((section) => section.top));
    const bottoms = columns.map((column) => Math.max(...column.map(({ bottom }) => bottom)) - top);
    const paper = document.querySelector('.page-scroll');
    const bar = document.querySelector('.today-bar');
    return {
      sections: sections.length,
      columns: columns.length,
      emptiest: sections.length === 0 ? 0 : 1 - Math.min(...bottoms) / Math.max(...bottoms),
      rules: new Set(sections.map(({ rule }) => rule)).size <= 1 && sections.every(({ rule }) => rule === '2px'),
      beyond:
        (paper ? paper.scrollWidth - paper.clientWidth : 0) +
        (bar ? Math.max(0, bar.scrollWidth - bar.clientWidth) : 0),
      screens: paper ? paper.scrollHeight / paper.clientHeight : 0,
    };
  });
}

for (const pictures of [true, false]) {
  test(`the page closes ${pictures ? 'with' : 'without'} pictures, with none to seven sections, in five widths`, async ({
    sample,
    setSample,
  }, info) => {
    test.setTimeout(240_000);
    const { page } = sample;
    await setSample({ showPictures: pictures });
    await new FrontPage(page).openWhole();
    for (const sections of [0, 1, 2, 3, 5, 7]) {
      await show(page, sections);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const where = `${sections} sections, ${width} px, pictures ${pictures ? 'on' : 'off'}`;
        // The page is set anew a moment after its window has changed.
        await expect(async () => {
          const measured = await measure(page);
          expect(measured, where).toMatchObject({ sections, beyond: 0, rules: true });
          expect(measured.emptiest, where).toBeLessThan(emptiest);
          expect(measured.columns, where).toBeLessThanOrEqual(columnsAt(width, sections));
          if (width === 1440 && sections === 7) expect(measured.screens, where).toBeLessThanOrEqual(mostScreens);
        }).toPass({ timeout: 15_000 });
        if (sections === 7 || sections === 1)
          await page.locator('.cols').screenshot({ path: info.outputPath(`${sections}-${width}-${pictures}.png`) });
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await call(page, 'state.set', { key: 'window', value: null });
  });
}

/** The inner width of the page is what the window leaves beside sidebar and margins. */
function columnsAt(width: number, sections: number): number {
  const most = { 1920: 4, 1440: 3, 1100: 2, 700: 2, 420: 1 }[width] ?? 1;
  return Math.min(sections, most);
}
