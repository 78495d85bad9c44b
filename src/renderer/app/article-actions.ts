/** What can be done with an article, from a key, a menu or a button: the same function for all three. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ArticleId, ViewName } from '../../contract/ids.ts';
import { type ArticleBits, bitsOf } from '../client/article-bits.ts';
import { client } from '../client/client.ts';
import { unreadIn } from '../client/library.ts';
import { markArticles, markScopeRead } from '../client/mark-articles.ts';
import { counted } from '../lib/numbers.ts';
import { openOutside } from '../lib/outside-address.ts';
import { showToast } from '../ui/toast.tsx';
import { askFirst } from './ask-first.ts';
import { chosenArticles, currentArticle, knownArticle } from './current-article.ts';
import { keepUnread } from './reading-marks.ts';
import { toastDone, toastFailure } from './undo.ts';

/** The articles a key is about: those chosen, else the open one. */
function targets(): readonly ArticleSummary[] {
  const chosen = [...chosenArticles.get()].map((id) => knownArticle(id)).filter((article) => article !== undefined);
  if (chosen.length > 0) return chosen;
  const current = currentArticle();
  return current ? [current] : [];
}

/** `done` says it of several in words: 'Starred 3 articles'. One shows its own mark. */
async function mark(
  articles: readonly ArticleSummary[],
  change: Partial<ArticleBits>,
  done: (many: string) => string,
): Promise<void> {
  if (articles.length === 0) return;
  const result = await markArticles(
    articles.map(({ id }) => id),
    change,
  );
  if (!result.ok) toastFailure(result.error.message);
  else if (articles.length > 1)
    toastDone(done(counted(articles.length, 'article', 'articles')), result.value.operationId);
}

/** Read or unread. An article made unread by hand stays so until it is opened again. */
export function toggleRead(articles = targets()): void {
  const makeRead = articles.some((article) => bitsOf(article).unread);
  for (const { id } of articles) keepUnread(id);
  void mark(articles, { unread: !makeRead }, (many) => `Marked ${many} ${makeRead ? 'read' : 'unread'}`);
}

export function toggleStar(articles = targets()): void {
  const star = articles.some((article) => !bitsOf(article).starred);
  void mark(articles, { starred: star }, (many) => (star ? `Starred ${many}` : `Took the star off ${many}`));
}

export function toggleLater(articles = targets()): void {
  const later = articles.some((article) => !bitsOf(article).later);
  void mark(articles, { later }, (many) => (later ? `Kept ${many} for later` : `Took ${many} off Read later`));
}

/** In the person's own browser. */
export function openLink(url: string): void {
  if (!openOutside(url)) toastFailure('This link is not an address on the web.');
}

export function openOriginal(article = currentArticle()): void {
  if (!article?.url) {
    if (article) toastFailure('This article has no address of its own.');
    return;
  }
  openLink(article.url);
  void client.call('reading.record', { id: article.id, kind: 'original' });
}

export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch {
    // A browser lets a page write only while it has the focus.
    toastFailure('The text could not be copied. Click into the window and try again.');
  }
}

export function copyLink(article = currentArticle()): void {
  if (!article?.url) return;
  void copyText(article.url, 'Link copied');
  void client.call('reading.record', { id: article.id, kind: 'shared' });
}

/** One address a line. */
export function copyLinks(articles: readonly ArticleSummary[]): void {
  const links = articles.map(({ url }) => url).filter((url) => url !== null);
  if (links.length > 0) void copyText(links.join('\n'), `${counted(links.length, 'link', 'links')} copied`);
}

interface ScopeOptions {
  /** What arrived later, and so was not seen, stays as it is. */
  readonly upToArrival?: number | undefined;
  readonly olderThan?: ArticleId;
  readonly newerThan?: ArticleId;
}

/** Marks a view read, as far as the reader has seen it; `what` names it in the toast: 'in Science'. Asks where that is much. */
export function markViewRead(view: ViewName, what: string, options: ScopeOptions = {}): void {
  askFirst(unreadIn(view), () => void markNow(view, what, options));
}

async function markNow(view: ViewName, what: string, options: ScopeOptions): Promise<void> {
  const { upToArrival, ...rest } = options;
  const result = await markScopeRead({ view, ...rest, ...(upToArrival === undefined ? {} : { upToArrival }) });
  if (!result.ok) return toastFailure(result.error.message);
  const { changed, operationId } = result.value;
  if (changed === 0) showToast({ text: 'Everything here is read already' });
  else toastDone(`${counted(changed, 'article', 'articles')} ${what} marked read`, operationId);
}
