/** Which article of a story stands for it: one that says what the others say, from a title that is trusted. */
import type { ArticleKey } from './curation-article.ts';
import { splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** Letters that two forms of a word have in common: "ports" and "port's", "flooded" and "flooding". */
const sameBeginning = 5;
const shortestWord = 3;
const leastAgreed = 0.6; // a headline that no other shares a word with: a comment, a column
const agreedSwing = 0.8;
const wordsAgreed = 2; // shared words that make two headlines say the same
const pictured = 1.4; // it stands at the head of a page, and is known by its picture
const topOfFeed = 0.2; // what its own paper places first is what it means by the story

interface LeadCandidate {
  readonly publisher: string;
  /** Place in its feed, 0 for the top. */
  readonly position?: number | undefined;
  readonly title?: string | undefined;
  readonly hasLead: boolean;
  readonly hasPicture: boolean;
  readonly copyOf?: ArticleKey | undefined;
}

/** The best by trust x agreement x lead x picture x place in its feed x its own text; the first of equals, so the earliest in order of time. What is read has no say: a story keeps its name. */
export function leadArticle<Article extends LeadCandidate>(
  articles: readonly Article[],
  trustOf: (publisher: string) => number,
): Article | undefined {
  const words = articles.map(({ title }) => wordsOf(title ?? ''));
  const worth = articles.map(
    (article, at) =>
      trustOf(article.publisher) *
      (leastAgreed + agreedSwing * agreement(articles, words, at)) *
      (article.hasLead ? 1.5 : 1) *
      (article.hasPicture ? pictured : 1) *
      (1 + topOfFeed * 2 ** (-(article.position ?? Number.POSITIVE_INFINITY) / 5)) *
      (article.copyOf === undefined ? 1 : 0.5),
  );
  const [first] = articles;
  if (first === undefined) return undefined;
  let best = 0;
  for (const [at, value] of worth.entries()) if (value > (worth[best] ?? 0) + 1e-12) best = at;
  return articles[best];
}

/** How far the headlines of the other publishers share this one's words, 0 to 1: each counts by its nearest. */
function agreement(articles: readonly LeadCandidate[], words: readonly ReadonlySet<string>[], at: number): number {
  const own = words[at] ?? new Set<string>();
  const nearest = new Map<string, number>();
  for (const [other, { publisher }] of articles.entries()) {
    if (publisher === articles[at]?.publisher) continue;
    const shared = Math.min(1, (words[other]?.intersection(own).size ?? 0) / wordsAgreed);
    nearest.set(publisher, Math.max(shared, nearest.get(publisher) ?? 0));
  }
  return nearest.size === 0 ? 0 : [...nearest.values()].reduce((sum, one) => sum + one, 0) / nearest.size;
}

function wordsOf(title: string): Set<string> {
  const stops = stopWords('en');
  return new Set(
    splitWords(title)
      .filter(({ text }) => text.length >= shortestWord && !stops.has(text))
      .map(({ text }) => text.slice(0, sameBeginning)),
  );
}
