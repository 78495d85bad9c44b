/** What keeps somebody from using the window, by WCAG 2.2 level AA: axe looks, and a picture is kept with the results. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function expectNoBarrier(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
  // Without a second page to work in, which a window of the desktop cannot open.
  const { violations } = await new AxeBuilder({ page }).withTags(levels).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, `barriers on ${name}`).toEqual([]);
}
