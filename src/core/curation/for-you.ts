/** The For you list: the model's taste, kept varied, with its weightiest reasons on each row. */

import type { EpochMs } from '../lib/clock.ts';
import { type ArticleKey, articleTime, type CurationArticle } from './curation-article.ts';
import { type Features, forYouFeatures } from './for-you-features.ts';
import type { TasteModel } from './for-you-model.ts';
import { type Thing, thingsToSay } from './for-you-things.ts';

const learningUntil = 10; // positive signals below which the list is plain time order
const halfTrust = 30; // positive signals at which model and prior count the same
const reasonsShown = 3;
const weakest = 0.02; // contributions under this are noise and are not called a reason
const explorationEvery = 10; // one row in ten tries something uncertain
const relevanceShare = 0.7; // the rest rewards being unlike the rows above
const publisherShare = 1 / 3;
const unwelcomeShare = 0.2; // of its score is left to what a reader asked to see less of: the end of the list, not the bin
const comparedWith = 6; // earlier rows each candidate is held against

export interface ForYouCandidate {
  readonly article: CurationArticle;
  readonly story?: string | undefined;
  /** Owners that carry its story. */
  readonly storyPublishers: number;
  /** What the front page thinks of it without knowing the reader, 0 to 1. */
  readonly prior: number;
}

export interface Reason {
  readonly feature: string;
  /** Weight x value: positive speaks for the article, negative against. */
  readonly contribution: number;
}

export interface ForYouRow {
  readonly article: ArticleKey;
  readonly score: number;
  /** The three largest by size, with their signs; fewer when fewer say anything. */
  readonly reasons: readonly Reason[];
  /** What its sentence names, at most two. */
  readonly things: readonly Thing[];
  /** "Something different": chosen because little is known of it. */
  readonly exploration: boolean;
}

export type ForYou =
  /** `learning`: too few signals, so the rows are in time order, newest first. */
  { readonly kind: 'learning' | 'learned'; readonly positives: number; readonly rows: readonly ForYouRow[] };

export interface ForYouOptions {
  readonly now: EpochMs;
  readonly limit: number;
  /** Rows while it is still learning, `limit` unless set. */
  readonly inTimeOrder?: number | undefined;
}

interface Scored {
  readonly candidate: ForYouCandidate;
  readonly features: Features;
  readonly terms: Features;
  readonly score: number;
  readonly promise: number;
}

/** Unread candidates in, at most `limit` rows out; one per story, no publisher over a third. About 0.2 ms a candidate. */
export function composeForYou(
  candidates: readonly ForYouCandidate[],
  model: TasteModel,
  { now, limit, inTimeOrder = limit }: ForYouOptions,
): ForYou {
  const { positives } = model;
  const scored = candidates.flatMap((candidate) => scoredCandidate(candidate, model, now) ?? []);
  if (positives < learningUntil) {
    const newest = scored
      .toSorted((a, b) => newestFirst(a.candidate.article, b.candidate.article))
      .slice(0, inTimeOrder);
    return { kind: 'learning', positives, rows: newest.map((row) => rowOf(row, model, false)) };
  }
  return { kind: 'learned', positives, rows: varied(scored, model, limit) };
}

function scoredCandidate(candidate: ForYouCandidate, model: TasteModel, now: EpochMs): Scored | undefined {
  const features = forYouFeatures(candidate.article, candidate.storyPublishers, now);
  if (model.isMuted(features)) return undefined;
  const trust = model.positives / (model.positives + halfTrust);
  const raw = model.score(features);
  const likely = logistic(raw);
  // The prior stands in for what is not known yet; it never outweighs a clear dislike.
  const welcome = model.isUnwelcome(features) ? unwelcomeShare : 1;
  const score = welcome * (trust * likely + (1 - trust) * candidate.prior * Math.min(1, 2 * likely));
  let doubt = 0;
  for (const [feature, value] of features) doubt += value * value * model.doubt(feature);
  const terms = new Map([...features].filter(([name]) => name.startsWith('term:') || name.startsWith('section:')));
  return {
    candidate,
    features,
    terms,
    score,
    promise: welcome < 1 ? Number.NEGATIVE_INFINITY : raw + 0.5 * Math.sqrt(doubt),
  };
}

