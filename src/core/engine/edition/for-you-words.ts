/** For you in sentences: why a row is there and how far the list is, without a number that is not a reader's own. */
import type { ForYouThing, ForYouWhy } from '../../../contract/for-you.ts';
import type { TasteModel } from '../../curation/for-you-model.ts';
import { stanceOf, type Thing, thingKind } from '../../curation/for-you-things.ts';
import type { ForYouNow } from './for-you-now.ts';

export const signalsNeeded = 10;

export interface ThingWords {
  readonly model: TasteModel;
  readonly feedTitle: (id: number) => string | undefined;
  /** The owner of a feed alone; undefined: it is shared with other feeds, or the feed is gone. */
  readonly publisherOf: (feedId: number) => string | undefined;
}

/** undefined: of a feed that is gone, or nothing that a person would name. */
export function thingInWords(feature: string, words: ThingWords): ForYouThing | undefined {
  const kind = thingKind(feature);
  const what = feature.slice(feature.indexOf(':') + 1);
  if (kind === undefined) return undefined;
  const label = kind === 'title' ? words.feedTitle(Number(what)) : kind === 'topic' ? sentenceCase(what) : what;
  if (label === undefined) return undefined;
  return {
    feature,
    kind,
    label,
    feedId: kind === 'title' ? (Number(what) as ForYouThing['feedId']) : null,
    stance: stanceOf(thingWeight(feature, words)),
  };
}

/** A feed counts with its publisher: a reader takes both for one thing. */
export function thingWeight(feature: string, { model, publisherOf }: ThingWords): number {
  const own = model.weight(feature);
  if (!feature.startsWith('feed:')) return own;
  const publisher = publisherOf(Number(feature.slice('feed:'.length)));
  return publisher === undefined ? own : own + model.weight(`publisher:${publisher}`);
}

/** null where nothing good can be said. */
export function whyInWords(
  row: { readonly exploration: boolean; readonly things: readonly Thing[] },
  state: ForYouNow['state'],
  words: ThingWords,
): ForYouWhy | null {
  if (state !== 'learned') return null;
  const things = row.things.flatMap(({ feature }) => thingInWords(feature, words) ?? []);
  if (row.exploration) {
    const full = 'Something different from what you usually read, now and then, so that For you does not narrow.';
    return { text: 'Something different', full, things };
  }
  const [first, second] = things.map((thing) => clause(thing, words));
  if (first === undefined) return null;
  const full = second === undefined ? `${first}.` : `${first}, and ${lowerFirst(second)}.`;
  return { text: first, full, things };
}

function clause(thing: ForYouThing, { model }: ThingWords): string {
  const { kind, label, feature } = thing;
  const isAskedFor = thing.stance === 'more' && model.isByHand(feature);
  if (kind === 'topic') {
    const topic = feature.slice('topic:'.length);
    return isAskedFor ? `You asked for more about ${topic}` : `You have been reading about ${topic}`;
  }
  return isAskedFor ? `You asked for more of ${label}` : `You often read ${label}`;
}

export function stateInWords(state: ForYouNow['state'], positives: number): string {
  if (state === 'off') return 'Newest first.';
  if (state === 'learning') return `Newest first until you have read ${signalsNeeded} articles. ${positives} so far.`;
  return 'Chosen on this computer by what you open, finish and star.';
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
