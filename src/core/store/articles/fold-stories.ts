/**
 * One row a story: which articles of a list stand for others of the same event, and which are folded into them. Only
 * stories that something was added to in the last week are looked at, so that the cost does not grow with the archive.
 */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';
import type { View } from './views.ts';

const weekMs = 7 * 86_400_000;
/** The newest; a list that reaches further back shows articles one by one. */
const storiesFolded = 500;
/** A story of hundreds names its newest. */
const membersNamed = 100;

interface FoldedMember {
  readonly id: number;
  readonly feedId: number;
  readonly unread: boolean;
  readonly starred: boolean;
  readonly later: boolean;
}

export interface Folding {
  /** Articles that another row stands for. */
  readonly folded: ReadonlySet<number>;
  /** How many of those the list's kept total counts. */
  readonly foldedInTotal: number;
  /** By the article that stands for them: all reports of the story in these feeds, newest first. */
  readonly stories: ReadonlyMap<number, readonly FoldedMember[]>;
  /** The row that an article is found in. */
  readonly rowOf: (id: number) => number;
}

export const nothingFolded: Folding = {
  folded: new Set(),
  foldedInTotal: 0,
  stories: new Map(),
  rowOf: (id) => id,
};

interface FoldWanted {
  /** The list shows unread ones, and of the others only these. */
  readonly onlyUnread: boolean;
  readonly kept: ReadonlySet<number>;
  readonly newestFirst: boolean;
  readonly upToArrival: number | undefined;
  readonly now: EpochMs;
}

interface MemberRow {
  readonly story_id: number;
  readonly id: number;
  readonly feed_id: number;
  readonly arrival: number;
  readonly unread: number;
  readonly starred: number;
  readonly later: number;
}

/** Cost: one row for each article of the stories looked at. */
export function foldStories(db: ReadableDb, view: View, wanted: FoldWanted): Folding {
  const isOfView = membership(view);
  const upTo = wanted.upToArrival ?? Number.POSITIVE_INFINITY;
  const folded = new Set<number>();
  const stories = new Map<number, readonly FoldedMember[]>();
  const rows = new Map<number, number>();
  let foldedInTotal = 0;
  for (const story of byStory(recentMembers(db, wanted.now))) {
    const members = story.filter((row) => isOfView(row) && row.arrival <= upTo);
    const listed = wanted.onlyUnread ? members.filter((row) => row.unread === 1 || wanted.kept.has(row.id)) : members;
    const head = wanted.newestFirst ? listed[0] : listed.at(-1);
    if (head === undefined || !isOfSeveral(members)) continue;
    for (const { id, unread } of listed) {
      if (id === head.id) continue;
      folded.add(id);
      if (!wanted.onlyUnread || unread === 1) foldedInTotal += 1;
    }
    for (const { id } of members) rows.set(id, head.id);
    stories.set(head.id, members.slice(0, membersNamed).map(toMember));
  }
  return { folded, foldedInTotal, stories, rowOf: (id) => rows.get(id) ?? id };
}

/** Posts of one feed that are alike are no story: its list would shrink to a row. */
function isOfSeveral([first, ...others]: readonly MemberRow[]): boolean {
  return others.some(({ feed_id }) => feed_id !== first?.feed_id);
}

function toMember({ id, feed_id, unread, starred, later }: MemberRow): FoldedMember {
  return { id, feedId: feed_id, unread: unread === 1, starred: starred === 1, later: later === 1 };
}

function membership(view: View): (row: MemberRow) => boolean {
  if (view.kind === 'feeds') {
    const feeds = new Set(view.feedIds);
    return ({ feed_id }) => feeds.has(feed_id);
  }
  const except = new Set(view.exceptFeeds);
  const lowest = view.lowestId ?? 0;
  return ({ id, feed_id }) => id >= lowest && !except.has(feed_id);
}

interface KeptRows {
  readonly version: string;
  readonly rows: readonly MemberRow[];
}

/** Opening a list asks two or three times in a row, and scrolling it again: the rows are read anew once anything was written. */
const keptRows = new WeakMap<ReadableDb, KeptRows>();
const hourMs = 3_600_000;

function recentMembers(db: ReadableDb, now: EpochMs): readonly MemberRow[] {
  const written = db.get<{ others: number; own: number }>(
    'SELECT data_version AS others, total_changes() AS own FROM pragma_data_version',
  );
  const version = `${written?.others} ${written?.own} ${Math.floor(now / hourMs)}`;
  const kept = keptRows.get(db);
  if (kept?.version === version) return kept.rows;
  const rows = readMembers(db, now);
  keptRows.set(db, { version, rows });
  return rows;
}

/** Story by story, in each its newest article first. */
function readMembers(db: ReadableDb, now: EpochMs): readonly MemberRow[] {
  return db.all<MemberRow>(
    // CROSS JOIN: the few stories come first, and not all articles that have one
    `SELECT a.story_id, a.id, s.feed_id, s.arrival, s.unread, s.starred, s.later
     FROM (SELECT id FROM story WHERE last_at >= :since ORDER BY last_at DESC LIMIT ${storiesFolded}) AS st
     CROSS JOIN article AS a INDEXED BY article_story ON a.story_id = st.id
     CROSS JOIN article_status AS s ON s.article_id = a.id
     WHERE a.story_id IS NOT NULL AND s.present = 1 AND s.hidden = 0
     ORDER BY a.story_id, a.id DESC`,
    { since: now - weekMs },
  );
}

function* byStory(rows: readonly MemberRow[]): Generator<readonly MemberRow[]> {
  let story: MemberRow[] = [];
  for (const row of rows) {
    if (story[0] !== undefined && story[0].story_id !== row.story_id) {
      yield story;
      story = [];
    }
    story.push(row);
  }
  if (story.length > 0) yield story;
}
