/** For you: a small model of the reader's taste, kept on this computer, that can be opened, edited, exported and erased. */
import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { epochMs, feedId } from './ids.ts';
import { command, nothing, story } from './method.ts';

/** off: the switch is off, so plain time order; learning: too few signals, so time order; learned: ranked by taste. */
export const forYouState = z.enum(['off', 'learning', 'learned']);

/** `kind:what`, as `feed:12`, `publisher:courier.example`, `section:Science`, `author:…`, `term:tide`, `length:long`. */
const featureName = z.string().min(1).max(300);

export const forYouReason = z.object({
  /** What reading.record takes as `feature`, and forYou.editFeature. */
  feature: featureName,
  /** What a person reads: "Signal & Circuit", "the word tide". */
  label: z.string(),
  /** Above 0 speaks for the article, below against it. */
  contribution: z.number(),
  /** "You often read Signal & Circuit" */
  text: z.string(),
});
export type ForYouReason = z.infer<typeof forYouReason>;

export const tasteStance = z.enum(['more', 'normal', 'less']);
export type TasteStance = z.infer<typeof tasteStance>;

/** Something that a reader can want more or less of, named as people name it. */
const forYouThing = z.object({
  /** What forYou.editFeature and forYou.erase take. */
  feature: featureName,
  kind: z.enum(['title', 'author', 'section', 'topic']),
  /** "Night trains", "Hallmouth", "Harbour Courier". */
  label: z.string(),
  /** Whose tile stands before it: of a title alone. */
  feedId: feedId.nullable(),
  /** As it counts now, learnt or set by the reader. */
  stance: tasteStance,
});
export type ForYouThing = z.infer<typeof forYouThing>;

/** Why an article is among For you, as a person would say it: no number, no weight. */
export const forYouWhy = z.object({
  /** One short sentence: "You have been reading about night trains". */
  text: z.string(),
  /** The same in full. */
  full: z.string(),
  /** The one or two things that it names. */
  things: z.array(forYouThing),
});
export type ForYouWhy = z.infer<typeof forYouWhy>;

const forYouRow = z.object({
  article: articleSummary,
  score: z.number(),
  /** The three that moved it most, either way; fewer when fewer say anything. */
  reasons: z.array(forYouReason),
  /** Something different: chosen because little is known of it. */
  exploration: z.boolean(),
  /** null: nothing good can be said. */
  why: forYouWhy.nullable(),
});
export type ForYouRow = z.infer<typeof forYouRow>;

const profileFeature = z.object({
  feature: featureName,
  kind: z.string(),
  label: z.string(),
  weight: z.number(),
  /** Rows with it are left out of For you, and of nothing else. */
  muted: z.boolean(),
  /** Set by the person: learning no longer moves it. */
  byHand: z.boolean(),
});

const profileChip = forYouThing.extend({ muted: z.boolean() });
export type ProfileChip = z.infer<typeof profileChip>;

/** Names what was changed, for forYou.takeBack. */
const tasteChange = z.object({ changes: z.array(z.int()) });

export const forYouMethods = {
  'forYou.list': story(
    'Unread articles in the order of the reader’s taste, each with its reasons; in time order while it is off or still learning.',
    z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    z.object({
      state: forYouState,
      /** Signals of liking so far, and how many it takes. */
      positives: z.int(),
      needed: z.int(),
      /** What the page says of its state. */
      text: z.string(),
      rows: z.array(forYouRow),
    }),
    { reads: ['arrivals', 'stories'], isSteady: true },
  ),
  'forYou.profile': story(
    'The whole model, strongest first.',
    z.strictObject({ limit: z.int().min(1).max(20_000).default(200) }),
    z.object({
      state: forYouState,
      positives: z.int(),
      /** Signals kept in the log, and the oldest of them. */
      signals: z.int(),
      since: epochMs.nullable(),
      /** Features in the whole model. */
      total: z.int(),
      features: z.array(profileFeature),
      /** What a reader would know again, strongest first: sections stand among the topics, feed and publisher are one title. */
      topics: z.array(profileChip),
      titles: z.array(profileChip),
      authors: z.array(profileChip),
    }),
    { reads: ['marks', 'stories'] },
  ),
  'forYou.editFeature': command(
    'Sets the weight of one feature by hand, mutes it in For you, or lets it be learned again (weight null).',
    z
      .strictObject({
        feature: featureName,
        weight: z.number().min(-5).max(5).nullable().optional(),
        muted: z.boolean().optional(),
        /** More, normal or less of it, from now on: a feed's own publisher goes with it. */
        stance: tasteStance.optional(),
      })
      .refine(
        (input) => input.weight !== undefined || input.muted !== undefined || input.stance !== undefined,
        'Say a weight, a stance or muted.',
      ),
    tasteChange,
    { changes: ['stories'] },
  ),
  'forYou.erase': command(
    'Forgets one feature, or everything that was learned. Taken back within a day; what was forgotten whole is deleted after that.',
    z.strictObject({ feature: featureName.optional() }),
    tasteChange,
    { changes: ['stories'] },
  ),
  'forYou.takeBack': command(
    'Takes back what an edit or an erase changed. What is deleted for good by then stays so.',
    z.strictObject({ changes: z.array(z.int()).min(1).max(20) }),
    nothing,
    { changes: ['stories'] },
  ),
  'forYou.export': story(
    'The whole model and the signals that it was taught by, as one JSON text.',
    nothing,
    z.object({ fileName: z.string(), text: z.string() }),
    { reads: ['marks', 'stories'], isSteady: true },
  ),
};
