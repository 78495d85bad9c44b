/** The archive search as a reader sees it. */
import type { Locator, Page } from '@playwright/test';

export class SearchPage {
  readonly page: Page;
  readonly field: Locator;
  readonly hits: Locator;
  readonly count: Locator;
  readonly suggestions: Locator;
  readonly mistakes: Locator;
  readonly facets: Locator;
  readonly article: Locator;
  /** Over the article: which hit of how many. */
  readonly strip: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('combobox', { name: 'Search archive' });
    this.hits = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
    this.count = page.locator('.cap').getByRole('status');
    this.suggestions = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    this.mistakes = page.locator('.sq-wrong');
    this.facets = page.getByRole('complementary', { name: 'Narrow results' });
    this.article = page.getByRole('region', { name: 'Article', exact: true });
    this.strip = page.getByRole('toolbar', { name: 'Hits in this article' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('/');
    await this.field.waitFor();
  }

  /** In place of what is there. */
  async type(query: string): Promise<void> {
    await this.field.fill(query);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }
}
