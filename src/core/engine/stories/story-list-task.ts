/** Stories as a list: the top stories of Today, or every story of the window with its reason. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { StorySummary } from '../../../contract/stories.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { getSettings } from '../../store/settings.ts';
import { type KeptReason, reasonsKept } from '../../store/stories/ranking-rows.ts';
import { mutingNow } from './mute-view.ts';
import { bestStories, everyStory, publisherTable, type RankedStory } from './rank-library.ts';
import { withHeadline } from './story-headlines.ts';
import type { StoryRoom } from './story-room.ts';
import { storyText } from './story-words.ts';

export function storyListTask(
  room: StoryRoom,
  input: ParsedInputOf<'stories.list'>,
  now: EpochMs,
): Result<OutputOf<'stories.list'>> {
  const { db } = room;
  const at = input.at ?? now;
  const publishers = input.at === undefined ? room.publishers(now) : publisherTable(db, at, room.taste.model);
  if (input.all) {
    const stories = everyStory(db, { at, windowHours: input.windowHours, publishers }).slice(0, input.limit);
    return ok({ stories: toSummaries(room, stories, at), state: 'ranked', activePublishers: publishers.active });
  }
  const muting = mutingNow(db, now);
  const { state, stories } = bestStories(db, {
    at,
    publishers,
    limit: input.limit,
    model: getSettings(db).forYou ? room.taste.model : undefined,
    isMuted: ({ id, rows }) =>
      !muting.isEmpty && rows.some((row) => muting.silenced({ ...row, lead: '', storyId: id }) !== undefined),
  });
  const known = room.headlines.of(stories.map(({ id }) => id));
  const named = stories.map((story) => withHeadline(story, known.get(story.id)));
  return ok({ stories: toSummaries(room, named, at), state, activePublishers: publishers.active });
}

function toSummaries({ db }: StoryRoom, stories: readonly RankedStory[], at: EpochMs): StorySummary[] {
  const reasons = reasonsKept(
    db,
    stories.filter(({ rows }) => rows.length > 1).flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
  return stories.map((story) => toSummary(story, reasons, at));
}

function toSummary(
  { id, numbers, rows }: RankedStory,
  reasons: ReadonlyMap<number, KeptReason>,
  at: EpochMs,
): StorySummary {
  const guids = new Map(rows.map((row) => [row.id, row.guid]));
  return {
    id,
    score: numbers.score,
    reason: storyText(
      numbers,
      rows.flatMap((row) => reasons.get(row.id) ?? []),
      at,
    ),
    publishers: numbers.publishers,
    firstAt: numbers.firstAt,
    lastAt: rows.at(-1)?.at ?? numbers.firstAt,
    lead: Number(numbers.lead) as ArticleId,
    articles: rows.map((row) => {
      const copyOf = row.copyOf === undefined ? undefined : guids.get(row.copyOf);
      return {
        id: row.id as ArticleId,
        guid: row.guid,
        feedUrl: row.feedUrl,
        title: row.title,
        publisher: row.publisher,
        at: row.at,
        ...(copyOf !== undefined && { copyOf }),
      };
    }),
  };
}
