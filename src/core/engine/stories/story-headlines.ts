/** One headline a story: the one that was kept for it, as long as its article is there. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { headlinesKept, type KeptHeadline } from '../../store/stories/headlines.ts';
import type { RankedStory } from './rank-library.ts';

// A new edition may name a story anew: in half a day it can have become another one.
const heldMs = 12 * 3_600_000;

export type HeadlinesOf = (storyIds: readonly number[]) => ReadonlyMap<number, KeptHeadline>;

/** What an edition chose, until it is written: pages made in between have it already. */
export class ChosenHeadlines {
  readonly #db: ReadableDb;
  readonly #unwritten = new Map<number, KeptHeadline>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  readonly of: HeadlinesOf = (storyIds) => {
    const kept = headlinesKept(this.#db, storyIds);
    for (const id of storyIds) {
      const newer = this.#unwritten.get(id);
      if (newer !== undefined) kept.set(id, newer);
    }
    return kept;
  };

  /** Names the stories of an edition that is being made; those that had no headline, or an old one, get their best. */
  choose(stories: readonly RankedStory[], now: EpochMs): RankedStory[] {
    const known = this.of(stories.map(({ id }) => id));
    return stories.map((story) => {
      const kept = known.get(story.id);
      const isHeld = kept !== undefined && Math.abs(now - kept.chosenAt) < heldMs && has(story, kept.articleId);
      if (isHeld) return withHeadline(story, kept);
      const articleId = Number(story.numbers.lead);
      this.#unwritten.set(story.id, { storyId: story.id, articleId, chosenAt: now });
      return story;
    });
  }

  /** What is not written yet; a choice whose writing failed is handed over again. */
  handOver(): KeptHeadline[] {
    const written = headlinesKept(this.#db, [...this.#unwritten.keys()]);
    for (const { storyId, articleId, chosenAt } of written.values()) {
      const chosen = this.#unwritten.get(storyId);
      if (chosen?.articleId === articleId && chosen.chosenAt === chosenAt) this.#unwritten.delete(storyId);
    }
    return [...this.#unwritten.values()];
  }
}

function has({ rows }: Pick<RankedStory, 'rows'>, articleId: number): boolean {
  return rows.some(({ id }) => id === articleId);
}

/** The story under the headline that was kept for it, if any. */
export function withHeadline<Story extends Pick<RankedStory, 'rows' | 'numbers'>>(
  story: Story,
  kept: KeptHeadline | undefined,
): Story {
  if (kept === undefined || kept.articleId === story.numbers.lead || !has(story, kept.articleId)) return story;
  return { ...story, numbers: { ...story.numbers, lead: kept.articleId } };
}
