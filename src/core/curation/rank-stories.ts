/**
 * Top stories right now: how many owners carry a story and how high they place it, how fresh it is, how fast it
 * spreads, and a bounded word from the reader. The formula is in docs/curation.md; every part is returned beside the score.
 */

import type { EpochMs } from '../lib/clock.ts';
import { type ArticleKey, hourMs } from './curation-article.ts';
import { leadArticle } from './lead-article.ts';

const coverageHalfLife = 12; // hours after which a publisher's report counts half
const freshHalfLife = 6;
const copyWeight = 0.25; // agency copy: the second paper printing a text is a quarter of a witness
const burstHours = 3;
const interestSwing = 0.25; // For you moves a story by a quarter at most
const readPenalty = 0.5;
const lastHours = 36;
const dailyForHalf = 20; // articles a day at which a loud publisher starts to count less
const sameSection = 0.85;
const samePublisher = 0.7;
const fewPublishers = 15; // under it two publishers suffice for a top story
const tooFewPublishers = 4; // under it there is no agreement to show

export interface RankableArticle {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly at: EpochMs;
  /** Place in its feed at the last fetch, 0 for the top. */
  readonly position?: number | undefined;
  readonly section?: string | undefined;
  readonly hasLead: boolean;
  readonly hasPicture: boolean;
  readonly read: boolean;
  readonly title?: string | undefined;
  /** Set on near-copies: the article shown in their place. */
  readonly copyOf?: ArticleKey | undefined;
}

export interface RankableStory {
  readonly id: string;
  readonly articles: readonly RankableArticle[];
  /** The For you score of the story before the logistic curve, 0 when unknown. */
  readonly interest?: number | undefined;
}

export interface PublisherFacts {
  /** Mean articles a day over the last weeks. */
  readonly perDay: number;
  /** The reader's own weight, 1 unless set; kept within 0.25 to 2. */
  readonly weight: number;
}

export interface RankingContext {
  readonly now: EpochMs;
  readonly publishers: ReadonlyMap<string, PublisherFacts>;
}

/** Every number of one story, for "why is this here". score = ln(1 + coverage) x fresh x burst x personal x seen. */
export interface StoryNumbers {
  readonly story: string;
  readonly score: number;
  readonly coverage: number;
  readonly fresh: number;
  readonly burst: number;
  readonly personal: number;
  /** 0.5 once every article of it was read and no publisher joined since. */
  readonly seen: number;
  /** Distinct owners. */
  readonly publishers: number;
  readonly publishersLast3Hours: number;
  readonly copies: number;
  readonly firstPublisher: string;
  readonly firstAt: EpochMs;
  /** When the newest publisher joined. */
  readonly lastJoinedAt: EpochMs;
  readonly lead: ArticleKey;
  readonly perPublisher: readonly PublisherVote[];
}

export interface PublisherVote {
  readonly publisher: string;
  readonly firstAt: EpochMs;
  readonly trust: number;
  readonly placement: number;
  readonly copyWeight: number;
  /** What it adds to coverage. */
  readonly vote: number;
}

/** Undefined for a story without articles. */
export function scoreStory(story: RankableStory, context: RankingContext): StoryNumbers | undefined {
  const score = scoreOf(story, context);
  return score === undefined ? undefined : led(score, context);
}

/** Which article stands for a story is asked of the few that are shown: it reads every title of it. */
interface StoryScore extends Omit<StoryNumbers, 'lead'> {
  readonly inTime: readonly [RankableArticle, ...RankableArticle[]];
}

function led({ inTime, ...numbers }: StoryScore, { publishers }: RankingContext): StoryNumbers {
  const lead = leadArticle(inTime, (publisher) => publisherTrust(publishers.get(publisher))) ?? inTime[0];
  return { ...numbers, lead: lead.id };
}

function scoreOf(story: RankableStory, context: RankingContext): StoryScore | undefined {
  const inTime = story.articles.toSorted((a, b) => a.at - b.at || String(a.id).localeCompare(String(b.id)));
  const [first, ...others] = inTime;
  if (first === undefined) return undefined;
  const byPublisher = Map.groupBy(inTime, (article) => article.publisher);
  const perPublisher = [...byPublisher].map(([publisher, articles]) => vote(publisher, articles, context));
  const coverage = perPublisher.reduce((sum, { vote: added }) => sum + added, 0);
  const lastJoinedAt = Math.max(...perPublisher.map((entry) => entry.firstAt));
  const recent = perPublisher.filter((entry) => context.now - entry.firstAt <= burstHours * hourMs).length;
  const fresh = 0.5 + 0.5 * halved(hoursSince(lastJoinedAt, context.now), freshHalfLife);
  const burst = 1 + 0.3 * Math.log(1 + recent);
  const personal = 1 + interestSwing * (2 / (1 + Math.exp(-(story.interest ?? 0))) - 1);
  const seen = inTime.every((article) => article.read) ? readPenalty : 1;
  return {
    story: story.id,
    score: Math.log(1 + coverage) * fresh * burst * personal * seen,
    coverage,
    fresh,
    burst,
    personal,
    seen,
    publishers: byPublisher.size,
    publishersLast3Hours: recent,
    copies: inTime.filter((article) => article.copyOf !== undefined).length,
    firstPublisher: first.publisher,
    firstAt: first.at,
    lastJoinedAt,
    perPublisher,
    inTime: [first, ...others],
  };
}

