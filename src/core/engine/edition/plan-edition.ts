/** Makes the order of Today from the library as it is now: which article stands where, and why. Rows are filled in when it is shown. */
import { dayMs, hourMs } from '../../curation/curation-article.ts';
import { composeEdition, type EditionArticle } from '../../curation/edition.ts';
import type { TasteModel } from '../../curation/for-you-model.ts';
import type { Thing } from '../../curation/for-you-things.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { followedStories, freshRows, type PageRow, rowsOf, seldomRows } from '../../store/articles/page-rows.ts';
import { feedsKeptOut } from '../../store/articles/views.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { lastVisit, newestArrival } from '../../store/stories/edition.ts';
import { storiesFollowed } from '../../store/stories/follows.ts';
import type { Muting, Silenced } from '../stories/mute-view.ts';
import { bestStories, type PublisherTable, type RankedStory } from '../stories/rank-library.ts';
import type { ChosenHeadlines } from '../stories/story-headlines.ts';
import { type PileOf, pilesAmong } from './edition-piles.ts';
import { sumsOf } from './edition-sums.ts';
import { candidatesOfPage, type ForYouNow, forYouNow } from './for-you-now.ts';
import { type DayPicks, picksInTurn } from './today-picks.ts';

export type EditionRange = 'morning' | 'since-visit' | 'day';

export interface PlanRow {
  readonly id: number;
  readonly kind:
    | 'story'
    | 'for-you'
    | 'exploration'
    | 'section'
    | 'starred'
    | 'kept'
    | 'feed-highlight'
    | 'seldom'
    | 'newest';
  readonly text: string;
  readonly features: readonly { readonly feature: string; readonly contribution: number }[];
  /** For you: what its sentence names. */
  readonly things?: readonly Thing[] | undefined;
  /** Set on rows that stand for a story. */
  readonly story?: RankedStory | undefined;
  /** It led, and made room once it was read. */
  readonly hasLed?: true;
}

export interface EditionPlan {
  readonly madeAt: EpochMs;
  readonly range: EditionRange;
  readonly from: EpochMs;
  readonly topState: 'ranked' | 'too-few-sources';
  readonly forYouState: ForYouNow['state'];
  readonly activePublishers: number;
  readonly lead: PlanRow | null;
  readonly top: readonly PlanRow[];
  readonly forYou: readonly PlanRow[];
  readonly sections: readonly {
    readonly name: string;
    readonly total: number;
    readonly rows: readonly PlanRow[];
  }[];
  readonly picks: readonly PlanRow[];
  readonly seldom: readonly PlanRow[];
  readonly fresh: number;
  readonly sinceVisit: number;
  readonly moved: number;
  readonly toldAgain: number;
  readonly muted: readonly ({ readonly id: number } & Silenced)[];
  readonly arrival: number;
}

interface EditionWish {
  readonly now: EpochMs;
  readonly range: EditionRange;
  readonly sections: readonly string[] | undefined;
  readonly isForYouOn: boolean;
  readonly model: TasteModel;
  readonly publishers: PublisherTable;
  readonly muting: Muting;
  readonly picks: DayPicks;
  readonly headlines: Pick<ChosenHeadlines, 'choose'>;
}

const freshRead = 1_200;
const topRead = 30;
const mutedShown = 50;
const behindAll = 3; // what a pile is worth less: more than an article of one publisher can be worth
/** The order in which sections stand until the reader chooses another. */
const sectionNames = ['World', 'Business', 'Technology', 'Science', 'Culture', 'Sport', 'Local'];
/** Where articles stand whose feed and category name no section. */
const elsewhere = 'More';

