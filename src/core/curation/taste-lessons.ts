/** What teaches For you: what the reader did, what each deed says, and what was changed by hand. */

import type { Features } from './for-you-features.ts';

export type SignalKind =
  | 'starred'
  | 'shared'
  | 'original'
  | 'finished'
  | 'opened'
  | 'bounced'
  | 'skipped'
  | 'hidden'
  | 'less-like-this'
  | 'more-like-this';

/** What each signal says (1 wanted, 0 not) and how loudly. Marking all read says nothing and is not a signal. */
export const lessons: Readonly<Record<SignalKind, { readonly label: 0 | 1; readonly weight: number }>> = {
  starred: { label: 1, weight: 3 },
  shared: { label: 1, weight: 2 },
  original: { label: 1, weight: 2 },
  finished: { label: 1, weight: 2 },
  opened: { label: 1, weight: 1 },
  bounced: { label: 0, weight: 1 }, // opened and back in under five seconds
  skipped: { label: 0, weight: 0.25 }, // on screen, marked read, never opened
  hidden: { label: 0, weight: 4 },
  'less-like-this': { label: 0, weight: 4 },
  'more-like-this': { label: 1, weight: 3 },
};

export const signalKinds = Object.keys(lessons) as readonly SignalKind[];

export type TasteEvent =
  | {
      readonly seq: number;
      readonly kind: SignalKind;
      readonly features: Features;
      /** The reason that more or less was said of, as shown. */
      readonly feature?: string | undefined;
    }
  /** An edit on the profile page: a weight set by hand, which learning no longer moves. */
  | { readonly seq: number; readonly kind: 'set'; readonly feature: string; readonly weight: number }
  /** Never show this: rows with the feature are left out of For you (and of nothing else). */
  | { readonly seq: number; readonly kind: 'mute' | 'unmute'; readonly feature: string }
  /** Forgets one feature, or everything. */
  | { readonly seq: number; readonly kind: 'erase'; readonly feature?: string | undefined };
