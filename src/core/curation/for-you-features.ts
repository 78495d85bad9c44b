/** What For you can know of an article: plain names that a person can read, switch off and erase. */

import type { EpochMs } from '../lib/clock.ts';
import { articleTopics } from './article-topics.ts';
import { backgroundShare } from './background-frequency.ts';
import { articleTime, type CurationArticle, hourMs } from './curation-article.ts';
import { storyTerms } from './story-terms.ts';

const termsUsed = 25;
const termLength = 2; // all terms of an article together weigh twice what its section does
const topicValue = 0.4; // beside its words, which say much the same
const unknownShare = 0.0005; // a word outside the table of common ones
const longRead = 1_200; // words
const shortRead = 250;

/** Feature to value. Names are `kind:what`: feed, publisher, author, section, topic, term, length, language, size, picture; and bias, age. */
export type Features = ReadonlyMap<string, number>;

/** `storyPublishers`: how many owners carry its story, at least 1. Deterministic: no library counts are used. About 0.2 ms. */
export function forYouFeatures(article: CurationArticle, storyPublishers: number, now: EpochMs): Features {
  const features = new Map<string, number>([['bias', 1]]);
  features.set(`feed:${article.feedId}`, 1);
  features.set(`publisher:${article.publisher}`, 1);
  if (article.author !== undefined && article.author !== '') features.set(`author:${article.author}`, 1);
  if (article.section !== undefined && article.section !== '') features.set(`section:${article.section}`, 1);
  if (article.language !== '') features.set(`language:${article.language}`, 0.5);
  features.set(`length:${lengthBucket(article.wordCount)}`, 0.5);
  if (article.hasPicture) features.set('picture:yes', 0.5);
  features.set('size:publishers', Math.log(Math.max(1, storyPublishers)) / 2);
  features.set('age', Math.log(1 + Math.max(0, now - articleTime(article)) / hourMs) / 5);
  for (const topic of articleTopics(article)) features.set(`topic:${topic}`, topicValue);
  addTerms(features, article);
  return features;
}

function lengthBucket(words: number): string {
  if (words >= longRead) return 'long';
  return words < shortRead ? 'short' : 'medium';
}

function addTerms(features: Map<string, number>, article: CurationArticle): void {
  const weighted = [...storyTerms(article).terms].map(([key, { count, boost, surface }]) => {
    const rarity = -Math.log(backgroundShare.get(key) ?? unknownShare);
    return { surface, weight: (1 + Math.log(count)) * boost * rarity };
  });
  weighted.sort((a, b) => b.weight - a.weight || (a.surface < b.surface ? -1 : 1));
  const kept = weighted.slice(0, termsUsed);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  for (const { surface, weight } of kept) {
    const name = `term:${surface}`;
    features.set(name, (features.get(name) ?? 0) + (weight / length) * termLength);
  }
}