export function planEdition(db: ReadableDb, wish: EditionWish): EditionPlan {
  const { now, range, publishers, muting } = wish;
  const visit = lastVisit(db);
  const isVisit = range === 'since-visit' && visit !== undefined;
  const from = isVisit ? Math.max(visit.at, now - 7 * dayMs) : now - dayMs;
  // What arrives late carries its own earlier date: since a visit it is the arrival that counts.
  const fresh = freshRows(db, isVisit ? now - 7 * dayMs : from, freshRead);
  const muted = muting.isEmpty ? [] : fresh.flatMap((row) => silencedRow(row, muting));
  const silent = new Set(muted.map(({ id }) => id));
  const sinceVisit = (row: PageRow): boolean => !isVisit || row.arrival > visit.arrival;
  const open = fresh.filter((row) => !silent.has(row.id) && sinceVisit(row));
  const top = bestStories(db, {
    at: now,
    publishers,
    limit: topRead,
    model: wish.isForYouOn ? wish.model : undefined,
    isMuted: ({ id, rows }) =>
      !muting.isEmpty && rows.some((row) => muting.silenced({ ...row, lead: '', storyId: id })),
  });
  const taste = forYouNow(db, {
    ...wish,
    limit: 12,
    inTimeOrder: candidatesOfPage,
    candidates: candidatesOfPage,
    isOn: wish.isForYouOn,
  });
  const followed = storiesFollowed(db);
  const named = wish.headlines.choose(top.stories, now);
  const moving = followedFirst(isVisit ? named.filter(({ numbers }) => numbers.lastJoinedAt >= from) : named, {
    followed,
    visit,
  });
  const rows = collectRows(db, { wish, top: moving, taste, open });
  const edition = composeEdition(rows.parts);
  return {
    madeAt: now,
    range,
    from,
    topState: top.state,
    forYouState: taste.state,
    activePublishers: publishers.active,
    lead:
      edition.lead === null ? null : (rows.of('top', [edition.lead])[0] ?? rows.of('fresh', [edition.lead])[0] ?? null),
    top: rows.of('top', edition.top),
    forYou: rows.of('forYou', edition.forYou),
    sections: edition.sections.map(({ name, total, articles }) => ({
      name,
      total,
      rows: rows.of('fresh', articles),
    })),
    picks: rows.of('picks', edition.picks),
    seldom: rows.of('seldom', edition.seldom),
    ...sumsOf(open, { top: top.stories, followed: followedStories(db, now - 7 * dayMs).union(followed), visit }),
    muted: muted.slice(0, mutedShown),
    arrival: newestArrival(db),
  };
}

/** The lead stays the lead; after it stand the followed stories that somebody added to since the last visit. */
function followedFirst(
  [lead, ...others]: readonly RankedStory[],
  { followed, visit }: { readonly followed: ReadonlySet<number>; readonly visit: { arrival: number } | undefined },
): RankedStory[] {
  if (lead === undefined) return [];
  const hasMoved = ({ id, rows }: RankedStory): boolean =>
    followed.has(id) && rows.some(({ arrival }) => arrival > (visit?.arrival ?? 0));
  return [lead, ...others.filter(hasMoved), ...others.filter((story) => !hasMoved(story))];
}

function silencedRow(row: PageRow, muting: Muting): ({ readonly id: number } & Silenced)[] {
  const silenced = muting.silenced(row);
  return silenced === undefined ? [] : [{ id: row.id, ...silenced }];
}

interface Collected {
  readonly parts: Parameters<typeof composeEdition>[0];
  /** What was planned for these as part of the page that they were taken from: a reason belongs to a place. */
  readonly of: (part: Part, ids: readonly (number | string)[]) => PlanRow[];
}

type Part = 'top' | 'forYou' | 'fresh' | 'picks' | 'seldom';

