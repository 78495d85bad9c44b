/** For tests: parses a file of fixtures/ as if it had been fetched. */

import { readFileSync } from 'node:fs';
import { type FeedDocument, parseFeed } from './parse-feed.ts';
import type { ParsedArticle, ParsedFeed } from './parsed-feed.ts';

const now = Date.UTC(2026, 4, 5);

/** Throws where the fixture is refused: a test of a refusal calls parseFeed itself. */
export async function parseFixture(name: string, about: Partial<FeedDocument> = {}): Promise<ParsedFeed> {
  return parsed(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)), about);
}

export async function parseText(text: string, about: Partial<FeedDocument> = {}): Promise<ParsedFeed> {
  return parsed(Buffer.from(text), about);
}

async function parsed(bytes: Uint8Array, about: Partial<FeedDocument>): Promise<ParsedFeed> {
  const result = await parseFeed(bytes, { now, ...about });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function articleAt(feed: ParsedFeed, index: number): ParsedArticle {
  const article = feed.articles[index];
  if (article === undefined) throw new Error(`the feed has ${feed.articles.length} articles`);
  return article;
}
