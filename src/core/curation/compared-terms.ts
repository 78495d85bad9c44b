/** What of an article is compared to find its story: nothing of a digest, and of a column not its title. */
import type { EpochMs } from '../lib/clock.ts';
import type { CurationArticle } from './curation-article.ts';
import { isDigest } from './digest-titles.ts';
import type { RepeatedTitles } from './repeated-titles.ts';
import { type ArticleTerms, storyTerms } from './story-terms.ts';

/** Remembers the title in `titles`. */
export function comparedTerms(article: CurationArticle, at: EpochMs, titles: RepeatedTitles): ArticleTerms {
  const withTitle = !titles.isColumn(article, at);
  // A morning briefing tells a little of everything: it is part of none of it.
  if (isDigest(article.title)) return { terms: new Map(), leadLength: 0, language: article.language };
  return storyTerms(article, { withTitle });
}
