/** For you and its profile, as the story worker answers them. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { summariesOf } from '../../store/articles/article-rows.ts';
import { ownPublishers } from '../../store/feeds/own-publishers.ts';
import { getSettings } from '../../store/settings.ts';
import { erasedUpTo, lessonsAfter, signalSums, tasteState } from '../../store/stories/taste.ts';
import { feedTitles } from '../fetching/feed-titles.ts';
import { mutingNow } from '../stories/mute-view.ts';
import type { StoryRoom } from '../stories/story-room.ts';
import { featureLabel } from '../stories/story-words.ts';
import { candidatesOfList, type ForYouNow, forYouNow, reasonInWords } from './for-you-now.ts';
import { signalsNeeded, stateInWords, type ThingWords, whyInWords } from './for-you-words.ts';
import { profileChips } from './profile-chips.ts';

export function thingWords({ db, taste }: StoryRoom): ThingWords {
  return { model: taste.model, feedTitle: feedTitles(db), publisherOf: ownPublishers(db) };
}

export function forYouTask(
  room: StoryRoom,
  input: ParsedInputOf<'forYou.list'>,
  now: EpochMs,
): Result<OutputOf<'forYou.list'>> {
  const { db } = room;
  const list = forYouNow(db, {
    now,
    limit: input.limit,
    candidates: candidatesOfList,
    isOn: getSettings(db).forYou,
    model: room.taste.model,
    publishers: room.publishers(now),
    muting: mutingNow(db, now),
  });
  const words = thingWords(room);
  const titles = words.feedTitle;
  const articles = new Map(
    summariesOf(
      db,
      list.rows.map(({ id }) => id),
    ).map((article) => [Number(article.id), article]),
  );
  const rows = list.rows.flatMap((row) => {
    const article = articles.get(row.id);
    if (article === undefined) return [];
    const reasons = row.reasons.map((reason) => reasonInWords(reason, titles));
    const { score, exploration } = row;
    return [{ article, score, reasons, exploration, why: whyInWords(row, list.state, words) }];
  });
  const { state, positives } = list;
  return ok({ state, positives, needed: signalsNeeded, text: stateInWords(state, positives), rows });
}

export function profileTask(
  room: StoryRoom,
  input: ParsedInputOf<'forYou.profile'>,
): Result<OutputOf<'forYou.profile'>> {
  const titles = feedTitles(room.db);
  const profile = room.taste.model.profile().filter(({ feature }) => feature !== 'bias' && feature !== 'age');
  return ok({
    state: stateNow(room),
    positives: room.taste.model.positives,
    ...signalSums(room.db),
    total: profile.length,
    features: profile.slice(0, input.limit).map((entry) => ({
      ...entry,
      kind: entry.feature.slice(0, entry.feature.indexOf(':')),
      label: featureLabel(entry.feature, titles),
    })),
    ...profileChips(thingWords(room)),
  });
}

export function exportTasteTask(room: StoryRoom, _input: unknown, now: EpochMs): Result<OutputOf<'forYou.export'>> {
  const erased = erasedUpTo(room.db);
  const kept = tasteState(room.db, 'folded');
  // What was forgotten today can be had back, but is no longer anybody's to take away.
  const folded = kept !== undefined && kept.seq < erased ? undefined : kept;
  const text = JSON.stringify({
    about: 'What Broadsheet learned of your reading, made on your computer. Replaying the lessons gives the model.',
    at: new Date(now).toISOString(),
    model: room.taste.model.state(),
    foldedBefore: folded === undefined ? null : storedJson<object | null>(folded.state, null),
    lessons: lessonsAfter(room.db, Math.max(folded?.seq ?? 0, erased)).map(({ seq, at, lesson }) => ({
      seq,
      at: new Date(at).toISOString(),
      lesson: storedJson<object | null>(lesson, null),
    })),
  });
  return ok({ fileName: `broadsheet-for-you-${new Date(now).toISOString().slice(0, 10)}.json`, text });
}

function stateNow({ db, taste }: StoryRoom): ForYouNow['state'] {
  if (!getSettings(db).forYou) return 'off';
  return taste.model.positives < signalsNeeded ? 'learning' : 'learned';
}
