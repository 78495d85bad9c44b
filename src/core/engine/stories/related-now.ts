/** Related articles: words from the article, candidates from the index, order from core/curation. */

import type { ArticleSummary } from '../../../contract/articles.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { articleTime } from '../../curation/curation-article.ts';
import { type RelatedArticle, rankRelated, relatedQueryWords } from '../../curation/related-articles.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type ArticleFacts, factsOf } from '../../store/articles/article-facts.ts';
import { summariesOf } from '../../store/articles/article-rows.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { articlesOfStory } from '../../store/stories/ranking-rows.ts';
import { articlesSharing } from '../../store/stories/related.ts';
import { presentAmong } from '../../store/stories/stories.ts';

const candidatesRanked = 50;
const membersRanked = 50;
const heardAgain = 0.8;
// What a reader is shown has more in common than what ranking can still put in order.
const shownLikeness = 0.13;

export function relatedTo(
  db: ReadableDb,
  articleId: number,
  { now, limit }: { readonly now: EpochMs; readonly limit: number },
): (Omit<RelatedArticle, 'id'> & { readonly id: number })[] {
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
  return rankRelated(article, candidates, { now, limit, ownStory }).map((row) => ({ ...row, id: Number(row.id) }));
}

export function relatedArticles(
  db: ReadableDb,
  input: ParsedInputOf<'articles.related'>,
  now: EpochMs,
): Result<OutputOf<'articles.related'>> {
  const [article] = factsOf(db, [input.id]);
  if (article === undefined) return fail('not_found', 'This article is not in the library any more.', { id: input.id });
  const related = relatedTo(db, input.id, { now, limit: input.limit }).filter(
    ({ likeness }) => likeness >= shownLikeness,
  );
  const articles = new Map(
    summariesOf(
      db,
      related.map(({ id }) => id),
    ).map((summary) => [Number(summary.id), summary]),
  );
  return ok({
    inStory: inStory(db, article, { now, limit: input.limit }),
    related: related.flatMap(({ id, at, score }) => {
      const summary = articles.get(id);
      return summary === undefined ? [] : [{ article: summary, at, score }];
    }),
  });
}

/**
 * The story's other articles: the likest are chosen, near-copies left out, whoever was heard already counting less, and the
 * earliest stands first. Strictly one a publisher measured far worse: it brought in what grouping itself doubts.
 */
function inStory(
  db: ReadableDb,
  article: ArticleFacts,
  { now, limit }: { readonly now: EpochMs; readonly limit: number },
): ArticleSummary[] {
  if (article.storyId === null) return [];
  const others = articlesOfStory(db, article.storyId, now).filter(
    ({ id, copyOf }) => id !== article.id && copyOf === undefined,
  );
  const nearest = others.toSorted((a, b) => distance(a.at, article) - distance(b.at, article)).slice(0, membersRanked);
  // Each under its own name: here the publishers are counted below, when the order is known.
  const candidates = factsOf(
    db,
    nearest.map(({ id }) => id),
  ).map((other) => ({ article: { ...other, publisher: String(other.id) } }));
  const publisherOf = new Map<number | string, string>(nearest.map(({ id, publisher }) => [id, publisher]));
  const ranked = rankRelated(article, candidates, { now, limit: membersRanked });
  const chosen = new Set(spread(ranked, { publisherOf, own: article.publisher, limit }));
  const inTime = others.filter(({ id }) => chosen.has(id)).toSorted((a, b) => a.at - b.at || a.id - b.id);
  return summariesOf(
    db,
    inTime.map(({ id }) => id),
  );
}

/** The likest first, each publisher's next article counting less than one of somebody who was not heard yet. */
function spread(
  ranked: readonly RelatedArticle[],
  about: { readonly publisherOf: ReadonlyMap<number | string, string>; readonly own: string; readonly limit: number },
): number[] {
  const heard = new Map([[about.own, 1]]);
  const left = [...ranked];
  const chosen: number[] = [];
  const publisher = ({ id }: RelatedArticle): string => about.publisherOf.get(id) ?? '';
  const worth = (row: RelatedArticle): number => row.score * heardAgain ** (heard.get(publisher(row)) ?? 0);
  while (chosen.length < about.limit && left.length > 0) {
    const best = left.reduce((most, row) => (worth(row) > worth(most) ? row : most));
    left.splice(left.indexOf(best), 1);
    heard.set(publisher(best), (heard.get(publisher(best)) ?? 0) + 1);
    chosen.push(Number(best.id));
  }
  return chosen;
}

function distance(at: EpochMs, article: ArticleFacts): number {
  return Math.abs(at - articleTime(article));
}
