/**
 * Groups arriving articles into stories, one pass, in a moving window: join the nearest story that is near enough,
 * now and then merge stories that turned out to be one and part those that turned out to be two.
 * Pure: the same articles and words of the reader in the same order give the same stories with the same ids.
 */

import type { EpochMs } from '../lib/clock.ts';
import { comparedTerms } from './compared-terms.ts';
import { type ArticleKey, articleTime, type CurationArticle } from './curation-article.ts';
import { hasEnoughInCommon, haveEnoughInCommon } from './enough-in-common.ts';
import { type LiveStory, live, type RememberedStories, type StoryChanges } from './live-story.ts';
import { mergeStories } from './merge-stories.ts';
import { RepeatedTitles } from './repeated-titles.ts';
import { restlessMembers } from './reseat-members.ts';
import { splitStory } from './split-story.ts';
import { Story, type StoryMember } from './story.ts';
import { constraintsOfMerge, constraintsOfSplit, type StoryConstraint, StoryConstraints } from './story-constraints.ts';
import { StoryIndex } from './story-index.ts';
import { StoryNames } from './story-names.ts';
import { type GroupingReason, groupingReason } from './story-reason.ts';
import { isMonologue, joinMargin, manyVoices, sameLanguage, windowMs } from './story-thresholds.ts';
import { TermVocabulary, termOf, weightOf } from './term-vocabulary.ts';

const arrivalsBetweenPasses = 200; // 100 to 500 measured alike

export class StoryClusterer {
  readonly #vocabulary = new TermVocabulary();
  readonly #index = new StoryIndex();
  readonly #titles = new RepeatedTitles();
  readonly #constraints: StoryConstraints;
  readonly #stories = new Map<string, Story>();
  readonly #storyOf = new Map<ArticleKey, Story>();
  readonly #names: StoryNames;
  readonly #touched = new Set<Story>();
  #placed = new Set<ArticleKey>();
  #sincePass = 0;
  readonly #publishers = new Set<string>();

  constructor({ constraints = [], renamed = [] }: RememberedStories = {}) {
    this.#constraints = new StoryConstraints(constraints);
    this.#names = new StoryNames(renamed);
  }

  /** Number of articles in the window. */
  get size(): number {
    return this.#storyOf.size;
  }

