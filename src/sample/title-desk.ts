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
  #feedFetches: number;

  /** `feedFetches`: how often the feed has been fetched in earlier starts. */
  constructor(title: SampleTitle, picture: (file: string) => Buffer | undefined, feedFetches: number) {
    this.#feedFetches = feedFetches;
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

  /** Whether this title makes a mistake that it corrects: only then are its fetches counted. */
  hasCorrection(): boolean {
    return this.title.articles.some((article) => article.correction !== undefined);
  }

  /** Notes one more fetch of the feed and says how many there have been. */
  noteFeedFetch(): number {
    this.#feedFetches += 1;
    return this.#feedFetches;
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
