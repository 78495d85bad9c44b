/** What a reader silenced: one story for some days, or a topic for good. Nothing vanishes without a reason that can be seen. */

import type { EpochMs } from '../lib/clock.ts';
import { splitWords } from './split-words.ts';
import { stemEnglish } from './stem-english.ts';

export const storyMuteDays = 7;

export type Mute =
  | { readonly id: string; readonly kind: 'story'; readonly story: string; readonly until: EpochMs }
  /** All words of the topic in title or lead, in any order and form. */
  | { readonly id: string; readonly kind: 'topic'; readonly words: string };

export interface MutableArticle {
  readonly title: string;
  readonly lead: string;
  readonly story?: string | undefined;
}

export interface MuteReason {
  readonly mute: string;
  readonly kind: Mute['kind'];
  /** For a topic: the words that matched. For a story: nothing more than its id. */
  readonly because: string;
  readonly until?: EpochMs;
}

/** The first mute that silences this article now, or undefined. `resolve` follows ids of stories that were merged. */
export function mutedBecause(
  article: MutableArticle,
  mutes: readonly Mute[],
  { now, resolve = (story) => story }: { readonly now: EpochMs; readonly resolve?: (story: string) => string },
): MuteReason | undefined {
  let stems: Set<string> | undefined;
  for (const mute of mutes) {
    if (mute.kind === 'story') {
      if (article.story !== undefined && now < mute.until && resolve(mute.story) === resolve(article.story)) {
        return { mute: mute.id, kind: 'story', because: mute.story, until: mute.until };
      }
      continue;
    }
    stems ??= new Set(stemsOf(`${article.title}\n${article.lead}`));
    const wanted = stemsOf(mute.words);
    if (wanted.length > 0 && wanted.every((stem) => stems?.has(stem) === true)) {
      return { mute: mute.id, kind: 'topic', because: mute.words };
    }
  }
  return undefined;
}

function stemsOf(text: string): string[] {
  return splitWords(text).map((word) => stemEnglish(word.text));
}
