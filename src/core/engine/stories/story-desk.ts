/**
 * Leads the story worker: starts it when it is first wanted, writes what it found, and tells windows. Everything that
 * writes goes in turn, so that no slice is made from what the slice before has not written yet.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OperationId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { type Ask, askOf } from '../asks.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { GroupingScope } from './group-articles.ts';
import { groupedFirst } from './grouped-first.ts';
import type { StoryTasks } from './story-tasks.ts';

/** Older articles are grouped when nobody waits for them: between two slices others get the processor. */
const restBetweenOldSlicesMs = 30;
const editionCheckMs = 10 * 60_000;
const patienceAtEndMs = 3_000;

interface StoryDeskOptions {
  readonly start: () => Promise<Result<WorkerPool>>;
  /** Group and make editions without being asked: a window wants it, a single command does not. */
  readonly inBackground: boolean;
}

export class StoryDesk {
  readonly #parts: EngineParts;
  readonly #options: StoryDeskOptions;
  #started: Promise<Result<WorkerPool>> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #background: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(parts: EngineParts, options: StoryDeskOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** Watches for new articles and for the hour of the morning edition. */
  begin(): void {
    if (!this.#options.inBackground) return;
    this.#parts.bus.on((event) => {
      if (event.type === 'articles-arrived') this.#workInBackground();
    });
    this.#timer = setInterval(() => this.#workInBackground(), editionCheckMs);
    this.#timer.unref();
    this.#workInBackground();
  }

  async stop(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
    const pool = await this.#started;
    const close = async (): Promise<void> => {
      if (pool?.ok === true) await pool.value.close();
    };
    // a worker that is at something long answers first, if it does so soon
    const late = setTimeout(() => void close(), patienceAtEndMs);
    await this.#background;
    await this.#turn;
    clearTimeout(late);
    await close();
  }

  /** Answers a call of the kind `story`, once what is stored of the last days is grouped and the last signals are learned. */
  async ask(name: string, input: unknown): Promise<Result<unknown>> {
    const ready = await this.#catchUp(groupedFirst(name, input));
    if (!ready.ok) return ready;
    const answer = await this.#call(name, input);
    // Written behind the answer: nobody waits for it, and other pages are to name the stories as this one does.
    if (name === 'edition.get') void this.#inTurn(() => this.#keepEditions());
    return answer;
  }

  async regroup(
    name: 'group.split' | 'group.merge' | 'group.notThis',
    input: Readonly<Record<string, unknown>>,
    label: string,
  ): Promise<Result<OutputOf<'stories.split'>>> {
    const ready = await this.#catchUp('live');
    if (!ready.ok) return ready;
    return this.#inTurn(async (): Promise<Result<OutputOf<'stories.split'>>> => {
      const ask = await this.#ask();
      if (!ask.ok) return ask;
      const found = await ask.value(name, input as never);
      if (!found.ok) return found;
      const { changes, constraints, storyId, newStoryId } = found.value;
      const stored = await this.#parts.asks.write('stories.regroup', { label, changes, constraints });
      if (!stored.ok) return stored;
      await ask.value('group.noted', {});
      return ok({ operationId: stored.value as OperationId, storyId, newStoryId });
    });
  }

  #workInBackground(): void {
    if (this.#background !== undefined) {
      this.#again = true;
      return;
    }
    this.#background = this.#work().finally(() => {
      this.#background = undefined;
      if (this.#again && !this.#isClosing) {
        this.#again = false;
        this.#workInBackground();
      }
    });
  }

  async #work(): Promise<void> {
    const live = await this.#catchUp('live');
    if (!live.ok) return;
    await this.#inTurn(() => this.#tidyTaste());
    await this.#group('all', restBetweenOldSlicesMs);
  }

  async #catchUp(scope: GroupingScope): Promise<Result<unknown>> {
    const grouped = await this.#group(scope, 0);
    if (!grouped.ok) return grouped;
    const learned = await this.#learn();
    if (!learned.ok) return learned;
    return this.#inTurn(() => this.#keepEditions());
  }

  /** Slice by slice, until nothing of this scope is left. */
  async #group(scope: GroupingScope, restMs: number): Promise<Result<null>> {
    let placed = 0;
    for (;;) {
      if (this.#isClosing) return closing();
      const step = await this.#inTurn(() => this.#groupStep(scope));
      if (!step.ok) return step;
      placed += step.value.placed;
      if (!step.value.more) break;
      if (restMs > 0) await delay(restMs);
    }
    if (placed > 0) this.#parts.bus.emit({ type: 'stories-changed' });
    return ok(null);
  }

  async #groupStep(scope: GroupingScope): Promise<Result<{ placed: number; more: boolean }>> {
    const ask = await this.#ask();
    if (!ask.ok) return ask;
    const step = await ask.value('group.step', { scope });
    if (!step.ok) return step;
    const { changes, more } = step.value;
    if (changes.placed.length + changes.renamed.length > 0) {
      const stored = await this.#parts.asks.write('stories.store', changes);
      if (!stored.ok) return stored;
    }
    return ok({ placed: changes.placed.length, more });
  }

  async #learn(): Promise<Result<null>> {
    for (;;) {
      if (this.#isClosing) return closing();
      const step = await this.#inTurn(async (): Promise<Result<boolean>> => {
        const ask = await this.#ask();
        if (!ask.ok) return ask;
        const learned = await ask.value('taste.learn', {});
        if (!learned.ok) return learned;
        if (learned.value === null) return ok(false);
        const stored = await this.#parts.asks.write('taste.store', learned.value);
        return stored.ok ? ok(true) : stored;
      });
      if (!step.ok) return step;
      if (!step.value) return ok(null);
    }
  }

  async #tidyTaste(): Promise<Result<unknown>> {
    const ask = await this.#ask();
    if (!ask.ok) return ask;
    const folded = await ask.value('taste.fold', {});
    if (!folded.ok || folded.value === null) return folded;
    return this.#parts.asks.write('taste.store', folded.value);
  }

  async #keepEditions(): Promise<Result<unknown>> {
    const ask = await this.#ask();
    if (!ask.ok) return ask;
    const due = await ask.value('edition.due', {});
    if (!due.ok || due.value.editions.length + due.value.headlines.length === 0) return due;
    return this.#parts.asks.write('edition.keep', due.value);
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #call(name: string, input: unknown): Promise<Result<unknown>> {
    const pool = await this.#pool();
    return pool.ok ? pool.value.call(name, input) : pool;
  }

  async #ask(): Promise<Result<Ask<StoryTasks>>> {
    const pool = await this.#pool();
    return pool.ok ? ok(askOf<StoryTasks>(pool.value)) : pool;
  }

  #pool(): Promise<Result<WorkerPool>> {
    if (this.#isClosing) return Promise.resolve(closing());
    this.#started ??= this.#options.start();
    return this.#started;
  }
}

function closing(): ReturnType<typeof fail> {
  return fail('cancelled', 'Broadsheet is closing.');
}
