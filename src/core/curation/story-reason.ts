/** Why an article is in its story, as facts a page can put into words: "shares harbour, levy, eleven ports; 3 h apart". */

import type { ArticleKey } from './curation-article.ts';
import { hourMs } from './curation-article.ts';
import type { Story } from './story.ts';
import { type TermVocabulary, termOf, weightOf } from './term-vocabulary.ts';

const termsNamed = 3;

export interface GroupingReason {
  /** The words that joined it most, strongest first, as they were written (lower case). */
  readonly shares: readonly string[];
  /** Hours to the nearest other article of the story. */
  readonly hoursApart: number;
  /** Likeness to the rest of the story, 0 to 1. */
  readonly likeness: number;
}

export function groupingReason(
  story: Story,
  article: ArticleKey,
  vocabulary: TermVocabulary,
): GroupingReason | undefined {
  const member = story.members.find((candidate) => candidate.article === article);
  const others = story.members.filter((candidate) => candidate.article !== article);
  if (member === undefined || others.length === 0) return undefined;
  const shared = Array.from(member.vector, (element) => {
    const weight = weightOf(element);
    return { term: termOf(element), product: weight * (story.weight(termOf(element)) - weight) };
  }).filter(({ product }) => product > 1e-6);
  shared.sort((a, b) => b.product - a.product || a.term - b.term);
  const inside = shared.reduce((sum, { product }) => sum + product, 0);
  const rest = Math.sqrt(Math.max(1e-9, story.norm ** 2 - 2 * inside - 1));
  return {
    shares: withoutParts(shared.map(({ term }) => vocabulary.surface(term))).slice(0, termsNamed),
    hoursApart: Math.min(...others.map((other) => Math.abs(other.at - member.at))) / hourMs,
    likeness: Math.min(1, inside / rest),
  };
}

// "white house" says it; "white" and "house" after it would only fill the line.
function withoutParts(words: readonly string[]): string[] {
  const pairs = words.filter((word) => word.includes(' '));
  return words.filter((word) => word.includes(' ') || !pairs.some((pair) => pair.split(' ').includes(word)));
}
