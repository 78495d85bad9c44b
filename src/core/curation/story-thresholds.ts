/** When two things are one story. Every constant of grouping stands here, with the reason for its value. */

import { dayMs, hourMs } from './curation-article.ts';
import { memberApart, storiesApart } from './heads-apart.ts';
import type { Story, StoryMember } from './story.ts';
import { similarity } from './term-vocabulary.ts';

export const windowMs = 72 * hourMs; // a story that gets nothing for three days is over
const longestStoryMs = 7 * dayMs; // after a week a running topic starts a new story
const mergeGapMs = 48 * hourMs;
const oldStoryMs = 4 * dayMs;
const largeStory = 50;

const fullLead = 300; // characters of lead from which a comparison counts as one of texts, not of headlines

// Headlines share few words, so little likeness must do; texts share many by chance, so more is asked.
const joinTitles = 0.15;
const joinTexts = 0.27;
const oldStoryExtra = 0.05; // a running topic draws everything near it

const mergeTitlesCosine = 0.11;
const mergeTextsCosine = 0.2;
// The share of the two stories' own cohesion that their likeness to each other must reach.
const mergeTitlesCohesion = 0.12; // 0.10 and 0.14 measured lower
const mergeTextsCohesion = 0.65;
// Small fragments differ by chance; two large clusters that are one story must look alike.
const mergeSizeCohesion = 0.25;
const mergeSizeHalf = 40;

// What many papers tell of one event stays alike however many they are (0.14 to 0.57 measured); a day's talk of markets or of
// one country runs from each thing to the next and falls to 0.07. Below 80 articles a story of headlines can be as loose.
const diffuseFrom = 80;
const diffuseLikeness = 0.13;

// What the articles of one story are expected to share, before a story is large enough to show it.
const cohesionTitles = 0.18;
const cohesionTexts = 0.36;
const cohesionPairs = 3;

// What is asked beyond the cosine when two small things are about different names, at no name in common 0.6 of this. A few
// sentences (100 characters) tell what a report is about; a headline alone does not. A large story has the words of all sides.
const headsTexts = 1.2;
const headsSize = 8;
const headsLead = 3; // a third of the lead that counts as full

// One shared word is not a story, unless it is most of what both say.
const smallStory = 4;
const termsShared = 2;
const unmistakable = 0.5;

/** 0 for bare headlines to 1 for texts with a full lead. */
function textShare(leadLength: number): number {
  return Math.min(1, leadLength / fullLead);
}

function between(titles: number, texts: number, leadLength: number): number {
  return titles + (texts - titles) * textShare(leadLength);
}

// A publisher that fills a form ("Magnitude 4.1 near ...", share prices) writes alike about everything. Once 30 such
// articles lie together and nobody else joined them, only near-copies are added.
export const manyVoices = 10; // publishers in the library from which this is asked
const monologueSize = 30;
const monologueCosine = 0.85;

/** True when one publisher alone would go on filling this story, with anything but near-copies of what it holds. */
export function isMonologue(story: Story, added: Pick<Story, 'onlyPublisher' | 'members'>): boolean {
  if (added.onlyPublisher === undefined || story.onlyPublisher !== added.onlyPublisher) return false;
  if (story.size + added.members.length <= monologueSize) return false;
  const [newest, next] = [story.members.at(-1), added.members[0]];
  return newest === undefined || next === undefined || similarity(newest.vector, next.vector) < monologueCosine;
}

