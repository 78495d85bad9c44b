/** For you as the window shows it: unread candidates of two weeks, ranked by the model, with reasons in words. */
import type { ForYouReason } from '../../../contract/for-you.ts';
import { dayMs, hourMs } from '../../curation/curation-article.ts';
import { composeForYou, type ForYouCandidate, type ForYouRow } from '../../curation/for-you.ts';
import type { TasteModel } from '../../curation/for-you-model.ts';
import type { Thing } from '../../curation/for-you-things.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { factsOf } from '../../store/articles/article-facts.ts';
import { type PageRow, unreadRows } from '../../store/articles/page-rows.ts';
import type { ReadableDb } from '../../store/handles.ts';
import type { Muting } from '../stories/mute-view.ts';
import type { PublisherTable } from '../stories/rank-library.ts';
import { featureLabel, featureText } from '../stories/story-words.ts';

const reachDays = 14;
/** Newest unread that are looked at: 0.2 ms each. */
export const candidatesOfPage = 120;
export const candidatesOfList = 400;

interface ForYouWish {
  readonly now: EpochMs;
  readonly limit: number;
  /** Rows where nothing is chosen by taste, `limit` unless set: a page that takes one of each story needs to see more. */
  readonly inTimeOrder?: number;
  readonly candidates: number;
  readonly isOn: boolean;
  readonly model: TasteModel;
  readonly publishers: PublisherTable;
  readonly muting: Muting;
}

export interface ForYouNow {
  readonly state: 'off' | 'learning' | 'learned';
  readonly positives: number;
  readonly rows: readonly {
    readonly id: number;
    readonly score: number;
    readonly reasons: readonly { readonly feature: string; readonly contribution: number }[];
    readonly things: readonly Thing[];
    readonly exploration: boolean;
  }[];
  readonly candidates: ReadonlyMap<number, PageRow>;
}

export function forYouNow(db: ReadableDb, wish: ForYouWish): ForYouNow {
  const { now, limit, inTimeOrder = limit, model, muting } = wish;
  const unread = unreadRows(db, now - reachDays * dayMs, wish.candidates).filter(
    (row) => row.copyOf === undefined && muting.silenced(row) === undefined,
  );
  const candidates = new Map(unread.map((row) => [row.id, row]));
  if (!wish.isOn) {
    const rows = unread
      .slice(0, inTimeOrder)
      .map(({ id }) => ({ id, score: 0, reasons: [], things: [], exploration: false }));
    return { state: 'off', positives: model.positives, rows, candidates };
  }
  const facts = new Map(
    factsOf(
      db,
      unread.map(({ id }) => id),
    ).map((article) => [article.id, article]),
  );
  const list = composeForYou(
    unread.flatMap((row): ForYouCandidate[] => {
      const article = facts.get(row.id);
      if (article === undefined) return [];
      const story = row.storyId === undefined ? undefined : String(row.storyId);
      return [{ article, story, storyPublishers: row.storyPublishers, prior: priorOf(row, wish) }];
    }),
    model,
    { now, limit, inTimeOrder },
  );
  return { state: list.kind, positives: list.positives, rows: list.rows.map(toRow), candidates };
}

function toRow({ article, score, reasons, things, exploration }: ForYouRow): ForYouNow['rows'][number] {
  return { id: Number(article), score, reasons, things, exploration };
}

/** What the page thinks of it without knowing the reader: told by many, from a quiet title, new. 0 to 1. */
function priorOf(row: PageRow, { now, publishers }: ForYouWish): number {
  const told = 1 - 1 / Math.max(1, row.storyPublishers);
  const quiet = 1 / (1 + (publishers.facts.get(row.publisher)?.perDay ?? 0) / 5);
  const fresh = 2 ** (-Math.max(0, now - row.at) / (12 * hourMs));
  return 0.4 * told + 0.25 * quiet + 0.35 * fresh;
}

export function reasonInWords(
  { feature, contribution }: { readonly feature: string; readonly contribution: number },
  feedTitle: (id: number) => string | undefined,
): ForYouReason {
  const label = featureLabel(feature, feedTitle);
  return { feature, label, contribution, text: featureText(feature, label, contribution) };
}
