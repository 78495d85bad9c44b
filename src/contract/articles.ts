/** Articles: rows of a list, the whole article, and the bits a reader sets on them. */
import { z } from 'zod';
import { articleId, cursor, epochMs, feedId, operationId, viewName } from './ids.ts';
import { command, flow, nothing, query } from './method.ts';

export const articleSummary = z.object({
  id: articleId,
  feedId,
  feedTitle: z.string(),
  title: z.string(),
  /** Where the publisher gave no title: how the text begins, a sentence or part of one. Else empty. */
  opening: z.string(),
  /**
   * The publisher’s standfirst, else how the text begins: at most 240 characters, without place and agency or the headline
   * again, up to the end of a sentence or with "…".
   */
  summary: z.string(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  section: z.string().nullable(),
  language: z.string().nullable(),
  /** The publisher's own date; null when the feed gives none that is safe. */
  publishedAt: epochMs.nullable(),
  /** What lists are ordered and headed by: published, else fetched. */
  sortAt: epochMs,
  arrival: z.int(),
  unread: z.boolean(),
  starred: z.boolean(),
  later: z.boolean(),
  /** Address of the lead picture as the publisher has it; the window shows it through /picture. */
  pictureUrl: z.string().nullable(),
  hasAudio: z.boolean(),
  /** How long its sound plays, where the feed says. */
  audioSeconds: z.int().nullable(),
  wordCount: z.int(),
  minutes: z.int(),
  edited: z.boolean(),
  /** Story it belongs to and how many publishers carry that; null when it stands alone. */
  storyId: z.int().nullable(),
  storyPublishers: z.int(),
});
export type ArticleSummary = z.infer<typeof articleSummary>;

const enclosure = z.object({
  url: z.string(),
  mimeType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  durationSeconds: z.number().nullable(),
  title: z.string().nullable(),
});

export const article = articleSummary.extend({
  /** Sanitised HTML. */
  html: z.string(),
  /** Where html came from. */
  textFrom: z.enum(['feed', 'page']),
  hasFullText: z.boolean(),
  /** The feed wants or the person asked for the page's text, and it is not stored yet. */
  fullTextState: z.enum(['none', 'stored', 'failed']),
  fullTextTrouble: z.string().nullable(),
  /** The code of that trouble: a page that asks for consent is another matter than one that is gone. */
  fullTextTroubleCode: z.string().nullable(),
  /** What the feed sent is only how the article begins. */
  isSummary: z.boolean(),
  /** To be fetched when it is opened, as the reader's settings say. */
  wantsFullText: z.boolean(),
  /** How far it was read: blocks of the text that are above the window's edge, and the share of the next one that is. */
  place: z.number().nullable(),
  /** The standfirst apart from the body, plain text. */
  deck: z.string().nullable(),
  picture: z
    .object({
      url: z.string(),
      caption: z.string().nullable(),
      credit: z.string().nullable(),
      alt: z.string().nullable(),
      width: z.int().nullable(),
      height: z.int().nullable(),
    })
    .nullable(),
  direction: z.enum(['ltr', 'rtl', 'auto']),
  updatedAt: epochMs.nullable(),
  firstSeenAt: epochMs,
  guid: z.string().nullable(),
  commentsUrl: z.string().nullable(),
  categories: z.array(z.string()),
  enclosures: z.array(enclosure),
  podcast: z
    .object({
      durationSeconds: z.number().nullable(),
      chaptersUrl: z.string().nullable(),
      transcripts: z.array(
        z.object({ url: z.string(), mimeType: z.string().nullable(), language: z.string().nullable() }),
      ),
    })
    .nullable(),
  revisions: z.int(),
  /** When its publisher last changed it, as far as it was seen. */
  editedAt: epochMs.nullable(),
  siteUrl: z.string().nullable(),
});
export type Article = z.infer<typeof article>;

const changedWords = z.object({ text: z.string(), isChanged: z.boolean() });

const markChange = z.strictObject({
  read: z.boolean().optional(),
  starred: z.boolean().optional(),
  later: z.boolean().optional(),
  hidden: z.boolean().optional(),
});

/** Articles of a view, all that had arrived by a cut-off: later arrivals stay as they are. */
const markScope = z.strictObject({
  view: viewName,
  /** Highest arrival number the reader has seen; absent: everything stored now. */
  upToArrival: z.int().optional(),
  /** Only articles older, or newer, than this one in the list's order (itself not included). */
  olderThan: articleId.optional(),
  newerThan: articleId.optional(),
});

const viewArguments = {
  view: viewName.default('all'),
  /** Only unread ones; `keep` are shown although read (they were read while the list was open). */
  onlyUnread: z.boolean().default(false),
  keep: z.array(articleId).max(2000).default([]),
  order: z.enum(['newest', 'oldest']).default('newest'),
  /** Unread as it was at that moment, at most 30 days back: bits are shown as they were then. */
  asOf: epochMs.optional(),
};

/** A report of a story as its row counts it. */
const storyMember = articleSummary.pick({ id: true, feedId: true, unread: true, starred: true, later: true });
export type StoryMember = z.infer<typeof storyMember>;

const articlePage = z.object({
  articles: z.array(articleSummary),
  /** Where the next page begins; absent at the end. */
  cursor: cursor.optional(),
  /** Articles in the whole list, from the kept counts. */
  total: z.int(),
  unread: z.int(),
  /** Highest arrival number when the page was read. */
  arrival: z.int(),
});

export const articleMethods = {
  'articles.list': query(
    'One page of a view, in order. Go on with the cursor of the page before.',
    z.strictObject({
      ...viewArguments,
      limit: z.int().min(1).max(500).default(50),
      cursor: cursor.optional(),
      /** Begin so that this article is on the page. Ignored with a cursor. */
      around: articleId.optional(),
      /** Begin at this position from the top (a jump of the scroll bar). Ignored with a cursor or around. */
      offset: z.int().min(0).optional(),
      /** One row a story, where the list is of several feeds: its first article stands for all its reports. */
      byStory: z.boolean().optional(),
      /** Only articles that had arrived by then, so that new ones never push the list. */
      upToArrival: z.int().optional(),
    }),
    articlePage.extend({
      /** Position of the page's first article in the whole list. */
      offset: z.int(),
      /** Of the rows that stand for a story: all its reports of the list's feeds, newest first, the row's own among them. */
      stories: z.array(z.object({ head: articleId, members: z.array(storyMember) })).optional(),
    }),
    { reads: ['marks', 'arrivals', 'feeds', 'stories'], isSteady: true },
  ),
  'articles.get': query(
    'The whole article.',
    z.strictObject({ id: articleId, textFrom: z.enum(['feed', 'page']).optional() }),
    article,
    { reads: ['marks', 'arrivals'] },
  ),
  'articles.next': query(
    'The next or previous (unread) article from one in a view, going on into the next feed in the order of the sidebar; null when there is none.',
    z.strictObject({
      ...viewArguments,
      from: articleId.nullable().default(null),
      direction: z.enum(['next', 'previous']).default('next'),
      unread: z.boolean().default(false),
    }),
    z.object({ article: articleSummary.nullable(), view: viewName }),
    { reads: ['marks', 'arrivals', 'feeds'], isSteady: true },
  ),
  'articles.mark': command(
    'Sets or takes bits on the articles named, or on all of a scope. One operation, one undo.',
    z
      .strictObject({
        ids: z.array(articleId).min(1).max(10_000).optional(),
        scope: markScope.optional(),
        set: markChange,
        /** Not the reader's own act but what follows from reading: Undo passes over it. */
        automatic: z.boolean().optional(),
      })
      .refine((input) => (input.ids === undefined) !== (input.scope === undefined), 'Name either ids or a scope.'),
    z.object({ operationId: operationId.nullable(), changed: z.int() }),
    { changes: ['marks'], articles: ({ ids }) => ids, undoable: true },
  ),
  'articles.fullText': flow(
    "Fetches the article's page, takes its text out and keeps it.",
    z.strictObject({
      id: articleId,
      /** Not the reader's own act: the text is kept, and which one is shown stays open. */
      automatic: z.boolean().default(false),
    }),
    article,
    { changes: ['marks'], articles: ({ id }) => [id] },
  ),
  'articles.chooseText': command(
    'Keeps which text of an article is shown from now on.',
    z.strictObject({ id: articleId, from: z.enum(['feed', 'page']) }),
    nothing,
    { changes: ['marks'], articles: ({ id }) => [id] },
  ),
  'articles.revisions': query(
    'Earlier states of an article, newest first, each with what changed since.',
    z.strictObject({ id: articleId }),
    z.array(
      z.object({
        at: epochMs,
        title: z.string(),
        severity: z.enum(['serious', 'wording', 'trifle']),
        counts: z.object({
          headline: z.boolean(),
          numbers: z.int(),
          quotations: z.int(),
          sentences: z.int(),
          added: z.int(),
          removed: z.int(),
          /** Spelling, punctuation and case. */
          small: z.int(),
        }),
        /** Only what changed, sentence by sentence. */
        passages: z.array(
          z.object({
            /** The first is 1; null: the headline. */
            paragraph: z.int().nullable(),
            isSmall: z.boolean(),
            before: z.array(changedWords),
            after: z.array(changedWords),
          }),
        ),
      }),
    ),
    { reads: ['arrivals'], isSteady: true },
  ),
  'counts.get': query(
    'Unread counts of views, folders and feeds, kept as articles change.',
    nothing,
    z.object({
      today: z.object({ unread: z.int(), total: z.int() }),
      all: z.object({ unread: z.int(), total: z.int() }),
      starred: z.int(),
      later: z.int(),
      hidden: z.int(),
      feeds: z.array(z.object({ id: feedId, unread: z.int(), total: z.int() })),
      folders: z.array(z.object({ id: z.int(), unread: z.int(), total: z.int() })),
      searches: z.array(z.object({ id: z.int(), unread: z.int() })),
      arrival: z.int(),
    }),
    { reads: ['marks', 'arrivals', 'feeds', 'searches'] },
  ),
};
