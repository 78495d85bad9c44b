/** Marking articles: by id in one transaction, by scope in slices, each one operation with an exact undo. */
import type { ArticleId, ViewName } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { isAbsentOr, isBoolean, isListOf, isObjectWith, isText, isWhole, type Shape } from '../../lib/shapes.ts';
import { storedShape } from '../../lib/stored-json.ts';
import { logEvent } from '../events.ts';
import type { WritableDb } from '../handles.ts';
import {
  addSlice,
  automaticMark,
  type Bit,
  beginOperation,
  endOperation,
  forgetOperation,
  setBit,
} from '../operations.ts';
import type { Walk } from '../walk.ts';
import { idsOf } from './list-articles.ts';
import { viewOf } from './views.ts';

type MarkInput = ParsedInputOf<'articles.mark'>;
type Marked = OutputOf<'articles.mark'>;
type Scope = NonNullable<MarkInput['scope']>;

// 1,000 rows with their counters and indexes take about 20 ms in the writer; a command must stay under 50.
const sliceRows = 1_000;

/** Yields between transactions; the writer runs each step in one of its own. */
export function* markArticles(db: WritableDb, input: MarkInput, now: EpochMs): Generator<undefined, Marked> {
  const bits = bitsOf(input.set);
  if (bits.length === 0) return { operationId: null, changed: 0 };
  // Written before the slices, so that a kill in the middle is finished at the next start, never half.
  const operationId = beginOperation(db, {
    at: now,
    kind: input.automatic === true ? automaticMark : 'mark',
    label: labelOf(input.set, input.ids?.length ?? 0),
    change:
      input.scope === undefined
        ? { ids: input.ids, set: input.set }
        : { scope: cutOff(db, input.scope), set: input.set },
    running: true,
  });
  const changed = yield* runMark(db, { operationId, input, now });
  if (changed === 0) {
    forgetOperation(db, operationId);
    return { operationId: null, changed: 0 };
  }
  endOperation(db, operationId, labelOf(input.set, changed));
  return { operationId, changed };
}

/** Finishes what a kill interrupted. What no mark of ours is, in a library of somebody else's, is closed. */
export function* finishMark(
  db: WritableDb,
  operation: { readonly id: number; readonly change: string; readonly at: EpochMs },
): Generator<undefined, void> {
  const input = storedShape(operation.change, isMarkInput);
  if (input === undefined) {
    db.run("UPDATE operation SET state = 'closed' WHERE id = :id", { id: operation.id });
    return;
  }
  yield* runMark(db, { operationId: operation.id, input, now: operation.at });
  const changed = db.get<{ n: number }>(
    'SELECT coalesce(sum(length(article_ids) / 8), 0) AS n FROM operation_slice WHERE operation_id = :id',
    { id: operation.id },
  )?.n;
  endOperation(db, operation.id, labelOf(input.set, changed ?? 0));
}

const isWholeOrAbsent = isAbsentOr(isWhole);
const isFlag = isAbsentOr(isBoolean);
const isMarkInput = isObjectWith<Pick<MarkInput, 'ids' | 'scope' | 'set'>>({
  ids: isAbsentOr(isListOf<ArticleId>(isWhole as Shape<ArticleId>)),
  scope: isAbsentOr(
    isObjectWith<Scope>({
      view: isText as Shape<ViewName>,
      upToArrival: isWholeOrAbsent,
      olderThan: isWholeOrAbsent as Shape<ArticleId | undefined>,
      newerThan: isWholeOrAbsent as Shape<ArticleId | undefined>,
    }),
  ),
  set: isObjectWith<MarkInput['set']>({ read: isFlag, starred: isFlag, later: isFlag, hidden: isFlag }),
});

