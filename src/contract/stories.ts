/** Stories: articles of several publishers about one event. Who tells it, why they are one, and the reader's own word on it. */
import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { articleId, epochMs, operationId } from './ids.ts';
import { command, flow, nothing, query, story } from './method.ts';

/** The number of a story. Ids of stories that were merged since stay good. */
export const storyId = z.int();

/** Why an article is in its story: the words that joined it, and how far apart in time. */
const groupingReason = z.object({
  shares: z.array(z.string()),
  hoursApart: z.number(),
  /** Likeness to the rest of the story, 0 to 1. */
  likeness: z.number(),
  /** "shares harbour, levy, eleven ports; 3 h apart" */
  text: z.string(),
});

/** Every number behind a story's place. score = ln(1 + coverage) x fresh x burst x personal x seen. */
export const storyNumbers = z.object({
  score: z.number(),
  coverage: z.number(),
  fresh: z.number(),
  burst: z.number(),
  personal: z.number(),
  seen: z.number(),
  publishersLast3Hours: z.int(),
  perPublisher: z.array(
    z.object({
      publisher: z.string(),
      firstAt: epochMs,
      trust: z.number(),
      placement: z.number(),
      copyWeight: z.number(),
      vote: z.number(),
    }),
  ),
});
export type StoryNumbersShown = z.infer<typeof storyNumbers>;

const storySummary = z.object({
  id: storyId,
  score: z.number(),
  /** "6 of your sources, first 09:40 courier.example; grouped: shares harbour, levy, 3 h apart" */
  reason: z.string(),
  /** Distinct owners, not feeds. */
  publishers: z.int(),
  firstAt: epochMs,
  lastAt: epochMs,
  /** The one to show first. */
  lead: articleId,
  /** In order of time. */
  articles: z.array(
    z.object({
      id: articleId,
      guid: z.string(),
      feedUrl: z.string(),
      title: z.string(),
      publisher: z.string(),
      at: epochMs,
      /** A near-copy: the article that is shown in its place, by its guid. */
      copyOf: z.string().optional(),
    }),
  ),
});
export type StorySummary = z.infer<typeof storySummary>;

