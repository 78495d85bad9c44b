/**
 * From a parsed feed to what the store keeps: each article known by its identity, sanitised once, measured, ready for the
 * index. Addresses lose the logins that stand in them, as no browser would use those either.
 */
import { identifyArticles } from '../../feeds/identity/article-identity.ts';
import type { ParsedArticle, ParsedFeed } from '../../feeds/parsing/parsed-feed.ts';
import { bareAddress, withoutLogins } from '../../lib/logins.ts';
import { webAddress } from '../../lib/web-address.ts';
import { detectLanguage } from '../../reading/detect-language.ts';
import { plainText } from '../../reading/plain-text.ts';
import { composeArticle, type PreparedArticle } from '../../reading/prepare-article.ts';
import type { PrivacyRules } from '../../reading/privacy-rules.ts';
import { sectionOfCategories } from '../../reading/section-of-category.ts';
import { segmentText } from '../../search/segment-text.ts';
import type { ArticleExtras, StoredArticle } from '../../store/articles/stored-article.ts';

export interface FeedFacts {
  readonly url: string;
  readonly siteUrl: string | undefined;
  /** For articles that name no known section themselves: the folder's, else the catalogue's. */
  readonly folder: string | null;
  readonly section: string | null;
  readonly language: string | undefined;
  readonly privacy?: PrivacyRules;
}

export function prepareFeed(feed: ParsedFeed, facts: FeedFacts): StoredArticle[] {
  const section = (facts.folder === null ? undefined : sectionOfCategories([facts.folder])) ?? facts.section;
  const language = facts.language ?? feed.language ?? languageOfFeed(feed);
  return identifyArticles(feed.articles).map(({ article, identity, rule, alternates, wording }) =>
    toStored(article, composeArticle(article, { ...facts, language }), {
      identity,
      identityRule: rule,
      alternates,
      ...(wording !== undefined && { wording }),
      section,
    }),
  );
}

/**
 * Recognised once from a few articles together: recognising costs more than all the rest of an article's preparation,
 * and a feed is written in one language unless its articles say otherwise.
 */
function languageOfFeed(feed: ParsedFeed): string | undefined {
  const text = feed.articles
    .slice(0, 5)
    .map(
      ({ title, summaryHtml, html }) =>
        `${title}\n${plainText((summaryHtml ?? html ?? '').slice(0, 2_000)).slice(0, 200)}`,
    )
    .join('\n');
  return detectLanguage({ own: undefined, feed: undefined, text });
}

type Known = Pick<StoredArticle, 'identity' | 'identityRule' | 'alternates' | 'wording' | 'section'>;

export function toStored(article: ParsedArticle, prepared: PreparedArticle, known: Known): StoredArticle {
  return {
    ...known,
    position: article.index,
    rawGuid: article.rawGuid ?? null,
    rawLink: article.rawLink === undefined ? null : withoutLogins(article.rawLink),
    url: webAddress(article.url) ?? null,
    title: prepared.title,
    author: article.author ?? null,
    publisher: prepared.publisher ?? null,
    section: prepared.section ?? known.section,
    language: prepared.language ?? null,
    publishedAt: article.published ?? null,
    updatedAt: article.updated ?? null,
    html: prepared.html,
    deck: prepared.deck ?? null,
    lead: prepared.lead,
    wordCount: prepared.wordCount,
    pictureUrl: prepared.picture === undefined ? null : bareAddress(prepared.picture.url),
    hasAudio: prepared.hasAudio,
    contentHash: prepared.contentHash,
    pixelsRemoved: prepared.pixelsRemoved,
    extras: extrasOf(article, prepared),
    index: {
      title: segmentText(prepared.title),
      author: segmentText(article.author ?? ''),
      body: segmentText(prepared.deck === undefined ? prepared.text : `${prepared.deck}\n${prepared.text}`),
    },
  };
}

function extrasOf(article: ParsedArticle, { picture }: PreparedArticle): ArticleExtras {
  const { podcast } = article;
  const commentsUrl = webAddress(article.commentsUrl);
  return {
    ...(picture !== undefined && {
      picture: {
        url: bareAddress(picture.url),
        caption: picture.caption ?? null,
        credit: picture.credit ?? null,
        alt: picture.alt ?? null,
        width: picture.width ?? null,
        height: picture.height ?? null,
      },
    }),
    categories: article.categories,
    enclosures: withWebAddress(article.enclosures).map((enclosure) => ({
      url: bareAddress(enclosure.url),
      mimeType: enclosure.mimeType ?? null,
      sizeBytes: enclosure.sizeBytes ?? null,
      durationSeconds: enclosure.durationSeconds ?? null,
      title: enclosure.title ?? null,
    })),
    ...(podcast !== undefined && {
      podcast: {
        durationSeconds: podcast.durationSeconds ?? null,
        chaptersUrl: webAddress(podcast.chaptersUrl) ?? null,
        transcripts: withWebAddress(podcast.transcripts).map((transcript) => ({
          url: transcript.url,
          mimeType: transcript.mimeType ?? null,
          language: transcript.language ?? null,
        })),
      },
    }),
    ...(commentsUrl !== undefined && { commentsUrl }),
  };
}

function withWebAddress<Linked extends { readonly url: string }>(all: readonly Linked[]): readonly Linked[] {
  return all.filter(({ url }) => webAddress(url) !== undefined);
}