function* runMark(
  db: WritableDb,
  {
    operationId,
    input,
    now,
  }: { readonly operationId: number; readonly input: Pick<MarkInput, 'ids' | 'scope' | 'set'>; readonly now: EpochMs },
): Generator<undefined, number> {
  let changed = 0;
  for (const { bit, value } of bitsOf(input.set)) {
    for (const ids of input.scope === undefined
      ? chunks(input.ids ?? [])
      : scopeIds(db, input.scope, bit, value, now)) {
      const really = setBit(db, ids, bit, value, now);
      if (really.length > 0) {
        addSlice(db, { operationId, bit, value, ids: really });
        if (input.scope === undefined) logMarks(db, { ids: really, bit, value, now, operationId });
      }
      changed += really.length;
      yield;
    }
  }
  return changed;
}

/** Ids of the scope in slices. Each slice is found anew after the last id, so nothing is held while others write. */
function* scopeIds(db: WritableDb, scope: Scope, bit: Bit, value: 0 | 1, now: EpochMs): Generator<number[]> {
  const view = viewOf(db, scope.view, now);
  let after: number | undefined = scope.olderThan;
  for (;;) {
    const walk: Walk = {
      onlyUnread: bit === 'unread' && value === 0,
      newestFirst: true,
      after,
      limit: sliceRows,
      offset: 0,
      upToArrival: scope.upToArrival,
    };
    const ids = idsOf(db, view, walk);
    const newer = scope.newerThan;
    const wanted = newer === undefined ? ids : ids.filter((id) => id > newer);
    if (wanted.length > 0) yield wanted;
    const last = ids.at(-1);
    if (ids.length < sliceRows || last === undefined || wanted.length < ids.length) return;
    after = last;
  }
}

function* chunks(ids: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < ids.length; at += sliceRows) yield ids.slice(at, at + sliceRows);
}

function cutOff(db: WritableDb, scope: Scope): Scope {
  const newest = db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0;
  return { ...scope, upToArrival: scope.upToArrival ?? newest };
}

function bitsOf(set: MarkInput['set']): { readonly bit: Bit; readonly value: 0 | 1 }[] {
  const bits: { bit: Bit; value: 0 | 1 }[] = [];
  if (set.read !== undefined) bits.push({ bit: 'unread', value: set.read ? 0 : 1 });
  if (set.starred !== undefined) bits.push({ bit: 'starred', value: set.starred ? 1 : 0 });
  if (set.later !== undefined) bits.push({ bit: 'later', value: set.later ? 1 : 0 });
  if (set.hidden !== undefined) bits.push({ bit: 'hidden', value: set.hidden ? 1 : 0 });
  return bits;
}

function labelOf(set: MarkInput['set'], n: number): string {
  const count = `${n.toLocaleString('en-GB')} ${n === 1 ? 'article' : 'articles'}`;
  if (set.read !== undefined) return `Marked ${count} ${set.read ? 'read' : 'unread'}`;
  if (set.starred !== undefined) return set.starred ? `Starred ${count}` : `Took the star off ${count}`;
  if (set.later !== undefined) return set.later ? `Kept ${count} for later` : `Took ${count} off Read later`;
  return set.hidden === true ? `Hid ${count}` : `Showed ${count} again`;
}

/** Stars and hides by hand are reading signals. */
function logMarks(
  db: WritableDb,
  mark: {
    readonly ids: readonly number[];
    readonly bit: Bit;
    readonly value: 0 | 1;
    readonly now: EpochMs;
    readonly operationId: number;
  },
): void {
  const kind = mark.value === 1 ? signals[mark.bit] : undefined;
  if (kind === undefined) return;
  for (const articleId of mark.ids) {
    const feedId = db.get<{ feed_id: number }>('SELECT feed_id FROM article_status WHERE article_id = :articleId', {
      articleId,
    })?.feed_id;
    logEvent(db, {
      at: mark.now,
      kind,
      articleId,
      operationId: mark.operationId,
      ...(feedId === undefined ? {} : { feedId }),
    });
  }
}

const signals: Partial<Record<Bit, string>> = { starred: 'starred', hidden: 'hidden', later: 'kept' };
