/** Fetches web pages: an article's for its text, a site's for its icon. */
import { ok, type Result } from '../../../contract/errors.ts';
import { fetchResource } from '../../feeds/fetching/fetch-resource.ts';
import { iconCandidates } from '../../feeds/finding/favicon.ts';
import type { Login } from '../../lib/logins.ts';
import { bareAddress } from '../../lib/logins.ts';
import { decodePage } from '../../reading/decode-page.ts';
import type { ExtractedArticle } from '../../reading/extract-article.ts';
import { pageTrouble } from '../../reading/page-trouble.ts';
import { plainText } from '../../reading/plain-text.ts';
import { deckOf } from '../../reading/prepare-article.ts';
import type { PrivacyRules } from '../../reading/privacy-rules.ts';
import { segmentText } from '../../search/segment-text.ts';
import type { PageFacts } from '../../store/articles/full-text.ts';
import { readHostAndPort } from '../fetching/private-hosts.ts';
import type { TaskContext } from '../task-context.ts';

export interface PageInput {
  readonly url: string;
  readonly allowPrivate: readonly string[];
  readonly login: Login | null;
  readonly privacy?: PrivacyRules;
}

export interface PageText {
  readonly html: string;
  readonly indexText: string;
  readonly wordCount: number;
  readonly facts: PageFacts;
}

export interface ArticlePageInput extends PageInput {
  /** How the feed's own text of the article begins. */
  readonly feedHtml: string;
}

export async function pageTask(context: TaskContext, input: ArticlePageInput): Promise<Result<PageText>> {
  const page = await fetchPage(context, input);
  if (!page.ok) return { ok: false, error: pageTrouble(page.error) };
  const { bytes, url, contentType } = page.value;
  // loaded when first wanted: the extractors are the largest part of a task worker, and a refresh needs none of them
  const { extractArticle } = await import('../../reading/extract-article.ts');
  const extracted = await extractArticle(bytes, {
    url,
    contentType,
    feedText: plainText(input.feedHtml),
    privacy: input.privacy,
  });
  if (!extracted.ok) return { ok: false, error: pageTrouble(extracted.error) };
  const { html, text, wordCount } = extracted.value;
  return ok({ html, indexText: segmentText(text), wordCount, facts: factsOf(extracted.value) });
}

function factsOf({ byline, excerpt, publishedTime, picture, text, title }: ExtractedArticle): PageFacts {
  const publishedAt = Date.parse(publishedTime ?? '');
  return {
    byline: byline ?? null,
    deck: deckOf(excerpt, text, title) ?? null,
    publishedAt: Number.isNaN(publishedAt) ? null : publishedAt,
    picture:
      picture === undefined
        ? null
        : {
            url: bareAddress(picture.url),
            caption: picture.caption ?? null,
            credit: picture.credit ?? null,
            alt: picture.alt ?? null,
            width: picture.width ?? null,
            height: picture.height ?? null,
          },
  };
}

/** The address of the site's best icon; its usual place when the page names none. */
export async function iconTask(
  context: TaskContext,
  input: PageInput,
): Promise<Result<{ readonly iconUrl: string | null }>> {
  const page = await fetchPage(context, input);
  if (!page.ok) return page;
  const { bytes, url, contentType } = page.value;
  return ok({ iconUrl: iconCandidates(decodePage(bytes, contentType), url)[0]?.url ?? null });
}

interface WebPage {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly url: string;
}

async function fetchPage(context: TaskContext, input: PageInput): Promise<Result<WebPage>> {
  const outcome = await fetchResource(
    {
      url: input.url,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.5',
      allowPrivate: input.allowPrivate.map(readHostAndPort),
      signal: context.signal,
      ...(input.login !== null && { login: input.login }),
    },
    { client: context.client, clock: context.clock },
  );
  if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
  const bytes = outcome.kind === 'fetched' ? outcome.bytes : new Uint8Array();
  return ok({ bytes, contentType: outcome.headers['content-type'], url: outcome.finalUrl });
}