const coverageRow = z.object({
  article: articleSummary,
  publisher: z.string(),
  at: epochMs,
  isFirst: z.boolean(),
  /** null for the story's only article. */
  reason: groupingReason.nullable(),
  /** The same for people: "It names Skarvik, as Quay Courier does, and came within an hour of its report." */
  why: z.string().nullable(),
  /** The first sentence that no earlier report has; null: it adds nothing. */
  newHere: z.string().nullable(),
  /** Names, figures and terms that no other publisher of the story has. Empty for near-copies. */
  onlyHere: z.array(z.string()),
  /** A near-copy: the article that is shown in its place. With nothing new it is word for word the same. */
  copyOf: articleId.nullable(),
  /** The latest change of a figure in its text since it was first seen. */
  correction: z
    .object({
      at: epochMs,
      /** The words before it in its sentence: "the sum is". */
      lead: z.string(),
      before: z.string(),
      after: z.string(),
    })
    .nullable(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

/** A fact that the reports give differently, in words that they share. */
const difference = z.object({
  /** "Fire killed" */
  label: z.string(),
  /** The latest to be told first. */
  sides: z.array(z.object({ value: z.string(), articles: z.array(articleId) })),
});

export const storyBoard = z.object({
  id: storyId,
  lead: articleSummary,
  section: z.string().nullable(),
  reason: z.string(),
  first: z.object({ id: articleId, publisher: z.string(), at: epochMs }),
  lastAt: epochMs,
  /** "14 of your 42 sources": owners that have it, out of the owners that brought anything in the last weeks. */
  covering: z.int(),
  outOf: z.int(),
  unread: z.int(),
  /** Newest first. */
  rows: z.array(coverageRow),
  /** At most five; empty where nothing is known to differ. */
  differences: z.array(difference),
  byPublisher: z.array(z.object({ publisher: z.string(), articles: z.int(), firstAt: epochMs })),
  bySection: z.array(z.object({ section: z.string(), publishers: z.int() })),
  /** Even steps of time from first to last. */
  timeline: z.array(z.object({ from: epochMs, articles: z.int(), newPublishers: z.int() })),
  numbers: storyNumbers,
  /** Earlier in your archive: other stories, by text. */
  earlier: z.array(articleSummary),
  /** Set while the story is muted. */
  mutedUntil: epochMs.nullable(),
  /** The reader follows it: what others add is marked on Today. */
  followed: z.boolean(),
});
export type StoryBoard = z.infer<typeof storyBoard>;

const regrouped = z.object({
  operationId,
  /** The story that keeps the id. */
  storyId,
  /** The story of what was taken out; null after a merge. */
  newStoryId: storyId.nullable(),
});

const mute = z.object({
  id: z.int().positive(),
  kind: z.enum(['story', 'topic']),
  storyId: storyId.nullable(),
  /** The headline of the story, or the words of the topic. */
  label: z.string(),
  madeAt: epochMs,
  /** null: for good. */
  until: epochMs.nullable(),
  /** Articles of the last 72 hours that it keeps off the front page now. */
  hiding: z.int(),
});
export type Mute = z.infer<typeof mute>;

const muteChanged = z.object({ operationId, muteId: z.int().positive() });

export const storyMethods = {
  'stories.list': story(
    'Stories, best first: the top stories that Today ranks, or with `all` every story of the window, single articles too. Waits until what is stored is grouped.',
    z.strictObject({
      all: z.boolean().default(false),
      /** As of a moment: only what had appeared by then. Absent: now. */
      at: epochMs.optional(),
      /** How far back the window reaches; null: to the beginning. */
      windowHours: z.number().positive().nullable().default(72),
      limit: z.int().min(1).max(1_000_000).default(100),
    }),
    z.object({
      stories: z.array(storySummary),
      /** too-few-sources: add more sources to see top stories. */
      state: z.enum(['ranked', 'too-few-sources']),
      activePublishers: z.int(),
    }),
    { reads: ['stories'] },
  ),
  'stories.get': query(
    'One story with all its coverage, and the numbers behind its place.',
    z.strictObject({ id: storyId }),
    storyBoard,
    { reads: ['stories'] },
  ),
  'stories.split': flow(
    'Takes articles out of a story into one of their own. Remembered.',
    z.strictObject({ id: storyId, articles: z.array(articleId).min(1).max(1000) }),
    regrouped,
    { changes: ['stories'], undoable: true },
  ),
  'stories.merge': flow(
    'Says that two stories are one. Remembered.',
    z.strictObject({ id: storyId, with: storyId }),
    regrouped,
    { changes: ['stories'], undoable: true },
  ),
  'stories.notThis': flow(
    'Says that an article does not belong to the story it is in. Remembered.',
    z.strictObject({ articleId }),
    regrouped,
    { changes: ['stories'], undoable: true },
  ),
  'stories.mute': command(
    'Keeps a story (usually for 7 days) or a topic (for good) off Today, the stories and For you. Lists and searches show it as ever.',
    z
      .strictObject({
        id: storyId.optional(),
        /** Words, all of which a headline or its lead must hold, in any order and form. */
        topic: z.string().trim().min(2).max(200).optional(),
        /** null: for good. Absent: 7 days for a story, for good for a topic. */
        days: z.int().min(1).max(3650).nullable().optional(),
      })
      .refine((input) => (input.id === undefined) !== (input.topic === undefined), 'Name either a story or a topic.'),
    muteChanged,
    { changes: ['stories'], undoable: true },
  ),
  'stories.follow': command(
    'Follows a story, or no longer: what is told of it since the last visit is marked on Today and stands before other top stories.',
    z.strictObject({ id: storyId, followed: z.boolean() }),
    /** null: it was so already. */
    z.object({ operationId: operationId.nullable() }),
    { changes: ['stories'], undoable: true },
  ),
  'mutes.list': query('What is muted, newest first.', nothing, z.array(mute), { reads: ['stories'] }),
  'mutes.remove': command(
    'Lets a muted story or topic be seen again.',
    z.strictObject({ id: z.int().positive() }),
    muteChanged,
    { changes: ['stories'], undoable: true },
  ),
  'articles.related': query(
    'What to read with an article: its own story told by others, then related articles of the archive. Nothing rather than weak matches.',
    z.strictObject({ id: articleId, limit: z.int().min(1).max(20).default(5) }),
    z.object({
      /** The same story told by others, earliest first: the likest of it, other publishers before the same one, near-copies left out. */
      inStory: z.array(articleSummary),
      related: z.array(z.object({ article: articleSummary, at: epochMs, score: z.number() })),
    }),
    { reads: ['stories'] },
  ),
  'articles.find': query(
    'The newest article with this guid (or, where its feed gives none, this address).',
    z.strictObject({ guid: z.string().min(1).max(8000), feedUrl: z.string().max(8000).optional() }),
    z.object({ id: articleId }),
    { reads: ['arrivals'] },
  ),
  'articles.hiddenReason': query(
    'Why an article is not on Today or in For you, in words; reason is null when nothing keeps it off.',
    z.strictObject({ id: articleId }),
    z.object({
      reason: z
        .enum(['hidden-by-hand', 'muted-story', 'muted-topic', 'muted-feature', 'near-copy', 'feed-kept-out', 'read'])
        .nullable(),
      text: z.string(),
      muteId: z.int().nullable(),
      /** The article shown in place of a near-copy. */
      shownInstead: articleId.nullable(),
    }),
    { reads: ['stories'] },
  ),
};
