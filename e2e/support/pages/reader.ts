/** The window as a reader sees it: the three panes, by the names that a screen reader gives them. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { FeedId } from '../../../src/contract/ids.ts';
import { call } from './call.ts';

export class Reader {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly article: Locator;
  readonly headline: Locator;
  readonly body: Locator;
  readonly toast: Locator;
  /** The list's own headline. */
  readonly title: Locator;
  /** '12 new', over the list. */
  readonly newPill: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.getByRole('navigation', { name: 'Library' });
    this.list = page.getByRole('feed');
    this.rows = this.list.getByRole('article');
    this.article = page.getByRole('region', { name: 'Article', exact: true });
    this.headline = this.article.getByRole('heading', { level: 1 });
    this.body = this.article.locator('.body');
    this.toast = page.getByRole('region', { name: 'Message' });
    const pane = page.getByRole('region', { name: 'Articles', exact: true });
    this.title = pane.getByRole('heading', { level: 1 });
    this.newPill = pane.getByRole('button', { name: / new$/ });
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** A row of the sidebar's tree, by the beginning of its name. */
  node(name: string): Locator {
    return this.sidebar.getByRole('row', { name: new RegExp(`^${name}(,|$)`) });
  }

  /** Opens a view or feed with the pointer and waits for its list. */
  async show(name: string): Promise<void> {
    await this.node(name).click();
    await expect(this.title).toHaveText(name);
    // An empty list is hidden, so that it is not found by its role.
    await expect(this.page.locator('.list-scroll')).toHaveAttribute('aria-busy', 'false');
  }

  /** Opens a folder of the tree, unless it is open. */
  async openFolder(name: string): Promise<void> {
    await expect(this.node(name)).toBeVisible();
    if ((await this.node(name).getAttribute('aria-expanded')) === 'true') return;
    await this.node(name).getByRole('button').first().click();
    await expect(this.node(name)).toHaveAttribute('aria-expanded', 'true');
  }

  /** Chooses from the context menu of a row of the tree. */
  async menu(name: string, choice: string): Promise<void> {
    await this.node(name).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: new RegExp(`^${choice}`) }).click();
  }

  /** Names of folders and feeds from top to bottom. */
  async feedOrder(): Promise<readonly string[]> {
    const rows = this.sidebar.locator('.feed-tree').getByRole('row');
    const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.split(',')[0] ?? '');
  }

  /** 1 at the top, 2 in a folder. */
  async levelOf(name: string): Promise<number> {
    return Number(await this.node(name).getAttribute('aria-level'));
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  async expectUnread(title: string): Promise<void> {
    await expect(this.row(title)).toHaveAccessibleName(new RegExp(`^Unread\\. ?${title}$`));
  }

  async expectRead(title: string): Promise<void> {
    await expect(this.row(title)).toHaveAccessibleName(title);
  }

  /** What the sidebar says of a row: 'Courier, 3 unread'. */
  async expectNode(name: string, words: string): Promise<void> {
    await expect(this.node(name)).toHaveAccessibleName(words);
  }

  /** Subscribes to a feed of the spec's own server. */
  async subscribe(url: string, folderId: number | null = null): Promise<FeedId> {
    const { feedId } = await call(this.page, 'feeds.add', { url, allowPrivate: true, folderId } as never);
    return feedId;
  }

  /** Fetches every feed, whatever the schedule says, and waits for the end. */
  async refresh(): Promise<void> {
    await call(this.page, 'feeds.refresh', { force: true } as never);
  }

  /** Loads the page anew, once what the window is about to remember is kept: writes are done in their order. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
    await call(this.page, 'state.set', { key: 'spec', value: null });
    await this.page.reload();
    await expect(this.sidebar).toBeVisible();
  }
}

/** The reader of an app of the spec's own: an empty library, its first run behind it. For specs about what a library knows. */
export async function pastFirstRun(page: Page): Promise<Reader> {
  await call(page, 'settings.set', { firstRunDone: true, refreshOnStart: false });
  const reader = new Reader(page);
  await reader.reload();
  return reader;
}
