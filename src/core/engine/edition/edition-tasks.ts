/** Today, catch up and the picks, as the story worker answers them. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { catchUpIn } from '../../curation/catch-up.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { rowsOf } from '../../store/articles/page-rows.ts';
import { firstSubscribedAt } from '../../store/feeds/subscriptions-mark.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { getSettings } from '../../store/settings.ts';
import type { KeptHeadline } from '../../store/stories/headlines.ts';
import { mutingNow } from '../stories/mute-view.ts';
import type { StoryRoom } from '../stories/story-room.ts';
import { thingWords } from './for-you-tasks.ts';
import { morningKept, picksKept } from './kept-plans.ts';
import { type EditionPlan, type EditionRange, type PlanRow, planEdition } from './plan-edition.ts';
import { showEdition, showRows } from './show-edition.ts';
import { standingEdition } from './standing-edition.ts';
import { type DayPicks, lastMorning, nextMorning, picksOfDay } from './today-picks.ts';
import { namedAlike, turnedPage } from './turned-page.ts';

export interface ToKeep {
  readonly name: string;
  readonly madeAt: EpochMs;
  readonly plan: string;
}

export interface Due {
  readonly editions: readonly ToKeep[];
  readonly headlines: readonly KeptHeadline[];
}

/** What the writer has to keep so that it stands until tomorrow; empty when it is kept already. */
export function editionDueTask(room: StoryRoom, _input: unknown, now: EpochMs): Result<Due> {
  const due: ToKeep[] = [];
  const kept = picksKept(room.db, now);
  const today = kept ?? picksOfDay(room.db, now);
  // No picks yet are not the picks of the day: a new library would go without until tomorrow.
  if (kept === undefined && Object.values(today).some(({ length }) => length > 0))
    due.push({ name: 'picks', madeAt: now, plan: JSON.stringify(today) });
  if (isMorningDue(room, now)) {
    const plan = makePlan(room, { now, range: 'morning', sections: undefined, picks: today });
    due.push({ name: 'morning', madeAt: now, plan: JSON.stringify(plan) });
  }
  return ok({ editions: due, headlines: room.headlines.handOver() });
}

/** Not on the day of the first subscription: what its first minutes brought would be the paper until the next morning. */
function isMorningDue({ db }: StoryRoom, now: EpochMs): boolean {
  const lastDue = lastMorning(now, getSettings(db).morningEditionHour);
  const began = firstSubscribedAt(db);
  if (began === undefined || began >= lastDue) return false;
  const morning = morningKept(db, now);
  return morning === undefined || morning.madeAt < lastDue;
}

export function editionTask(
  room: StoryRoom,
  input: ParsedInputOf<'edition.get'>,
  now: EpochMs,
): Result<OutputOf<'edition.get'>> {
  const hour = getSettings(room.db).morningEditionHour;
  const kept = input.range === 'morning' ? morningKept(room.db, now) : undefined;
  // Kept from before a time of no subscriptions, it is no morning edition of this library.
  const morning = kept !== undefined && kept.madeAt >= (firstSubscribedAt(room.db) ?? now) ? kept : undefined;
  const plan = morning?.plan ?? currentPlan(room, { now, range: input.range, sections: input.sections });
  const shown = showEdition(room.db, plan, {
    words: thingWords(room),
    nextMorningAt: nextMorning(now, hour),
    headlinesOf: room.headlines.of,
  });
  return ok(shown);
}

interface PlanWish {
  readonly now: EpochMs;
  readonly range: EditionRange;
  readonly sections: readonly string[] | undefined;
}

function currentPlan(room: StoryRoom, wish: PlanWish): EditionPlan {
  const name = JSON.stringify([wish.range, wish.sections ?? null]);
  return room.kept(name, wish.now, () => makePlan(room, { ...wish, picks: picksToday(room.db, wish.now) }));
}

function picksToday(db: ReadableDb, now: EpochMs): DayPicks {
  return picksKept(db, now) ?? picksOfDay(db, now);
}

function makePlan(room: StoryRoom, wish: PlanWish & { readonly picks: DayPicks }): EditionPlan {
  return planEdition(room.db, {
    ...wish,
    isForYouOn: getSettings(room.db).forYou,
    model: room.taste.model,
    publishers: room.publishers(wish.now),
    muting: mutingNow(room.db, wish.now),
    headlines: room.headlines,
  });
}

const wordsUnknown = 200;

/** The lead, then the page's rows in the order of their worth: a top story counts most, then taste, then the sections. */
export function catchUpTask(
  room: StoryRoom,
  input: ParsedInputOf<'edition.catchUp'>,
  now: EpochMs,
): Result<OutputOf<'edition.catchUp'>> {
  const budgetMinutes = input.minutes ?? getSettings(room.db).readingBudgetMinutes;
  const made = currentPlan(room, { now, range: 'day', sections: undefined });
  const plan = turnedPage(room.db, namedAlike(standingEdition(room.db, made), room.headlines.of));
  const worth = [
    ...(plan.lead === null ? [] : [{ row: plan.lead, value: 6 }]),
    ...plan.top.map((row, n) => ({ row, value: 5 - n * 0.2 })),
    ...plan.forYou.map((row, n) => ({ row, value: 3 - n * 0.1 })),
    ...plan.sections.flatMap(({ rows }) => rows.map((row, n) => ({ row, value: 2 - n * 0.2 }))),
    ...plan.picks.map((row) => ({ row, value: 1 })),
    ...plan.seldom.map((row) => ({ row, value: 1 })),
  ];
  const known = new Map(
    rowsOf(
      room.db,
      worth.map(({ row }) => row.id),
    ).map((row) => [row.id, row]),
  );
  const unread = worth.filter(({ row }) => known.get(row.id)?.read === false);
  const fitting = catchUpIn(
    budgetMinutes,
    unread.map(({ row, value }) => ({
      id: row.id,
      story: storyKey(known.get(row.id)?.storyId),
      wordCount: known.get(row.id)?.wordCount ?? wordsUnknown,
      value,
    })),
  );
  const byId = new Map(unread.map(({ row }): [number, PlanRow] => [row.id, row]));
  const rows = fitting.articles.flatMap((id) => byId.get(Number(id)) ?? []);
  return ok({ budgetMinutes, minutes: fitting.minutes, rows: showRows(room.db, plan, rows, thingWords(room)) });
}

function storyKey(id: number | undefined): string | undefined {
  return id === undefined ? undefined : String(id);
}
