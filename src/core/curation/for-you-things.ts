/** What can be said of an article to its reader: the one or two things that speak most for it and that a person would name. */

import type { Features } from './for-you-features.ts';
import type { TasteModel } from './for-you-model.ts';

const leastSaid = 0.12; // below it the sentence would be flattery
const seenBefore = 2; // a topic of one article read is chance
const strongFrom = 0.5;
const weakFrom = -0.25;
/** The title stands above the sentence anyway: what the article is about tells more. */
const liking: Readonly<Record<ThingKind, number>> = { topic: 1.6, author: 1.3, title: 1, section: 0.8 };

export type ThingKind = 'title' | 'author' | 'section' | 'topic';
export type Stance = 'more' | 'normal' | 'less';

export interface Thing {
  /** `feed:12`, `author:…`, `section:…`, `topic:…`. */
  readonly feature: string;
  readonly contribution: number;
}

const kinds: Readonly<Record<string, ThingKind>> = {
  feed: 'title',
  author: 'author',
  section: 'section',
  topic: 'topic',
};

/** undefined: nothing that a person would name, as the length or a single word. */
export function thingKind(feature: string): ThingKind | undefined {
  return kinds[feature.slice(0, feature.indexOf(':'))];
}

/** A topic has to have stood in two articles that were wanted, or to have been chosen by hand. */
export function isKnown(feature: string, model: TasteModel): boolean {
  return !feature.startsWith('topic:') || model.isByHand(feature) || model.support(feature) >= seenBefore;
}

/** `weight` is the feed's and its publisher's together for a title. */
export function stanceOf(weight: number): Stance {
  if (weight >= strongFrom) return 'more';
  return weight <= weakFrom ? 'less' : 'normal';
}

/** At most two, of two kinds, the first to be said first; none where nothing speaks for the article. */
export function thingsToSay(features: Features, model: TasteModel): Thing[] {
  const publisher = [...features.keys()].find((name) => name.startsWith('publisher:'));
  const shared = publisher === undefined ? 0 : model.weight(publisher);
  const ranked = [...features.keys()]
    .flatMap((feature) => {
      const kind = thingKind(feature);
      if (kind === undefined || !isKnown(feature, model)) return [];
      const weight = model.weight(feature) + (kind === 'title' ? shared : 0);
      const contribution = weight * (features.get(feature) ?? 0);
      return contribution < leastSaid ? [] : [{ feature, contribution, kind, worth: contribution * liking[kind] }];
    })
    .sort((a, b) => b.worth - a.worth || (a.feature < b.feature ? -1 : 1));
  const [first] = ranked;
  const second = ranked.find(({ kind }) => kind !== first?.kind);
  return [first, second].flatMap((thing) =>
    thing === undefined ? [] : [{ feature: thing.feature, contribution: thing.contribution }],
  );
}
