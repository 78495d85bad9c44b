/** Ranks the stories of the library as of a moment: the rows of the store, the formula of core/curation. */
import { dayMs, hourMs } from '../../curation/curation-article.ts';
import { forYouFeatures } from '../../curation/for-you-features.ts';
import type { TasteModel } from '../../curation/for-you-model.ts';
import {
  allStoriesBestFirst,
  type PublisherFacts,
  publishersNeeded,
  type RankableStory,
  type RankingContext,
  type StoryNumbers,
  topStories,
} from '../../curation/rank-stories.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { factsOf } from '../../store/articles/article-facts.ts';
import { feedsKeptOut } from '../../store/articles/views.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { ownerVolumes, type RankingRow, singlesInWindow, storiesInWindow } from '../../store/stories/ranking-rows.ts';
import { storyNumber } from './story-ids.ts';

const volumeDays = 14;
const topReachHours = 36; // no top story is older, so no more is read
const tastedStories = 40; // the reader's interest moves a story by a quarter: only these can come to the front
const mostWeight = 2;

export interface PublisherTable {
  readonly facts: ReadonlyMap<string, PublisherFacts>;
  /** Owners that brought anything in the last two weeks. */
  readonly active: number;
}

/** How much each owner publishes, and the weight that the reader gave it by hand on the profile page. */
export function publisherTable(db: ReadableDb, at: EpochMs, model?: TasteModel): PublisherTable {
  const volumes = ownerVolumes(db, at - volumeDays * dayMs, at);
  const byHand = new Map(
    (model?.profile() ?? [])
      .filter(({ byHand, feature }) => byHand && feature.startsWith('publisher:'))
      .map((entry) => [entry.feature, entry.weight]),
  );
  const facts = new Map(
    [...volumes].map(([publisher, n]): [string, PublisherFacts] => {
      const set = byHand.get(`publisher:${publisher}`);
      const weight = set === undefined ? 1 : Math.min(mostWeight, 2 ** (set / 2));
      return [publisher, { perDay: n / volumeDays, weight }];
    }),
  );
  return { facts, active: volumes.size };
}

interface Ranking {
  readonly at: EpochMs;
  /** null: to the beginning. */
  readonly windowHours: number | null;
  readonly publishers: PublisherTable;
}

export interface RankedStory {
  readonly id: number;
  readonly numbers: StoryNumbers;
  /** In order of time. */
  readonly rows: readonly RankingRow[];
}

/** Every story of the window, best first; single articles too. */
export function everyStory(db: ReadableDb, { at, windowHours, publishers }: Ranking): RankedStory[] {
  const from = windowHours === null ? Number.NEGATIVE_INFINITY : at - windowHours * hourMs;
  const window = { from: Math.max(from, Number.MIN_SAFE_INTEGER), at };
  const rows = [...storiesInWindow(db, { ...window, leastPublishers: 1 }), ...singlesInWindow(db, window)];
  const stories = storiesOf(rows).filter(({ rows: own }) => (own.at(-1)?.at ?? 0) >= from);
  const byId = new Map(stories.map((story) => [story.id, story]));
  const context: RankingContext = { now: at, publishers: publishers.facts };
  return allStoriesBestFirst(
    stories.map((story) => rankable(story)),
    context,
  ).flatMap((numbers) => ranked(byId, numbers));
}

interface TopRanking extends Omit<Ranking, 'windowHours'> {
  readonly limit: number;
  readonly model: TasteModel | undefined;
  readonly isMuted: (story: { readonly id: number; readonly rows: readonly RankingRow[] }) => boolean;
}

/** The top stories as Today shows them. */
export function bestStories(
  db: ReadableDb,
  ranking: TopRanking,
): { readonly state: 'ranked' | 'too-few-sources'; readonly stories: RankedStory[] } {
  const { at, publishers, limit, model, isMuted } = ranking;
  const leastPublishers = publishersNeeded(publishers.active);
  const window = { from: at - topReachHours * hourMs, at, leastPublishers };
  const rows = storiesInWindow(db, { ...window, exceptFeeds: feedsKeptOut(db) });
  const stories = storiesOf(rows).filter((story) => !isMuted(story));
  const byId = new Map(stories.map((story) => [story.id, story]));
  const options = { now: at, publishers: publishers.facts, activePublishers: publishers.active };
  const first = topStories(
    stories.map((story) => rankable(story)),
    { ...options, limit: model === undefined ? limit : Math.max(limit, tastedStories) },
  );
  if (first.kind === 'too-few-sources') return { state: 'too-few-sources', stories: [] };
  if (model === undefined) return { state: 'ranked', stories: first.stories.flatMap((n) => ranked(byId, n)) };
  const interest = interestIn(db, first.stories, model, at);
  const tasted = first.stories.flatMap((numbers) => {
    const story = byId.get(storyNumber(numbers.story));
    return story === undefined ? [] : [rankable(story, interest.get(story.id))];
  });
  const second = topStories(tasted, { ...options, limit });
  return { state: 'ranked', stories: second.kind === 'stories' ? second.stories.flatMap((n) => ranked(byId, n)) : [] };
}

/** What the model thinks of each story's lead article, before the logistic curve. */
function interestIn(
  db: ReadableDb,
  stories: readonly StoryNumbers[],
  model: TasteModel,
  at: EpochMs,
): Map<number, number> {
  const publishers = new Map(stories.map((numbers) => [Number(numbers.lead), numbers]));
  const facts = factsOf(db, [...publishers.keys()]);
  return new Map(
    facts.flatMap((article): [number, number][] => {
      const numbers = publishers.get(article.id);
      if (numbers === undefined) return [];
      return [[storyNumber(numbers.story), model.score(forYouFeatures(article, numbers.publishers, at))]];
    }),
  );
}

function ranked(stories: ReadonlyMap<number, Omit<RankedStory, 'numbers'>>, numbers: StoryNumbers): RankedStory[] {
  const story = stories.get(storyNumber(numbers.story));
  return story === undefined ? [] : [{ ...story, numbers }];
}

function storiesOf(rows: readonly RankingRow[]): Omit<RankedStory, 'numbers'>[] {
  return [...Map.groupBy(rows, ({ storyId }) => storyId)].map(([id, own]) => ({
    id,
    rows: own.toSorted((a, b) => a.at - b.at || a.id - b.id),
  }));
}

export function rankable(
  { id, rows }: { readonly id: number; readonly rows: readonly RankingRow[] },
  interest?: number,
): RankableStory {
  return { id: id.toString(36), articles: rows, interest };
}
