/** One stream of articles in order of time through the clusterer, and what it changes of the library. */

import { StoryClusterer } from '../../curation/cluster-stories.ts';
import { type ArticleKey, articleTime, dayMs } from '../../curation/curation-article.ts';
import type { RememberedStories } from '../../curation/live-story.ts';
import { hash53 } from '../../curation/short-hash.ts';
import type { StoryConstraint } from '../../curation/story-constraints.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ArticleFacts } from '../../store/articles/article-facts.ts';
import type { GroupingChanges, KeptConstraint, KeptMember } from '../../store/stories/stories.ts';
import { NearCopyFinder } from './near-copy-finder.ts';
import { storyName, storyNumber } from './story-ids.ts';

// Copies are looked for in what a story can still hold.
const sketchesKeptMs = 7 * dayMs;
// Of a small story each member's reason is written again: its first article has none while it is alone.
const smallStory = 3;

export class GroupingStream {
  readonly #clusterer: StoryClusterer;
  readonly #copies = new NearCopyFinder();
  /** The story each article is in, as it is written. */
  readonly #written = new Map<ArticleKey, number>();
  readonly #apart: { articleId: number; storyId: number }[] = [];

  constructor(remembered: RememberedStories) {
    this.#clusterer = new StoryClusterer(remembered);
  }

  get size(): number {
    return this.#clusterer.size;
  }

  has(articleId: number): boolean {
    return this.#clusterer.storyOf(articleId) !== undefined;
  }

  /** Puts an article back where it was; decides nothing. */
  restore(article: ArticleFacts): void {
    if (article.storyId === null || article.isApart || this.has(article.id)) return;
    this.#clusterer.restore(article, storyName(article.storyId));
    this.#written.set(article.id, article.storyId);
    this.#copies.note(article.id, { ...article, at: articleTime(article) });
  }

  add(article: ArticleFacts): void {
    if (article.isApart) {
      this.#apart.push({ articleId: article.id, storyId: hash53(`apart|${article.feedId}|${article.id}`) });
      return;
    }
    this.#clusterer.add(article);
    this.#copies.note(article.id, { ...article, at: articleTime(article) });
  }

  settle(): void {
    this.#clusterer.settle();
  }

  forgetBefore(now: EpochMs): void {
    this.#clusterer.forgetBefore(now);
    this.#copies.forgetBefore(now - sketchesKeptMs);
    for (const article of this.#written.keys()) {
      if (this.#clusterer.storyOf(article) === undefined) this.#written.delete(article);
    }
  }

  /** A reader takes articles out of a story. Empty when it holds none of them, or nothing else. */
  split(storyId: number, articles: readonly number[]): KeptConstraint[] {
    return this.#clusterer.splitByHand(storyName(storyId), articles).map(kept);
  }

  merge(first: number, second: number): KeptConstraint[] {
    return this.#clusterer.mergeByHand(storyName(first), storyName(second)).map(kept);
  }

  storyOf(articleId: number): number | undefined {
    const name = this.#clusterer.storyOf(articleId);
    return name === undefined ? undefined : storyNumber(name);
  }

  /** What changed since this was last asked. */
  takeChanges(): GroupingChanges {
    const { placed, renamed } = this.#clusterer.takeChanges();
    const touched = new Set<number>();
    const moved: { articleId: number; storyId: number }[] = [];
    for (const { article, story } of placed) {
      const storyId = storyNumber(story);
      const before = this.#written.get(article);
      if (before === storyId) continue;
      if (before !== undefined) touched.add(before);
      touched.add(storyId);
      this.#written.set(article, storyId);
      moved.push({ articleId: Number(article), storyId });
    }
    moved.push(...this.#apart.splice(0));
    return {
      placed: moved,
      renamed: renamed.map(({ from, to }) => ({ from: storyNumber(from), to: storyNumber(to) })),
      members: this.#membersOf(touched, new Set(moved.map(({ articleId }) => articleId))),
      touched: [...touched],
    };
  }

  #membersOf(stories: ReadonlySet<number>, moved: ReadonlySet<number>): KeptMember[] {
    const members: KeptMember[] = [];
    for (const storyId of stories) {
      const story = this.#clusterer.story(storyName(storyId));
      if (story === undefined || storyNumber(story.id) !== storyId || story.articles.length < 2) continue;
      const copies = this.#copies.copies(story.articles);
      for (const article of story.articles) {
        if (!moved.has(Number(article)) && story.articles.length > smallStory) continue;
        const reason = this.#clusterer.reason(article);
        if (reason === undefined) continue;
        const copyOf = copies.get(article);
        members.push({ articleId: Number(article), copyOf: copyOf === undefined ? null : Number(copyOf), ...reason });
      }
    }
    return members;
  }
}

function kept({ kind, articles: [a, b] }: StoryConstraint): KeptConstraint {
  return { kind, articles: [Number(a), Number(b)] };
}
