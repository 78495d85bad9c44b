/** What the writer does for stories, mutes, For you and Today. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OperationId } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { minutesToRead } from '../../curation/catch-up.ts';
import { dayMs } from '../../curation/curation-article.ts';
import { storyMuteDays } from '../../curation/mute.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { lowestIdAt } from '../../store/articles/article-id.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import type { WritableDb } from '../../store/handles.ts';
import { keepEdition, noteVisit, unreadCount, unreadWordCounts } from '../../store/stories/edition.ts';
import { followStory } from '../../store/stories/follows.ts';
import { keepHeadline } from '../../store/stories/headlines.ts';
import { addMute, removeMute } from '../../store/stories/mutes.ts';
import { articlesOfStory } from '../../store/stories/ranking-rows.ts';
import { type Regrouping, regroupArticles } from '../../store/stories/regroup.ts';
import { type GroupingChanges, presentStoryId, storeGrouping } from '../../store/stories/stories.ts';
import { editTaste, eraseTaste, storeTaste, type TasteChanges, takeBackTaste } from '../../store/stories/taste.ts';
import type { Due } from '../edition/edition-tasks.ts';

function mute(db: WritableDb, input: ParsedInputOf<'stories.mute'>, now: EpochMs): Result<OutputOf<'stories.mute'>> {
  const { id, topic } = input;
  if (topic !== undefined) {
    const until = input.days === undefined || input.days === null ? null : now + input.days * dayMs;
    return ok(branded(addMute(db, { kind: 'topic', storyId: null, label: topic, madeAt: now, until })));
  }
  const storyId = presentStoryId(db, id ?? 0);
  const label = articlesOfStory(db, storyId, now)[0]?.title;
  if (label === undefined) return fail('not_found', 'This story is not there any more.');
  const days = input.days === undefined ? storyMuteDays : input.days;
  const until = days === null ? null : now + days * dayMs;
  return ok(branded(addMute(db, { kind: 'story', storyId, label, madeAt: now, until })));
}

function follow(
  db: WritableDb,
  input: ParsedInputOf<'stories.follow'>,
  now: EpochMs,
): Result<OutputOf<'stories.follow'>> {
  const id = presentStoryId(db, input.id);
  const title = articlesOfStory(db, id, now)[0]?.title;
  if (title === undefined) return fail('not_found', 'This story is not there any more.');
  const operationId = followStory(db, { id, title, isFollowed: input.followed }, now);
  return ok({ operationId: (operationId as OperationId | undefined) ?? null });
}

function branded({ operationId, muteId }: { operationId: number; muteId: number }): OutputOf<'stories.mute'> {
  return { operationId: operationId as OperationId, muteId };
}

function* declareBankruptcy(
  db: WritableDb,
  input: ParsedInputOf<'reading.declareBankruptcy'>,
  now: EpochMs,
): Generator<undefined, Result<OutputOf<'reading.declareBankruptcy'>>> {
  const before = unreadCount(db);
  const sample = unreadWordCounts(db, 1_000);
  const minutes = sample.reduce((sum, words) => sum + minutesToRead(words), 0) / Math.max(1, sample.length);
  const olderThan = lowestIdAt(now - input.keepDays * dayMs);
  const scope = { view: 'all' as const, ...(input.keepDays > 0 && { olderThan: olderThan as never }) };
  const { operationId, changed } = yield* markArticles(db, { scope, set: { read: true } }, now);
  const hours = Math.round(((minutes * changed) / 60) * 10) / 10;
  return ok({ operationId, changed, hours, kept: before - changed });
}

export const storyContractCommands = {
  'stories.mute': mute,
  'stories.follow': follow,
  'mutes.remove': (db: WritableDb, input: ParsedInputOf<'mutes.remove'>, now: EpochMs) => {
    const removed = removeMute(db, input.id, now);
    return removed === undefined ? fail('not_found', 'This is not muted any more.') : ok(branded(removed));
  },
  'forYou.editFeature': (db: WritableDb, input: ParsedInputOf<'forYou.editFeature'>, now: EpochMs) => {
    return ok({ changes: editTaste(db, input, now) });
  },
  'forYou.erase': (db: WritableDb, input: ParsedInputOf<'forYou.erase'>, now: EpochMs) => {
    return ok({ changes: eraseTaste(db, input.feature, now) });
  },
  'forYou.takeBack': (db: WritableDb, input: ParsedInputOf<'forYou.takeBack'>, now: EpochMs) => {
    takeBackTaste(db, input.changes, now);
    return ok({});
  },
  'edition.visited': (db: WritableDb, input: ParsedInputOf<'edition.visited'>, now: EpochMs) => {
    noteVisit(db, input.arrival, now);
    return ok({});
  },
  'reading.declareBankruptcy': declareBankruptcy,
};

export const storyEngineCommands = {
  *'stories.store'(db: WritableDb, input: GroupingChanges): Generator<undefined, Result<null>> {
    yield* storeGrouping(db, input);
    return ok(null);
  },
  'stories.regroup': (db: WritableDb, input: Regrouping, now: EpochMs) => ok(regroupArticles(db, input, now)),
  'taste.store': (db: WritableDb, input: TasteChanges): Result<null> => {
    storeTaste(db, input);
    return ok(null);
  },
  'edition.keep': (db: WritableDb, { editions, headlines }: Due): Result<null> => {
    for (const edition of editions) keepEdition(db, edition);
    for (const headline of headlines) keepHeadline(db, headline);
    return ok(null);
  },
};
