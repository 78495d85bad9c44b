/** What was chosen in the morning and stands for the day, as it was kept. One that is of another form is made anew. */

import type { Thing } from '../../curation/for-you-things.ts';
import type { PublisherVote, StoryNumbers } from '../../curation/rank-stories.ts';
import type { EpochMs } from '../../lib/clock.ts';
import {
  isAbsentOr,
  isBoolean,
  isEither,
  isFiniteNumber,
  isListOf,
  isNull,
  isObjectWith,
  isOneOf,
  isText,
  isWhole,
} from '../../lib/shapes.ts';
import { storedShape } from '../../lib/stored-json.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { editionKept } from '../../store/stories/edition.ts';
import type { RankingRow } from '../../store/stories/ranking-rows.ts';
import type { RankedStory } from '../stories/rank-library.ts';
import type { EditionPlan, PlanRow } from './plan-edition.ts';
import { type DayPicks, isSameDay } from './today-picks.ts';

/** undefined where those of today are still to be chosen. */
export function picksKept(db: ReadableDb, now: EpochMs): DayPicks | undefined {
  const kept = editionKept(db, 'picks');
  return kept !== undefined && isSameDay(kept.madeAt, now) ? storedShape(kept.plan, isDayPicks) : undefined;
}

/** One from a time that is still to come would stand until then. */
export function morningKept(
  db: ReadableDb,
  now: EpochMs,
): { readonly madeAt: EpochMs; readonly plan: EditionPlan } | undefined {
  const kept = editionKept(db, 'morning');
  if (kept === undefined || !isFiniteNumber(kept.madeAt) || kept.madeAt > now) return undefined;
  const plan = storedShape(kept.plan, isPlan);
  return plan === undefined ? undefined : { madeAt: kept.madeAt, plan };
}

const isIds = isListOf(isWhole);
const isDayPicks = isObjectWith<DayPicks>({ starred: isIds, highlights: isIds, lookBack: isIds });

const isRankingRow = isObjectWith<RankingRow>({
  id: isWhole,
  storyId: isWhole,
  publisher: isText,
  at: isFiniteNumber,
  position: isAbsentOr(isFiniteNumber),
  section: isAbsentOr(isText),
  hasLead: isBoolean,
  hasPicture: isBoolean,
  read: isBoolean,
  arrival: isFiniteNumber,
  copyOf: isAbsentOr(isWhole),
  title: isText,
  guid: isText,
  feedUrl: isText,
});

const isVote = isObjectWith<PublisherVote>({
  publisher: isText,
  firstAt: isFiniteNumber,
  trust: isFiniteNumber,
  placement: isFiniteNumber,
  copyWeight: isFiniteNumber,
  vote: isFiniteNumber,
});

const isStory = isObjectWith<RankedStory>({
  id: isWhole,
  numbers: isObjectWith<StoryNumbers>({
    story: isText,
    score: isFiniteNumber,
    coverage: isFiniteNumber,
    fresh: isFiniteNumber,
    burst: isFiniteNumber,
    personal: isFiniteNumber,
    seen: isFiniteNumber,
    publishers: isFiniteNumber,
    publishersLast3Hours: isFiniteNumber,
    copies: isFiniteNumber,
    firstPublisher: isText,
    firstAt: isFiniteNumber,
    lastJoinedAt: isFiniteNumber,
    lead: isEither(isText, isWhole),
    perPublisher: isListOf(isVote),
  }),
  rows: isListOf(isRankingRow),
});

const isRow = isObjectWith<PlanRow>({
  id: isWhole,
  kind: isOneOf('story', 'for-you', 'exploration', 'section', 'starred', 'kept', 'feed-highlight', 'seldom', 'newest'),
  text: isText,
  features: isListOf(isObjectWith<PlanRow['features'][number]>({ feature: isText, contribution: isFiniteNumber })),
  things: isAbsentOr(isListOf(isObjectWith<Thing>({ feature: isText, contribution: isFiniteNumber }))),
  story: isAbsentOr(isStory),
  hasLed: isAbsentOr(isOneOf(true)),
});
const isRows = isListOf(isRow);

const isPlan = isObjectWith<EditionPlan>({
  madeAt: isFiniteNumber,
  range: isOneOf('morning', 'since-visit', 'day'),
  from: isFiniteNumber,
  topState: isOneOf('ranked', 'too-few-sources'),
  forYouState: isOneOf('off', 'learning', 'learned'),
  activePublishers: isFiniteNumber,
  lead: isEither(isNull, isRow),
  top: isRows,
  forYou: isRows,
  sections: isListOf(
    isObjectWith<EditionPlan['sections'][number]>({
      name: isText,
      total: isFiniteNumber,
      rows: isRows,
    }),
  ),
  picks: isRows,
  seldom: isRows,
  fresh: isFiniteNumber,
  sinceVisit: isFiniteNumber,
  moved: isFiniteNumber,
  toldAgain: isFiniteNumber,
  muted: isListOf(
    isObjectWith<EditionPlan['muted'][number]>({
      id: isWhole,
      muteId: isWhole,
      kind: isOneOf('story', 'topic'),
      text: isText,
    }),
  ),
  arrival: isFiniteNumber,
});
