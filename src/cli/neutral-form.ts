/** The plain shape in which `parse` prints a feed: the same for every format, dates in ISO 8601, for comparing parsers and for scripts. */

import type { ParsedArticle, ParsedFeed } from '../core/index.ts';

export interface NeutralFeed {
  readonly title?: string;
  readonly siteUrl?: string;
  readonly itemCount: number;
  readonly items: readonly NeutralArticle[];
  readonly repairs: ParsedFeed['repairs'];
}

export interface NeutralArticle {
  readonly index: number;
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly author?: string;
  readonly content?: string;
  readonly summary?: string;
  readonly enclosures: readonly { readonly url: string; readonly type?: string }[];
}

export function neutralForm(feed: ParsedFeed): NeutralFeed {
  const siteUrl = feed.siteUrl ?? feed.rawSiteLink;
  return {
    ...(feed.title === '' ? {} : { title: feed.title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    itemCount: feed.articles.length,
    items: feed.articles.map(neutralArticle),
    repairs: feed.repairs,
  };
}

function neutralArticle(article: ParsedArticle): NeutralArticle {
  return withoutAbsent({
    index: article.index,
    title: article.title === '' ? undefined : article.title,
    link: article.url ?? article.rawLink,
    guid: article.rawGuid,
    published: isoDate(article.published),
    updated: isoDate(article.updated),
    author: article.authors?.[0] ?? article.author,
    content: article.html,
    summary: article.summaryHtml,
    enclosures: article.enclosures.map(({ url, mimeType }) =>
      mimeType === undefined ? { url } : { url, type: mimeType },
    ),
  });
}

function isoDate(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

type WithoutUndefined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function withoutAbsent<Value extends object>(value: Value): WithoutUndefined<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as WithoutUndefined<Value>;
}
