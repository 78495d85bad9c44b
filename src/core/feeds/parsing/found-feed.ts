/** A feed as it is offered to a person who looks for one, and the order of several. */

import type { EpochMs } from '../../lib/clock.ts';
import { type Login, splitLogin, withoutLogins } from '../../lib/logins.ts';
import type { FeedCandidate } from '../finding/platform-rules.ts';
import type { ParsedFeed } from './parsed-feed.ts';

export const commentsNote = 'Comments';

export interface DiscoveredFeed {
  readonly url: string;
  /** That stood in the address under which it was found. */
  readonly login?: Login;
  readonly title: string;
  readonly siteUrl: string | undefined;
  readonly format: ParsedFeed['format'];
  readonly articleCount: number;
  readonly lastArticleAt: EpochMs | undefined;
  /** By the dates in the feed; undefined when fewer than two articles have one. */
  readonly perWeek: number | undefined;
  /** Newest headlines, at most 5. */
  readonly sample: readonly { readonly title: string; readonly at: EpochMs | null }[];
  readonly note: string | undefined;
}

export interface Found {
  readonly choice: DiscoveredFeed;
  readonly because: FeedCandidate['because'];
  /** What tells two forms of one feed: the newest articles' addresses. */
  readonly content: string;
}

export function foundFeed(
  candidate: FeedCandidate,
  page: { readonly movedPermanentlyTo?: string | undefined },
  feed: ParsedFeed,
): Found {
  const { articles } = feed;
  const dates = articles.flatMap(({ published, updated }) => published ?? updated ?? []).toSorted((a, b) => b - a);
  const { address, login } = splitLogin(candidate.url);
  const url = page.movedPermanentlyTo ?? address;
  return {
    because: candidate.because,
    content: articles
      .slice(0, 5)
      .map((article) => article.url ?? article.rawGuid ?? article.title)
      .join('\n'),
    choice: {
      url,
      ...(login !== undefined && { login }),
      title: feed.title || withoutLogins(candidate.title ?? '') || (URL.parse(url)?.host ?? url),
      siteUrl: feed.siteUrl,
      format: feed.format,
      articleCount: articles.length,
      lastArticleAt: dates[0],
      perWeek: frequency(dates),
      sample: articles
        .filter(({ title }) => title !== '')
        .slice(0, 5)
        .map(({ title, published, updated }) => ({ title, at: published ?? updated ?? null })),
      note: candidate.note ?? (isComments(url, candidate.title ?? '', feed.title) ? commentsNote : undefined),
    },
  };
}

const weekMs = 7 * 24 * 3600 * 1000;

/** Articles a week between the oldest and the newest date, one decimal. */
function frequency(newestFirst: readonly EpochMs[]): number | undefined {
  const newest = newestFirst[0];
  const oldest = newestFirst.at(-1);
  if (newest === undefined || oldest === undefined || newest <= oldest) {
    return undefined;
  }
  // A day at least, so that a news ticker's last ten minutes are not taken for a week of them.
  const weeks = Math.max(newest - oldest, weekMs / 7) / weekMs;
  return Math.round(((newestFirst.length - 1) / weeks) * 10) / 10;
}

const commentsPath = /\/comments\/(?:feed|default)|comments?\.(?:rss|xml|atom)/i;
const commentsLink =
  /\bcomments?\b|kommentar|commentaire|comentario|comentário|commenti\b|\breacties\b|комментари|コメント|评论|留言/i;
const commentsTitle =
  /^(?:comments (?:on|for)|kommentare (?:zu|für)|commentaires (?:sur|pour)|comentarios (?:en|de)|comentários (?:sobre|em)|commenti (?:a|su)|reacties op|комментарии)/i;

function isComments(url: string, linkTitle: string, feedTitle: string): boolean {
  return commentsPath.test(url) || commentsLink.test(linkTitle) || commentsTitle.test(feedTitle);
}

/** Lower is better: what the address itself is, then the site's articles in the page's order, then comments and empty feeds. */
export function rank({ because, choice }: Found): number {
  const order = { itself: 0, rule: 1, linked: 1, page_link: 2, well_known: 2 }[because];
  return order + (choice.note === commentsNote ? 10 : 0) + (choice.articleCount === 0 ? 5 : 0);
}
