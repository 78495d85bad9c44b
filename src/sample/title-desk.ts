/** Answers for one title: which path gives what, and since when the correction stands. Knows nothing of HTTP's heads. */

import { asCorrected } from './as-corrected.ts';
import { bulletinWav, chaptersOf, transcriptVtt } from './bulletin-audio.ts';
import { renderFeed } from './render-feed.ts';
import { feedType, renderAboutPage, renderArticlePage, renderFrontPage, renderIcon } from './render-page.ts';
import { feedUrl, type SampleTitle } from './sample-title.ts';

export interface Document {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Fetches of the feed that still show the mistake; from the next one on the correction stands. */
const fetchesBeforeCorrection = 2;

export class TitleDesk {
  readonly title: SampleTitle;
  readonly #corrected: SampleTitle;
  readonly #picture: (file: string) => Buffer | undefined;
  #feedFetches = 0;

  constructor(title: SampleTitle, picture: (file: string) => Buffer | undefined) {
    this.title = title;
    this.#corrected = asCorrected(title);
    this.#picture = picture;
  }

  isFeed(path: string): boolean {
    return this.title.form !== 'none' && path === new URL(feedUrl(this.title)).pathname;
  }

  isCorrected(): boolean {
    return this.#feedFetches > fetchesBeforeCorrection;
  }

  /** Notes one more fetch of the feed. A client that already holds the corrected one keeps it corrected after a restart. */
  noteFeedFetch(alreadyHeld: (document: Document) => boolean): void {
    this.#feedFetches += 1;
    if (this.isCorrected() || !this.title.articles.some((article) => article.correction !== undefined)) return;
    if (alreadyHeld(this.#feed(this.#corrected))) this.#feedFetches = fetchesBeforeCorrection + 1;
  }

  documentAt(path: string): Document | undefined {
    const title = this.isCorrected() ? this.#corrected : this.title;
    if (this.isFeed(path)) return this.#feed(title);
    if (path === '/') return html(renderFrontPage(title));
    if (path === '/about') return html(renderAboutPage(title));
    if (path === '/favicon.svg' || path === '/favicon.ico') return svg(Buffer.from(renderIcon(title)));
    const [, shelf = '', name = ''] = /^\/([a-z]+)\/([\w.-]+)$/.exec(path) ?? [];
    if (shelf === 'pictures') {
      const picture = this.#picture(name);
      return picture === undefined ? undefined : svg(picture);
    }
    const article = title.articles.find((candidate) => candidate.slug === name.replace(/\.\w+$/, ''));
    if (article === undefined) return undefined;
    if (shelf === 'articles') return html(renderArticlePage(title, article));
    if (!article.hasAudio) return undefined;
    if (shelf === 'audio') return { type: 'audio/wav', bytes: bulletinWav(article) };
    if (shelf === 'transcripts') return { type: 'text/vtt; charset=utf-8', bytes: Buffer.from(transcriptVtt(article)) };
    if (shelf !== 'chapters') return undefined;
    const chapters = JSON.stringify({ version: '1.2.0', chapters: chaptersOf(article) });
    return { type: 'application/json+chapters', bytes: Buffer.from(chapters) };
  }

  #feed(title: SampleTitle): Document {
    // The 1252 feed names its encoding only in its own first line, as such feeds do.
    const charset = title.encoding === 'utf-8' && title.form !== 'rss-092' ? '; charset=utf-8' : '';
    return { type: `${feedType(title)}${charset}`, bytes: renderFeed(title) };
  }
}

function html(text: string): Document {
  return { type: 'text/html; charset=utf-8', bytes: Buffer.from(text) };
}

function svg(bytes: Buffer): Document {
  return { type: 'image/svg+xml', bytes };
}