/** How far the article is above what joining needs; negative when it does not belong. */
export function joinMargin(story: Story, member: StoryMember): number {
  if (!canReach(story, member.at)) return -1;
  const dot = story.dot(member.vector);
  if (isDiffuse(story.size + 1, story.norm ** 2 + 1 + 2 * dot)) return -1;
  const cosine = dot / story.norm;
  const needed = between(joinTitles, joinTexts, (member.leadLength + story.meanLead) / 2);
  const old = Math.max(story.lastAt, member.at) - Math.min(story.firstAt, member.at) > oldStoryMs;
  const bare = cosine - needed - (old ? oldStoryExtra : 0);
  if (bare < 0) return bare;
  const lead = (member.leadLength + story.meanLead) / 2;
  const margin = story.size > headsSize ? bare : bare - headsAsked(lead) * memberApart(member, story);
  if (margin < 0) return margin;
  if (story.size <= smallStory && cosine <= unmistakable && sharedTerms(member, story) < termsShared) return -1;
  if ((old || story.size > largeStory) && !member.vector.some((element) => story.leadingTerms().has(element >>> 8)))
    return -1;
  return margin;
}

/** True for a giant whose articles have no event in common. `squared` is the square of the length of its summed vector. */
function isDiffuse(size: number, squared: number): boolean {
  return size > diffuseFrom && squared - size < diffuseLikeness * size * (size - 1);
}

function headsAsked(lead: number): number {
  return headsTexts * textShare(headsLead * lead);
}

function canReach(story: Story, at: number): boolean {
  const gap = Math.max(0, at - story.lastAt, story.firstAt - at);
  return gap <= windowMs && Math.max(story.lastAt, at) - Math.min(story.firstAt, at) <= longestStoryMs;
}

function sharedTerms({ vector }: StoryMember, story: Story): number {
  let shared = 0;
  for (const element of vector) if (story.weight(element >>> 8) > 0) shared += 1;
  return shared;
}

/** The likeness of two stories when it suffices to merge them, otherwise undefined. */
export function mergeLikeness(a: Story, b: Story): number | undefined {
  const gap = Math.max(a.firstAt, b.firstAt) - Math.min(a.lastAt, b.lastAt);
  if (gap > mergeGapMs || Math.max(a.lastAt, b.lastAt) - Math.min(a.firstAt, b.firstAt) > longestStoryMs)
    return undefined;
  const dot = a.dotStory(b);
  if (isDiffuse(a.size + b.size, a.norm ** 2 + b.norm ** 2 + 2 * dot)) return undefined;
  const cosine = dot / a.norm / b.norm;
  const lead = (a.meanLead + b.meanLead) / 2;
  if (cosine < between(mergeTitlesCosine, mergeTextsCosine, lead)) return undefined;
  if (Math.min(a.size, b.size) <= headsSize) {
    const needed = between(mergeTitlesCosine, mergeTextsCosine, lead) + headsAsked(lead) * storiesApart(a, b);
    if (cosine < needed) return undefined;
  }
  const likeness = relativeLikeness(a, b, dot);
  const smaller = Math.min(a.size, b.size);
  const bySize = (mergeSizeCohesion * (smaller - 1)) / (smaller + mergeSizeHalf);
  if (likeness < between(mergeTitlesCohesion + bySize, mergeTextsCohesion, lead)) return undefined;
  const small = Math.max(a.size, b.size) <= smallStory;
  if (small && cosine <= unmistakable && sharedByStories(a, b) < termsShared) return undefined;
  return likeness;
}

function sharedByStories(a: Story, b: Story): number {
  let shared = 0;
  for (const term of a.terms) if (b.weight(term) > 0) shared += 1;
  return shared;
}

/**
 * Mean likeness across two groups as a share of the likeness inside them: near 1 for two random halves of one story,
 * lower for two events. Unlike the cosine of the centres it does not grow with the groups.
 */
export function relativeLikeness(a: Story, b: Story, dot: number): number {
  return dot / a.size / b.size / Math.sqrt(cohesion(a) * cohesion(b));
}

function cohesion(story: Story): number {
  const { size, norm } = story;
  const pairs = (size * (size - 1)) / 2;
  const inside = Math.max(0, (norm * norm - size) / 2);
  return (inside + cohesionPairs * between(cohesionTitles, cohesionTexts, story.meanLead)) / (pairs + cohesionPairs);
}

/** An unknown language is like any: most such texts are short headlines. */
export function sameLanguage(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}