function vote(publisher: string, articles: readonly RankableArticle[], context: RankingContext): PublisherVote {
  const firstAt = articles[0]?.at ?? context.now;
  const trust = publisherTrust(context.publishers.get(publisher));
  const original = articles.some((article) => article.copyOf === undefined);
  const weight = original ? 1 : copyWeight;
  const placement = Math.max(...articles.map((article) => placed(article.position)));
  const age = halved(hoursSince(firstAt, context.now), coverageHalfLife);
  return { publisher, firstAt, trust, placement, copyWeight: weight, vote: trust * placement * weight * age };
}

/** How much one report of this publisher says: the reader's weight, less for those who publish all day. */
function publisherTrust(facts: PublisherFacts | undefined): number {
  const { perDay, weight } = facts ?? { perDay: 0, weight: 1 };
  return Math.min(2, Math.max(0.25, weight)) / (1 + Math.log(1 + perDay / dailyForHalf));
}

// The top of a feed counts 1.2, the fifth place 1, far down 0.8; 1 when the place is not known.
function placed(position: number | undefined): number {
  return position === undefined ? 1 : 0.8 + 0.4 * 2 ** (-Math.max(0, position) / 5);
}

function hoursSince(moment: EpochMs, now: EpochMs): number {
  return Math.max(0, now - moment) / hourMs;
}

function halved(hours: number, halfLife: number): number {
  return 2 ** (-hours / halfLife);
}

export type TopStories =
  | { readonly kind: 'stories'; readonly stories: readonly StoryNumbers[] }
  /** Add more sources to see top stories. */
  | { readonly kind: 'too-few-sources'; readonly activePublishers: number };

export interface TopStoriesOptions extends RankingContext {
  /** Publishers that brought anything in the last weeks. */
  readonly activePublishers: number;
  readonly limit: number;
}

/** How many have to tell a story before it can be a top story. */
export function publishersNeeded(activePublishers: number): number {
  return activePublishers < fewPublishers ? 2 : 3;
}

/** Eligible stories, best first, spread over sections and lead publishers. */
export function topStories(stories: readonly RankableStory[], options: TopStoriesOptions): TopStories {
  const { activePublishers } = options;
  if (activePublishers < tooFewPublishers) return { kind: 'too-few-sources', activePublishers };
  const needed = publishersNeeded(activePublishers);
  const eligible = stories
    .flatMap((story) => scoreOf(story, options) ?? [])
    .filter((numbers) => numbers.publishers >= needed)
    .filter((numbers) => hoursSince(numbers.lastJoinedAt, options.now) <= lastHours);
  return { kind: 'stories', stories: spread(eligible, options.limit).map((score) => led(score, options)) };
}

/** Best first without any condition: for lists that show every story. */
export function allStoriesBestFirst(stories: readonly RankableStory[], context: RankingContext): StoryNumbers[] {
  return stories.flatMap((story) => scoreStory(story, context) ?? []).sort(byScore);
}

type Ordered = Pick<StoryNumbers, 'score' | 'lastJoinedAt' | 'story'>;

function byScore(a: Ordered, b: Ordered): number {
  return b.score - a.score || b.lastJoinedAt - a.lastJoinedAt || (a.story < b.story ? -1 : 1);
}

/** Each pick makes those like it worth less. */
function spread(stories: readonly StoryScore[], limit: number): StoryScore[] {
  const left = stories.toSorted(byScore).slice(0, limit * 8);
  const values = left.map(({ score }) => score);
  const sections = new Map(left.map(({ story, inTime }) => [story, mainSection(inTime)]));
  const picked: StoryScore[] = [];
  while (picked.length < limit && left.length > 0) {
    const best = values.indexOf(Math.max(...values));
    const [pick] = left.splice(best, 1);
    values.splice(best, 1);
    if (pick === undefined) break;
    picked.push(pick);
    for (const [at, story] of left.entries()) values[at] = (values[at] ?? 0) * besideEarlier(story, pick, sections);
  }
  return picked;
}

function besideEarlier(story: StoryScore, earlier: StoryScore, sections: ReadonlyMap<string, string>): number {
  const section = sections.get(story.story) ?? '';
  const bySection = section !== '' && sections.get(earlier.story) === section ? sameSection : 1;
  return bySection * (earlier.firstPublisher === story.firstPublisher ? samePublisher : 1);
}

function mainSection(articles: readonly RankableArticle[]): string {
  const counts = new Map<string, number>();
  for (const { section } of articles) if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
