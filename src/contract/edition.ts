/** Today: a finite front page made on this computer, what fits into some minutes, and ways out of a pile of unread. */
import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { forYouReason, forYouState, forYouWhy } from './for-you.ts';
import { epochMs, feedId, operationId } from './ids.ts';
import { command, nothing, query, story } from './method.ts';
import { storyId, storyNumbers } from './stories.ts';

/** Why a row is where it is: a word for the program, a sentence for the person, and what it rests on. */
const rowReason = z.object({
  kind: z.enum(['story', 'for-you', 'exploration', 'section', 'starred', 'kept', 'feed-highlight', 'seldom', 'newest']),
  text: z.string(),
  /** For you: the three that moved it most. */
  features: z.array(forYouReason),
  /** For you: its sentence; null where nothing good can be said, and for all other rows. */
  taste: forYouWhy.nullable(),
  /** A story: the numbers behind its rank. */
  numbers: storyNumbers.nullable(),
});

const editionRow = z.object({
  article: articleSummary,
  /** The story it stands for; null when it is told by nobody else. */
  story: z
    .object({
      id: storyId,
      publishers: z.int(),
      /** Names of the publishers, first to tell it first; at most 12. */
      names: z.array(z.string()),
      articles: z.int(),
      copies: z.int(),
      firstAt: epochMs,
      lastAt: epochMs,
    })
    .nullable(),
  why: rowReason,
  /** Of a story that the reader follows by hand. */
  followed: z.boolean(),
  /** Articles of the followed story since the page was last left; 0 for others. */
  addedSinceVisit: z.int(),
  /** A story that led, and made room once it was read. */
  hasLed: z.boolean(),
  /** When that one was opened; null for others, and for one that was marked read without it. */
  readAt: epochMs.nullable(),
});
export type EditionRow = z.infer<typeof editionRow>;

const editionRange = z.enum(['morning', 'since-visit', 'day']);

const edition = z.object({
  /** When its order was made; rows carry their present bits. */
  madeAt: epochMs,
  range: editionRange,
  /** What the range reaches back to. */
  from: epochMs,
  /** When the page was last left; null before the first visit: then nothing is "since your last visit". */
  lastVisitAt: epochMs.nullable(),
  /** When the next morning edition is made. */
  nextMorningAt: epochMs,
  /** too-few-sources: there are top stories only from 4 publishers on. */
  topState: z.enum(['ranked', 'too-few-sources']),
  forYouState,
  activePublishers: z.int(),
  lead: editionRow.nullable(),
  /** Up to three others of the lead's story. */
  leadCoverage: z.array(articleSummary),
  top: z.array(editionRow),
  forYou: z.array(editionRow),
  sections: z.array(
    z.object({
      name: z.string(),
      rows: z.array(editionRow),
      /** New articles of the section, shown or not. */
      total: z.int(),
    }),
  ),
  picks: z.array(editionRow),
  seldom: z.array(editionRow),
  sums: z.object({
    unread: z.int(),
    /** New in the range. */
    fresh: z.int(),
    /** New since the page was last left; equal to fresh before the first visit. */
    sinceVisit: z.int(),
    /** Stories of the reader (followed, opened, starred) that got a new publisher since the last visit. */
    moved: z.int(),
    /** Articles that tell a story again which the page tells once. */
    toldAgain: z.int(),
    /** Hours that all unread would take. */
    debtHours: z.number(),
  }),
  /** What mutes keep off the page now, newest first, at most 50. */
  muted: z.array(z.object({ article: articleSummary, muteId: z.int(), text: z.string() })),
  /** Highest arrival that the page knows of: give it to edition.visited. */
  arrival: z.int(),
});
export type Edition = z.infer<typeof edition>;

const reportCard = z.object({
  feedId,
  title: z.string(),
  articles: z.int(),
  perDay: z.number(),
  opened: z.int(),
  openedShare: z.number(),
  /** Of those opened. */
  finishedShare: z.number(),
  starred: z.int(),
  /** Near-copies of what another publisher had earlier. */
  copiedShare: z.number(),
  editedShare: z.number(),
  daysSinceLast: z.int().nullable(),
  advice: z.enum(['keep', 'cap-at-3-a-day', 'unsubscribe', 'gone-quiet', 'too-early']),
  /** "You opened 2 of 412. Unsubscribe, or cap it at 3 a day?" */
  text: z.string(),
});
export type ReportCard = z.infer<typeof reportCard>;

export const editionMethods = {
  'edition.get': story(
    'Today. Made anew when what it rests on changed, else as it was.',
    z.strictObject({
      range: editionRange.default('day'),
      /** Sections in the reader’s order, hidden ones left out. Absent: all seven. */
      sections: z.array(z.string().max(100)).max(30).optional(),
    }),
    edition,
    { reads: ['arrivals', 'stories'], isSteady: true },
  ),
  'edition.catchUp': story(
    'The day’s lead, and the most worth reading that fits into some minutes: few articles, one a story.',
    z.strictObject({ minutes: z.int().min(1).max(240).optional() }),
    z.object({ budgetMinutes: z.int(), minutes: z.number(), rows: z.array(editionRow) }),
    { reads: [] },
  ),
  'edition.visited': command(
    'The page was left: what arrives later is new since the last visit.',
    z.strictObject({ arrival: z.int() }),
    nothing,
    { changes: [] },
  ),
  'feeds.reportCard': query(
    'What each feed was worth: how much it sent, how much of it was read, and what to do about it. Loudest first.',
    z.strictObject({
      feedIds: z.array(feedId).max(10_000).optional(),
      days: z.int().min(7).max(365).default(90),
    }),
    z.array(reportCard),
    { reads: ['marks', 'arrivals', 'feeds'], isSteady: true },
  ),
  'reading.declareBankruptcy': command(
    'Marks all unread as read, but for what is newer than some days. Stars and Read later stay. One undo takes it back.',
    z.strictObject({ keepDays: z.int().min(0).max(3650).default(1) }),
    z.object({ operationId: operationId.nullable(), changed: z.int(), hours: z.number(), kept: z.int() }),
    { changes: ['marks'], undoable: true },
  ),
  'edition.picks': query(
    'Picks of today, fixed until tomorrow: starred and unfinished, each feed’s own highlights, and what was kept but never finished.',
    nothing,
    z.object({
      starred: z.array(articleSummary),
      highlights: z.array(articleSummary),
      lookBack: z.array(articleSummary),
    }),
    { reads: ['marks', 'arrivals', 'stories'], isSteady: true },
  ),
};
