/** Fills the order of an edition with its articles as they are now, so that bits are never old. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import type { StoryNumbersShown } from '../../../contract/stories.ts';
import { minutesToRead } from '../../curation/catch-up.ts';
import type { StoryNumbers } from '../../curation/rank-stories.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { summariesOf } from '../../store/articles/article-rows.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { lastVisit, readAt, unreadCount, unreadWordCounts } from '../../store/stories/edition.ts';
import { storiesFollowed } from '../../store/stories/follows.ts';
import type { HeadlinesOf } from '../stories/story-headlines.ts';
import { sourcesText } from '../stories/story-words.ts';
import { reasonInWords } from './for-you-now.ts';
import { type ThingWords, whyInWords } from './for-you-words.ts';
import type { EditionPlan, PlanRow } from './plan-edition.ts';
import { standingEdition } from './standing-edition.ts';
import { namedAlike, turnedPage } from './turned-page.ts';

const namesShown = 12;
const coverageShown = 3;
const debtSample = 1_000;

interface Showing {
  readonly words: ThingWords;
  readonly nextMorningAt: EpochMs;
  readonly headlinesOf: HeadlinesOf;
}

export function showEdition(
  db: ReadableDb,
  made: EditionPlan,
  { words, nextMorningAt, headlinesOf }: Showing,
): Edition {
  const plan = turnedPage(db, namedAlike(standingEdition(db, made), headlinesOf));
  const show = rowShower(db, plan, words);
  const all = (rows: readonly PlanRow[]): EditionRow[] => rows.flatMap((row) => show(row) ?? []);
  const unread = unreadCount(db);
  const { madeAt, range, from, topState, forYouState, activePublishers, fresh, sinceVisit, moved, toldAgain, arrival } =
    plan;
  return {
    madeAt,
    range,
    from,
    lastVisitAt: lastVisit(db)?.at ?? null,
    nextMorningAt,
    topState,
    forYouState,
    activePublishers,
    lead: plan.lead === null ? null : (show(plan.lead) ?? null),
    leadCoverage: plan.lead === null ? [] : leadCoverage(db, plan.lead),
    top: all(plan.top),
    forYou: all(plan.forYou),
    sections: plan.sections.map(({ name, total, rows }) => ({ name, total, rows: all(rows) })),
    picks: all(plan.picks),
    seldom: all(plan.seldom),
    sums: { unread, fresh, sinceVisit, moved, toldAgain, debtHours: debtHours(db, unread) },
    muted: mutedRows(db, plan),
    arrival,
  };
}

export function showRows(
  db: ReadableDb,
  plan: Pick<EditionPlan, 'forYouState' | 'madeAt'>,
  rows: readonly PlanRow[],
  words: ThingWords,
): EditionRow[] {
  const show = rowShower(db, { ...plan, rows }, words);
  return rows.flatMap((row) => show(row) ?? []);
}

function rowShower(
  db: ReadableDb,
  plan: Pick<EditionPlan, 'forYouState' | 'madeAt'> & (EditionPlan | { readonly rows: readonly PlanRow[] }),
  words: ThingWords,
): (row: PlanRow) => EditionRow | undefined {
  const ids = ('rows' in plan ? plan.rows : rowsOfPlan(plan)).flatMap(({ id, story }) => [id, ...firstOf(story)]);
  const articles = new Map(summariesOf(db, ids).map((article): [number, ArticleSummary] => [article.id, article]));
  const followed = storiesFollowed(db);
  const visit = lastVisit(db);
  return (row) => {
    const article = articles.get(row.id);
    if (article === undefined) return undefined;
    const features = row.features.map((feature) => reasonInWords(feature, words.feedTitle));
    const isTaste = row.kind === 'for-you' || row.kind === 'exploration';
    const taste = isTaste
      ? whyInWords({ exploration: row.kind === 'exploration', things: row.things ?? [] }, plan.forYouState, words)
      : null;
    const text = row.kind === 'story' ? storyReason(row, { article, articles, now: plan.madeAt }) : row.text;
    const kind = isTaste && plan.forYouState !== 'learned' ? 'newest' : row.kind;
    const numbers = row.story === undefined ? null : numbersShown(row.story.numbers);
    const isFollowed = article.storyId !== null && followed.has(article.storyId);
    return {
      article,
      story: storyOf(row),
      why: { kind, text: taste?.text ?? text, features, taste, numbers },
      followed: isFollowed,
      hasLed: row.hasLed === true,
      readAt: row.hasLed === true ? readAt(db, row.id) : null,
      addedSinceVisit: isFollowed && visit !== undefined ? addedSince(row, article, visit.arrival) : 0,
    };
  };
}

/** The one that had it first: its feed's title is named. */
function firstOf(story: PlanRow['story']): number[] {
  return story?.rows.slice(0, 1).map(({ id }) => id) ?? [];
}