function varied(scored: readonly Scored[], model: TasteModel, limit: number): ForYouRow[] {
  const left = scored.toSorted((a, b) => b.score - a.score || newestFirst(a.candidate.article, b.candidate.article));
  const pool = left.slice(0, Math.max(200, limit * 5));
  const rows: { scored: Scored; exploration: boolean }[] = [];
  const perPublisher = new Map<string, number>();
  const stories = new Set<string>();
  const cap = Math.max(1, Math.floor(limit * publisherShare));
  const open = ({ candidate }: Scored): boolean =>
    (perPublisher.get(candidate.article.publisher) ?? 0) < cap &&
    !(candidate.story !== undefined && stories.has(candidate.story));
  while (rows.length < limit) {
    const tries = rows.length % explorationEvery === explorationEvery - 1;
    const allowed = pool.filter(open);
    const above = rows.slice(-comparedWith).map((row) => row.scored);
    const promising = tries ? mostPromising(allowed) : undefined;
    const picked = promising ?? mostWanted(allowed, above);
    if (picked === undefined) break;
    pool.splice(pool.indexOf(picked), 1);
    rows.push({ scored: picked, exploration: promising !== undefined });
    const { article, story } = picked.candidate;
    perPublisher.set(article.publisher, (perPublisher.get(article.publisher) ?? 0) + 1);
    if (story !== undefined) stories.add(story);
  }
  return rows.map((row) => rowOf(row.scored, model, row.exploration));
}

function mostWanted(allowed: readonly Scored[], above: readonly Scored[]): Scored | undefined {
  let best: Scored | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of allowed) {
    if (best !== undefined && relevanceShare * candidate.score + (1 - relevanceShare) <= most) break; // sorted by score
    const nearest = Math.max(0, ...above.map((row) => termCosine(row.terms, candidate.terms)));
    const value = relevanceShare * candidate.score - (1 - relevanceShare) * tooAlike(nearest);
    if (value > most) {
      best = candidate;
      most = value;
    }
  }
  return best;
}

// One section in common is no repetition; the same names and words are.
function tooAlike(cosine: number): number {
  return Math.max(0, cosine - 0.4);
}

function mostPromising(allowed: readonly Scored[]): Scored | undefined {
  return allowed.reduce<Scored | undefined>(
    (best, row) => (row.promise > (best?.promise ?? Number.NEGATIVE_INFINITY) ? row : best),
    undefined,
  );
}

function rowOf({ candidate, features, score }: Scored, model: TasteModel, exploration: boolean): ForYouRow {
  const reasons = reasonsFor(features, model);
  return { article: candidate.article.id, score, reasons, things: thingsToSay(features, model), exploration };
}

/** The three features that moved the score most, either way. Bias and age are the same for all and are left out. */
export function reasonsFor(features: Features, model: TasteModel): Reason[] {
  return [...features]
    .filter(([feature]) => feature !== 'bias' && feature !== 'age')
    .map(([feature, value]) => ({ feature, contribution: model.weight(feature) * value }))
    .filter(({ contribution }) => Math.abs(contribution) >= weakest)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1))
    .slice(0, reasonsShown);
}

function termCosine(a: Features, b: Features): number {
  let dot = 0;
  for (const [name, value] of a) dot += value * (b.get(name) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(squared(a) * squared(b));
}

function squared(values: Features): number {
  let sum = 0;
  for (const value of values.values()) sum += value * value;
  return sum;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function newestFirst(a: CurationArticle, b: CurationArticle): number {
  return articleTime(b) - articleTime(a) || (String(a.id) < String(b.id) ? -1 : 1);
}
