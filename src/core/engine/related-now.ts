/** Related articles: words from the article, candidates from the index, order from core/curation. */

import { fail, ok, type Result } from '../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import { rankRelated, relatedQueryWords } from '../curation/related-articles.ts';
import type { EpochMs } from '../lib/clock.ts';
import { factsOf } from '../store/article-facts.ts';
import { summariesOf } from '../store/article-rows.ts';
import type { ReadableDb } from '../store/handles.ts';
import { articlesOfStory } from '../store/ranking-rows.ts';
import { articlesSharing } from '../store/related.ts';
import { presentAmong } from '../store/stories.ts';

const candidatesRanked = 50;
const inStoryShown = 6;

export function relatedTo(
  db: ReadableDb,
  articleId: number,
  { now, limit }: { readonly now: EpochMs; readonly limit: number },
): { readonly id: number; readonly at: EpochMs; readonly score: number }[] {
  const [article] = factsOf(db, [articleId]);
  if (article === undefined) return [];
  const found = articlesSharing(db, relatedQueryWords(article), { except: articleId, limit: candidatesRanked });
  const present = presentAmong(
    db,
    found.map(({ id }) => id),
  );
  const candidates = factsOf(
    db,
    found.map(({ id }) => id).filter((id) => present.has(id)),
  ).map((other) => ({ article: other, story: other.storyId === null ? undefined : String(other.storyId) }));
  const ownStory = article.storyId === null ? undefined : String(article.storyId);
  return rankRelated(article, candidates, { now, limit, ownStory }).map(({ id, at, score }) => ({
    id: Number(id),
    at,
    score,
  }));
}

export function relatedArticles(
  db: ReadableDb,
  input: ParsedInputOf<'articles.related'>,
  now: EpochMs,
): Result<OutputOf<'articles.related'>> {
  const [article] = factsOf(db, [input.id]);
  if (article === undefined) return fail('not_found', 'This article is not in the library any more.', { id: input.id });
  const related = relatedTo(db, input.id, { now, limit: input.limit });
  const articles = new Map(
    summariesOf(
      db,
      related.map(({ id }) => id),
    ).map((summary) => [Number(summary.id), summary]),
  );
  return ok({
    inStory: article.storyId === null ? [] : inStory(db, { storyId: article.storyId, except: article, now }),
    related: related.flatMap(({ id, at, score }) => {
      const summary = articles.get(id);
      return summary === undefined ? [] : [{ article: summary, at, score }];
    }),
  });
}

/** The first word of each other publisher. */
function inStory(
  db: ReadableDb,
  about: { readonly storyId: number; readonly except: { id: number; publisher: string }; readonly now: EpochMs },
) {
  const rows = articlesOfStory(db, about.storyId, about.now)
    .filter(
      ({ id, publisher, copyOf }) =>
        id !== about.except.id && publisher !== about.except.publisher && copyOf === undefined,
    )
    .toSorted((a, b) => b.at - a.at || b.id - a.id);
  const first = [...new Map(rows.map(({ publisher, id }) => [publisher, id])).values()];
  return summariesOf(db, first.toReversed().slice(0, inStoryShown));
}