  /**
   * Places one article and returns its story's id. An article already placed (a live blog's next version) keeps its
   * story and changes nothing. Under 1 ms in the mean at 100,000 articles, passes included.
   */
  add(article: CurationArticle): string {
    const known = this.#storyOf.get(article.id);
    if (known !== undefined) return known.id;
    const { member, language } = this.#member(article);
    const story = this.#placeByHand(member) ?? this.#nearest(member, language) ?? this.#found(article, language);
    this.#join(story, [member], language);
    this.#sincePass += 1;
    if (this.#sincePass >= arrivalsBetweenPasses) this.settle();
    return this.#storyOf.get(article.id)?.id ?? story.id;
  }

  /** Puts back an article that was placed before, after a restart; nothing is decided again. */
  restore(article: CurationArticle, storyId: string): void {
    if (this.#storyOf.has(article.id)) return;
    const { member, language } = this.#member(article);
    const id = this.resolve(storyId);
    this.#join(this.#stories.get(id) ?? this.#open(id, language), [member], language);
    this.#placed.delete(article.id);
  }

  /** Merges and parts what the latest arrivals made clear. Runs by itself every 200 arrivals; call it after a refresh. */
  settle(): void {
    this.#sincePass = 0;
    this.#partTwins();
    mergeStories({
      index: this.#index,
      touched: this.#touched,
      mayMerge: (a, b) => this.#mayMerge(a, b),
      merge: (a, b) => this.#mergeInto(a, b),
    });
    this.#reseat();
    this.#partTwins();
    this.#touched.clear();
  }

  /** Drops stories without an article in the 72 hours before `now`. */
  forgetBefore(now: EpochMs): void {
    const oldest = now - windowMs;
    for (const story of [...this.#stories.values()]) if (story.lastAt < oldest) this.#close(story);
    this.#titles.forgetBefore(oldest);
    this.#index.tidy();
  }

  /** The id a story has now; ids of stories that were merged stay good. */
  resolve(storyId: string): string {
    return this.#names.resolve(storyId);
  }

  storyOf(article: ArticleKey): string | undefined {
    return this.#storyOf.get(article)?.id;
  }

  story(storyId: string): LiveStory | undefined {
    const story = this.#stories.get(this.resolve(storyId));
    return story === undefined ? undefined : live(story);
  }

  stories(): LiveStory[] {
    return [...this.#stories.values()].map(live);
  }

  /** Why this article is in its story; undefined when it is alone there. */
  reason(article: ArticleKey): GroupingReason | undefined {
    const story = this.#storyOf.get(article);
    return story === undefined ? undefined : groupingReason(story, article, this.#vocabulary);
  }

  /** What changed since this was last asked, for the store. */
  takeChanges(): StoryChanges {
    const placed = [...this.#placed].flatMap((article) => {
      const story = this.#storyOf.get(article);
      return story === undefined ? [] : [{ article, story: story.id }];
    });
    const changes = { placed, renamed: this.#names.take() };
    this.#placed = new Set();
    return changes;
  }

  /** A reader says two stories are one. Returns what to remember; empty when there is nothing to merge. */
  mergeByHand(first: string, second: string): StoryConstraint[] {
    const a = this.#stories.get(this.resolve(first));
    const b = this.#stories.get(this.resolve(second));
    if (a === undefined || b === undefined || a === b) return [];
    const constraints = constraintsOfMerge(a.members.map(articleOf), b.members.map(articleOf));
    for (const constraint of constraints) this.#constraints.add(constraint);
    this.#mergeInto(a, b);
    return constraints;
  }

  /** A reader takes articles out of a story into one of their own ("not this story" is a split of one). */
  splitByHand(storyId: string, articles: readonly ArticleKey[]): StoryConstraint[] {
    const story = this.#stories.get(this.resolve(storyId));
    if (story === undefined) return [];
    const chosen = new Set(articles);
    const out = story.members.filter((member) => chosen.has(member.article));
    const rest = story.members.filter((member) => !chosen.has(member.article));
    if (out.length === 0 || rest.length === 0) return [];
    const constraints = constraintsOfSplit(out.map(articleOf), rest.map(articleOf));
    for (const constraint of constraints) this.#constraints.add(constraint);
    this.#part(story, rest, out);
    return constraints;
  }

  #member(article: CurationArticle): { member: StoryMember; language: string } {
    const at = articleTime(article);
    this.#publishers.add(article.publisher);
    const terms = comparedTerms(article, at, this.#titles);
    const member = {
      article: article.id,
      at,
      publisher: article.publisher,
      vector: this.#vocabulary.learn(terms),
      leadLength: terms.leadLength,
    };
    return { member, language: terms.language };
  }

  #placeByHand({ article }: StoryMember): Story | undefined {
    for (const other of this.#constraints.togetherWith(article)) {
      const story = this.#storyOf.get(other);
      if (story !== undefined) return story;
    }
    return undefined;
  }

  #reseat(): void {
    const moves = restlessMembers([...this.#touched], (member, from) => this.#nearest(member, from.language, from));
    for (const { member, from, to } of moves) {
      if (this.#stories.get(from.id) !== from || this.#stories.get(to.id) !== to) continue;
      if (this.#constraints.isPlaced(member.article)) continue;
      const rest = from.members.filter((other) => other !== member);
      if (rest.length > 0) from.setMembers(rest);
      else {
        this.#retire(from);
        this.#names.rename(from.id, to.id);
      }
      this.#join(to, [member], from.language);
    }
  }

  #nearest(member: StoryMember, language: string, except?: Story): Story | undefined {
    const terms = Array.from(member.vector, (element) => ({ term: termOf(element), weight: weightOf(element) }));
    let best: Story | undefined;
    let bestMargin = 0;
    for (const story of this.#index.candidates(terms, except)) {
      if (!sameLanguage(story.language, language) || this.#keptApart(member, story)) continue;
      if (this.#isMonologue(story, { onlyPublisher: member.publisher, members: [member] })) continue;
      const margin = joinMargin(story, member);
      if (margin < bestMargin || (best && margin === bestMargin)) continue;
      if (!hasEnoughInCommon(member, story, this.#vocabulary)) continue;
      best = story;
      bestMargin = margin;
    }
    return best;
  }

  // In a library of one publisher a story told by it is nothing strange.
  #isMonologue(story: Story, added: Pick<Story, 'onlyPublisher' | 'members'>): boolean {
    return this.#publishers.size >= manyVoices && isMonologue(story, added);
  }

  #keptApart({ article }: StoryMember, story: Story): boolean {
    for (const other of this.#constraints.apartFrom(article)) if (this.#storyOf.get(other) === story) return true;
    return false;
  }

  #found(article: CurationArticle, language: string): Story {
    return this.#open(this.#freeId(`${article.feedId}|${article.guid ?? article.id}`), language);
  }

  #freeId(founding: string): string {
    return this.#names.newId(founding, (id) => this.#stories.has(id));
  }

  #open(id: string, language: string): Story {
    const story = new Story(this.#index.nextSlot(), id, language);
    this.#stories.set(id, story);
    this.#index.place(story);
    return story;
  }

  #join(story: Story, members: readonly StoryMember[], language: string): void {
    const fresh = new Set<number>();
    for (const { vector } of members) {
      for (const element of vector) if (story.weight(termOf(element)) === 0) fresh.add(termOf(element));
    }
    story.add(members);
    if (story.language === '') story.language = language;
    this.#index.post(story, fresh);
    for (const { article } of members) {
      this.#storyOf.set(article, story);
      this.#placed.add(article);
    }
    this.#touched.add(story);
  }

  #mayMerge(a: Story, b: Story): boolean {
    if (!sameLanguage(a.language, b.language)) return false;
    if (this.#isMonologue(a, b) || !haveEnoughInCommon(a, b, this.#vocabulary)) return false;
    if (this.#constraints.isEmpty) return true;
    const [small, large] = a.size <= b.size ? [a, b] : [b, a];
    return !small.members.some((member) => this.#keptApart(member, large));
  }

  #mergeInto(a: Story, b: Story): Story {
    const [kept, gone] = a.size > b.size || (a.size === b.size && a.slot < b.slot) ? [a, b] : [b, a];
    this.#retire(gone);
    this.#names.rename(gone.id, kept.id);
    this.#join(kept, gone.members, gone.language);
    return kept;
  }

  #partTwins(): void {
    for (const story of [...this.#touched]) {
      const grown = story.size > story.searchedAt * (story.size > oftenSearched ? 1.2 : 1);
      if (!grown || this.#stories.get(story.id) !== story) continue;
      story.searchedAt = story.size;
      const halves = splitStory(story);
      if (halves === undefined || story.members.some(({ article }) => this.#constraints.isPlaced(article))) continue;
      const [large, small] = halves[0].length >= halves[1].length ? halves : [halves[1], halves[0]];
      this.#part(story, large, small);
    }
  }

  /** The larger part keeps the id; the other gets one made from its first article. */
  #part(story: Story, stay: readonly StoryMember[], leave: readonly StoryMember[]): void {
    const parted = this.#open(this.#freeId(`part|${leave[0]?.article}`), story.language);
    this.#join(parted, leave, story.language);
    story.setMembers(stay);
    story.searchedAt = story.size;
    this.#touched.add(story);
  }

  #close(story: Story): void {
    this.#retire(story);
    for (const { article } of story.members) this.#storyOf.delete(article);
  }

  #retire(story: Story): void {
    this.#stories.delete(story.id);
    this.#index.drop(story);
    this.#touched.delete(story);
  }
}

const oftenSearched = 24; // a larger story is searched again once it grew by a fifth

const articleOf = ({ article }: StoryMember): ArticleKey => article;
