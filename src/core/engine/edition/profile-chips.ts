/** The profile as its reader would know it again: topics, titles and authors, each with where it stands. */
import type { ProfileChip } from '../../../contract/for-you.ts';
import { isKnown } from '../../curation/for-you-things.ts';
import { type ThingWords, thingInWords, thingWeight } from './for-you-words.ts';

/** In each group; nobody reads more. */
const chipsMost = 500;
const leastShown = 0.05; // a weaker one is noise, unless it was set by hand

export interface ProfileChips {
  readonly topics: ProfileChip[];
  readonly titles: ProfileChip[];
  readonly authors: ProfileChip[];
}

/** What was set by hand first, then the strongest either way. A sweep of the whole model: about 1 ms for 1,000 features. */
export function profileChips(words: ThingWords): ProfileChips {
  const { model } = words;
  const chips = model.profile().flatMap(({ feature, muted }) => {
    const isByHand = model.isByHand(feature) || muted;
    const weight = thingWeight(feature, words);
    if (!isByHand && (Math.abs(weight) < leastShown || !isKnown(feature, model))) return [];
    const thing = thingInWords(feature, words);
    return thing === undefined ? [] : [{ chip: { ...thing, muted }, rank: Math.abs(weight) + (isByHand ? 10 : 0) }];
  });
  chips.sort((a, b) => b.rank - a.rank || (a.chip.label < b.chip.label ? -1 : 1));
  const of = (...kinds: readonly ProfileChip['kind'][]): ProfileChip[] =>
    chips
      .filter(({ chip }) => kinds.includes(chip.kind))
      .slice(0, chipsMost)
      .map(({ chip }) => chip);
  return { topics: of('topic', 'section'), titles: of('title'), authors: of('author') };
}
