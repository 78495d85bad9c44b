/** Writes what one fetch brought: diary line first, articles in steps, the feed's state and its next turn last. */
import { deserialize } from 'node:v8';
import { ok, type Result } from '../../../contract/errors.ts';
import { explainCheck } from '../../feeds/diary/explain-check.ts';
import { nextPollAt } from '../../feeds/schedule/poll-schedule.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type IngestRules, ingest } from '../../store/articles/ingest.ts';
import type { IngestBatch, StoredArticle } from '../../store/articles/stored-article.ts';
import { postingTimes } from '../../store/feeds/feed-states.ts';
import {
  addDiaryLine,
  type FetchResult,
  leavesLogin,
  noteArticles,
  storeFetchState,
} from '../../store/feeds/fetch-results.ts';
import type { WritableDb } from '../../store/handles.ts';
import { countPixels } from '../../store/removed-pixels.ts';

export interface StoreFetch {
  readonly result: Omit<FetchResult, 'nextCheckAt' | 'stopped'>;
  readonly rules: IngestRules;
  readonly schedule: {
    /** Failures in a row before this fetch. */
    readonly failures: number;
    readonly firstFetch: boolean;
    readonly cacheMaxAgeMs: number | null;
    readonly hostHeldUntil: EpochMs | null;
    readonly chosenIntervalMs: number | null;
    /** The person's own limit for all feeds. */
    readonly leastIntervalMs: number;
    readonly pace: 'normal' | 'saving';
  };
  /** StoredArticle[], serialised by the task worker: the shell's thread hands it on unread. */
  readonly articles?: Uint8Array;
}

export interface StoredFetch {
  readonly added: readonly number[];
  readonly updated: number;
  readonly message: string;
}

export function* storeFetch(db: WritableDb, input: StoreFetch): Generator<undefined, Result<StoredFetch>> {
  const { result } = input;
  const { feedId, at } = result;
  const fetchId = addDiaryLine(db, result);
  let added: readonly number[] = [];
  let updated = 0;
  if (input.articles !== undefined) {
    const articles = deserialize(input.articles) as StoredArticle[];
    const batch: IngestBatch = { feedId, fetchId, fetchedAt: at, firstFetch: input.schedule.firstFetch, articles };
    const ingested = yield* ingest(db, batch, input.rules);
    added = ingested.added;
    updated = ingested.updated.length;
    countPixels(db, ingested.pixelsRemoved, at);
  }
  const { message, outcome } = result.failed ? result : inWords(db, result, added.length);
  noteArticles(db, { feedId, fetchId, at, outcome, message, added: added.length, updated });
  const isGone = result.code === 'feed_gone';
  storeFetchState(db, { ...result, message, stopped: isGone, nextCheckAt: nextTurn(db, input, isGone) ?? null });
  return ok({ added, updated, message });
}

function inWords(
  db: WritableDb,
  result: StoreFetch['result'],
  newArticles: number,
): Pick<FetchResult, 'message' | 'outcome'> {
  const { fetched } = result;
  const movedTo = fetched?.newUrl ?? fetched?.movedTo ?? undefined;
  const repairLines = (fetched?.repairLines ?? []).map((line) => line ?? undefined);
  const explained = explainCheck({
    kind: result.outcome === 'unchanged' ? 'not_modified' : 'fetched',
    newArticles,
    repairLines,
    isMoveSaved: fetched?.newUrl !== null && fetched?.newUrl !== undefined,
    isLoginLeft: movedTo !== undefined && leavesLogin(db, result.feedId, movedTo),
    ...(movedTo !== undefined && { movedTo }),
  });
  const outcome =
    movedTo !== undefined ? 'moved' : repairLines.length > 0 ? 'repaired' : newArticles > 0 ? 'new' : 'unchanged';
  return { message: explained.happened, outcome };
}

/** After the articles are in, so that the feed's rhythm counts them. */
function nextTurn(db: WritableDb, { result, schedule }: StoreFetch, isGone: boolean): EpochMs | undefined {
  const wishes = JSON.parse(result.fetched?.wishes ?? '{}') as {
    ttlMinutes?: number;
    skipHours?: number[];
    skipDays?: string[];
  };
  const at = nextPollAt(
    {
      lastCheckedAt: result.at,
      failures: result.failed ? schedule.failures + 1 : 0,
      articleTimes: postingTimes(db, result.feedId),
      isGone,
      ...wishes,
      ...(schedule.cacheMaxAgeMs !== null && { cacheMaxAgeMs: schedule.cacheMaxAgeMs }),
      ...(schedule.hostHeldUntil !== null && { hostHeldUntil: schedule.hostHeldUntil }),
      ...(schedule.chosenIntervalMs !== null && { chosenIntervalMs: schedule.chosenIntervalMs }),
    },
    { now: result.at, random: Math.random, pace: schedule.pace },
  );
  return at === undefined ? undefined : Math.max(at, result.at + schedule.leastIntervalMs);
}
