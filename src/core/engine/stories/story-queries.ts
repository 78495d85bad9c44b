/** What readers answer of stories, mutes and feeds' worth. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { dayMs, hourMs } from '../../curation/curation-article.ts';
import { reportCard } from '../../curation/report-card.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { summariesOf } from '../../store/articles/article-rows.ts';
import { articleWithGuid } from '../../store/articles/article-with-guid.ts';
import { freshRows, isHiddenByHand, rowsOf } from '../../store/articles/page-rows.ts';
import { feedsKeptOut } from '../../store/articles/views.ts';
import { feedSums } from '../../store/feeds/feed-sums.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { mutesInForce } from '../../store/stories/mutes.ts';
import { presentAmong } from '../../store/stories/stories.ts';
import { picksKept } from '../edition/kept-plans.ts';
import { adviceText } from '../edition/report-words.ts';
import { picksOfDay } from '../edition/today-picks.ts';
import { mutingNow } from './mute-view.ts';
import { relatedArticles } from './related-now.ts';
import { storyBoard } from './story-board.ts';

const windowHours = 72;
const countedRows = 3_000;

function listMutes(db: ReadableDb, _input: unknown, now: EpochMs): Result<OutputOf<'mutes.list'>> {
  const mutes = mutesInForce(db, now);
  if (mutes.length === 0) return ok([]);
  const muting = mutingNow(db, now);
  const hiding = new Map<number, number>();
  for (const row of freshRows(db, now - windowHours * hourMs, countedRows)) {
    const silenced = muting.silenced(row);
    if (silenced !== undefined) hiding.set(silenced.muteId, (hiding.get(silenced.muteId) ?? 0) + 1);
  }
  return ok(mutes.map((mute) => ({ ...mute, hiding: hiding.get(mute.id) ?? 0 })));
}

function hiddenReason(
  db: ReadableDb,
  input: ParsedInputOf<'articles.hiddenReason'>,
  now: EpochMs,
): Result<OutputOf<'articles.hiddenReason'>> {
  const [row] = rowsOf(db, [input.id]);
  const [article] = summariesOf(db, [input.id]);
  if (row === undefined || article === undefined)
    return fail('not_found', 'This article is not in the library any more.', { id: input.id });
  const nothing = { muteId: null, shownInstead: null };
  if (isHiddenByHand(db, input.id)) return ok({ ...nothing, reason: 'hidden-by-hand', text: 'You hid this article.' });
  const silenced = mutingNow(db, now).silenced(row);
  if (silenced !== undefined) {
    const reason = silenced.kind === 'story' ? 'muted-story' : 'muted-topic';
    return ok({ ...nothing, reason, text: silenced.text, muteId: silenced.muteId });
  }
  if (row.copyOf !== undefined) {
    const text = 'Another of your sources had this text earlier; that one is shown.';
    return ok({ ...nothing, reason: 'near-copy', text, shownInstead: row.copyOf as ArticleId });
  }
  if (feedsKeptOut(db).includes(row.feedId))
    return ok({ ...nothing, reason: 'feed-kept-out', text: `${row.feedTitle} is set to stay out of Today.` });
  if (row.read) return ok({ ...nothing, reason: 'read', text: 'You have read it.' });
  return ok({ ...nothing, reason: null, text: 'Nothing keeps this article off Today.' });
}

function reportCards(
  db: ReadableDb,
  input: ParsedInputOf<'feeds.reportCard'>,
  now: EpochMs,
): Result<OutputOf<'feeds.reportCard'>> {
  const wanted = input.feedIds === undefined ? undefined : new Set<number>(input.feedIds);
  const cards = feedSums(db, now - input.days * dayMs)
    .filter(({ feedId }) => wanted?.has(feedId) ?? true)
    .map((sums) => {
      // A feed is judged by the days that it was there.
      const followedDays = (now - sums.addedAt) / dayMs;
      const days = Math.min(input.days, Math.max(1, followedDays));
      const card = reportCard({ ...sums, days, followedDays }, now);
      return {
        ...card,
        feedId: sums.feedId as FeedId,
        title: sums.title,
        articles: sums.articles,
        opened: sums.opened,
        starred: sums.starred,
        text: adviceText(card, sums),
      };
    });
  return ok(cards.sort((a, b) => b.perDay - a.perDay));
}

function picks(db: ReadableDb, _input: unknown, now: EpochMs): Result<OutputOf<'edition.picks'>> {
  const day = picksKept(db, now) ?? picksOfDay(db, now);
  // Chosen in the morning: what was unsubscribed from or hidden since is no pick any more.
  const present = presentAmong(db, [...day.starred, ...day.highlights, ...day.lookBack]);
  const shown = (ids: readonly number[]): ArticleSummary[] =>
    summariesOf(
      db,
      ids.filter((id) => present.has(id)),
    );
  return ok({ starred: shown(day.starred), highlights: shown(day.highlights), lookBack: shown(day.lookBack) });
}

function find(db: ReadableDb, input: ParsedInputOf<'articles.find'>): Result<OutputOf<'articles.find'>> {
  const id = articleWithGuid(db, input);
  return id === undefined
    ? fail('not_found', 'No article in the library has this guid. Copy it from what `stories` or `list` prints.')
    : ok({ id: id as ArticleId });
}

export const storyQueries = {
  'articles.find': find,
  'stories.get': storyBoard,
  'mutes.list': listMutes,
  'articles.related': relatedArticles,
  'articles.hiddenReason': hiddenReason,
  'feeds.reportCard': reportCards,
  'edition.picks': picks,
};
