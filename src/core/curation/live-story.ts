/** What grouping tells the rest of the product: stories as they stand, and what to store. */

import type { EpochMs } from '../lib/clock.ts';
import type { ArticleKey } from './curation-article.ts';
import type { Story } from './story.ts';
import type { StoryConstraint } from './story-constraints.ts';
import type { Renaming } from './story-names.ts';

/** A story as it stands. `articles` in order of time. */
export interface LiveStory {
  readonly id: string;
  readonly language: string;
  readonly articles: readonly ArticleKey[];
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
}

/** What to store since the last call: where articles went, and which ids now mean another story. */
export interface StoryChanges {
  readonly placed: readonly { readonly article: ArticleKey; readonly story: string }[];
  readonly renamed: readonly Renaming[];
}

export interface RememberedStories {
  readonly constraints?: readonly StoryConstraint[];
  readonly renamed?: readonly Renaming[];
}

export function live(story: Story): LiveStory {
  const articles = story.members.toSorted((a, b) => a.at - b.at).map((member) => member.article);
  return { id: story.id, language: story.language, articles, firstAt: story.firstAt, lastAt: story.lastAt };
}