interface Told {
  readonly article: ArticleSummary;
  readonly articles: ReadonlyMap<number, ArticleSummary>;
  readonly now: EpochMs;
}

function storyReason({ story }: PlanRow, { article, articles, now }: Told): string {
  if (story === undefined) return `New in ${article.feedTitle}`;
  const first = articles.get(firstOf(story)[0] ?? 0)?.feedTitle ?? story.numbers.firstPublisher;
  return sourcesText(story.numbers, { first, now });
}

function addedSince({ story }: PlanRow, article: ArticleSummary, arrival: number): number {
  return (story?.rows ?? [article]).filter((told) => told.arrival > arrival).length;
}

function rowsOfPlan(plan: EditionPlan): PlanRow[] {
  const sections = plan.sections.flatMap(({ rows }) => rows);
  const lead = plan.lead === null ? [] : [plan.lead];
  return [...lead, ...plan.top, ...plan.forYou, ...sections, ...plan.picks, ...plan.seldom];
}

function storyOf({ story }: PlanRow): EditionRow['story'] {
  if (story === undefined) return null;
  const { id, numbers, rows } = story;
  return {
    id,
    publishers: numbers.publishers,
    names: [...new Set(rows.map(({ publisher }) => publisher))].slice(0, namesShown),
    articles: rows.length,
    copies: numbers.copies,
    firstAt: numbers.firstAt,
    lastAt: rows.at(-1)?.at ?? numbers.firstAt,
  };
}

export function numbersShown(numbers: StoryNumbers): StoryNumbersShown {
  const { score, coverage, fresh, burst, personal, seen, publishersLast3Hours, perPublisher } = numbers;
  return { score, coverage, fresh, burst, personal, seen, publishersLast3Hours, perPublisher: [...perPublisher] };
}

/** Other publishers of the lead's story, near-copies left out, newest first. */
function leadCoverage(db: ReadableDb, lead: PlanRow): ArticleSummary[] {
  const rows = (lead.story?.rows ?? []).filter(({ id, copyOf }) => id !== lead.id && copyOf === undefined).toReversed();
  const own = lead.story?.rows.find(({ id }) => id === lead.id)?.publisher;
  const perPublisher = new Map(rows.filter(({ publisher }) => publisher !== own).map((row) => [row.publisher, row.id]));
  return summariesOf(db, [...perPublisher.values()].slice(0, coverageShown));
}

/** From the newest unread: their mean stands for all. */
function debtHours(db: ReadableDb, unread: number): number {
  const sample = unreadWordCounts(db, debtSample);
  if (sample.length === 0) return 0;
  const minutes = sample.reduce((sum, words) => sum + minutesToRead(words), 0) / sample.length;
  return Math.round(((minutes * unread) / 60) * 10) / 10;
}

function mutedRows(db: ReadableDb, { muted }: EditionPlan): Edition['muted'] {
  const articles = new Map(
    summariesOf(
      db,
      muted.map(({ id }) => id),
    ).map((article): [number, ArticleSummary] => [article.id, article]),
  );
  return muted.flatMap(({ id, muteId, text }) => {
    const article = articles.get(id);
    return article === undefined ? [] : [{ article, muteId, text }];
  });
}