function collectRows(
  db: ReadableDb,
  about: {
    readonly wish: EditionWish;
    readonly top: readonly RankedStory[];
    readonly taste: ForYouNow;
    readonly open: readonly PageRow[];
  },
): Collected {
  const { wish, top, taste, open } = about;
  const pileOf = pilesAmong(open);
  const onPage = (row: PageRow): EditionArticle => toEditionArticle(row, pileOf);
  const planned = new Map<string, PlanRow>();
  const plan = (part: Part, row: PlanRow): void => void planned.set(`${part} ${row.id}`, row);
  const topRows = rowsOf(
    db,
    top.map(({ numbers }) => Number(numbers.lead)),
  );
  for (const story of top) plan('top', storyRow(story));
  for (const { id, reasons, things, exploration } of taste.rows)
    plan('forYou', { id, kind: exploration ? 'exploration' : 'for-you', text: '', features: reasons, things });
  const keptOut = new Set(feedsKeptOut(db));
  const picked = picksInTurn(wish.picks);
  const highlights = new Set(wish.picks.highlights);
  for (const { id, reason } of picked) plan('picks', pickRow(id, reason));
  const seldom = seldomRows(db, wish.now, 30);
  for (const { articleId, quietDays } of seldom) plan('seldom', seldomRow(articleId, quietDays));
  const worth = open
    .filter((row) => !row.read && row.copyOf === undefined)
    .map((row) => ({ row, value: value(row, wish.now) - (pileOf(row) === undefined ? 0 : behindAll) }))
    .sort((a, b) => b.value - a.value)
    .map(({ row }) => row);
  for (const row of worth) plan('fresh', { id: row.id, kind: 'section', text: sectionText(row), features: [] });
  const names = wish.sections ?? [...sectionNames, elsewhere];
  return {
    of: (part, ids) => ids.flatMap((id) => planned.get(`${part} ${id}`) ?? []),
    parts: {
      top: topRows.map(onPage),
      forYou: taste.rows.flatMap(({ id }) => taste.candidates.get(id) ?? []).map(onPage),
      fresh: worth.map(onPage),
      seldom: unmuted(
        rowsOf(
          db,
          seldom.map(({ articleId }) => articleId),
        ),
        wish.muting,
      ).map(onPage),
      picks: unmuted(
        rowsOf(
          db,
          picked.map(({ id }) => id),
        ),
        wish.muting,
      )
        // Chosen in the morning, before its feed was told to stay out; what the reader starred is theirs.
        .filter(({ id, feedId }) => !(highlights.has(id) && keptOut.has(feedId)))
        .map(onPage),
      sections: names,
    },
  };
}

function unmuted(rows: readonly PageRow[], muting: Muting): PageRow[] {
  return rows.filter((row) => muting.silenced(row) === undefined);
}

function toEditionArticle(row: PageRow, pileOf: PileOf): EditionArticle {
  return {
    id: row.id,
    publisher: row.publisher,
    at: row.at,
    // All of a pile are one story.
    story: pileOf(row) ?? (row.storyId === undefined ? undefined : String(row.storyId)),
    section: row.section ?? elsewhere,
    title: row.title,
    hasPicture: row.hasPicture,
  };
}

/** Who tells it is said when it is shown: by then some may have gone. */
function storyRow(story: RankedStory): PlanRow {
  return { id: Number(story.numbers.lead), kind: 'story', text: '', features: [], story };
}

function pickRow(id: number, reason: ReturnType<typeof picksInTurn>[number]['reason']): PlanRow {
  if (reason === 'starred')
    return { id, kind: 'starred', text: 'You starred this and have not finished it', features: [] };
  if (reason === 'feed-highlight')
    return { id, kind: 'feed-highlight', text: 'The best of this title in two weeks', features: [] };
  return { id, kind: 'kept', text: 'You kept this some weeks ago and never finished it', features: [] };
}

function seldomRow(id: number, quietDays: number | null): PlanRow {
  return { id, kind: 'seldom', text: quietText(quietDays), features: [] };
}

function quietText(days: number | null): string {
  if (days === null) return 'Its first article here';
  // It rarely posts, and today it did more than once.
  if (days === 0) return 'New today';
  return `First article in ${days} ${days === 1 ? 'day' : 'days'}`;
}

function sectionText(row: PageRow): string {
  return row.storyPublishers > 1 ? `${row.storyPublishers} of your sources have it` : `New in ${row.feedTitle}`;
}

/** What makes an article worth a place in its section: others tell it, its title places it high, it is new. */
function value(row: PageRow, now: EpochMs): number {
  const placed = row.position === undefined ? 0 : 0.4 * 2 ** (-row.position / 5);
  const fresh = 2 ** (-Math.max(0, now - row.at) / (12 * hourMs));
  return Math.log(1 + row.storyPublishers) + placed + fresh;
}
