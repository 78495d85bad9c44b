/** Today as a reader sees it, by the names that a screen reader gives its parts. */
import { expect, type Locator, type Page } from '@playwright/test';
import { call } from './call.ts';

export class FrontPage {
  readonly page: Page;
  readonly paper: Locator;
  readonly lead: Locator;
  readonly topStories: Locator;
  readonly forYou: Locator;
  readonly lastLine: Locator;
  readonly catchUpBar: Locator;
  readonly article: Locator;
  readonly headline: Locator;
  readonly toast: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paper = page.getByRole('region', { name: 'Front page' });
    this.lead = this.paper.getByRole('article', { name: 'Lead' });
    this.topStories = this.paper.getByRole('region', { name: 'Top stories right now' });
    this.forYou = this.paper.getByRole('region', { name: 'For you' });
    this.lastLine = this.paper.getByText(/^That is the front page at /);
    this.catchUpBar = this.paper.getByRole('status').filter({ hasText: 'new since your last visit' });
    this.article = page.getByRole('region', { name: 'Article', exact: true });
    this.headline = this.article.getByRole('heading', { level: 1 });
    this.toast = page.getByRole('region', { name: 'Message' });
    this.dialog = page.getByRole('dialog');
  }

  section(name: string): Locator {
    return this.paper.getByRole('region', { name, exact: true });
  }

  link(headline: string | RegExp): Locator {
    return this.paper.getByRole('link', { name: headline });
  }

  /** Waits until every feed was fetched and grouped, and opens the page that was made of it. */
  async openWhole(): Promise<void> {
    await expect
      .poll(async () => (await call(this.page, 'refresh.status', {})).running, { timeout: 60_000 })
      .toBe(false);
    await call(this.page, 'stories.list', {});
    // What the page says when it is left is kept before it comes again: writes are done in their order.
    await this.page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
    await call(this.page, 'state.set', { key: 'spec', value: null });
    await this.page.reload();
    await expect(this.lastLine).toBeVisible();
  }

  /** As a reader who is elsewhere goes back to it. */
  async openFromSidebar(): Promise<void> {
    await this.page.keyboard.press('g');
    await this.page.keyboard.press('t');
    await expect(this.lastLine).toBeVisible();
  }

  /** The headline that has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent ?? '');
  }
}
