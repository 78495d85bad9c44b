/**
 * A core for a window, which opens in any case: where the library cannot be opened it answers with what is wrong and takes
 * the ways out, and once one of them has led to an open library, it is that library's core.
 */
import { type Failure, fail, ok, type Result } from '../../../contract/errors.ts';
import { methods, type ParsedInputOf } from '../../../contract/index.ts';
import { settings } from '../../../contract/settings.ts';
import type { StartTrouble, StartWay } from '../../../contract/start.ts';
import { systemClock } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import type { Core, CoreOptions } from '../core-options.ts';
import { createCore } from '../create-core.ts';
import { EventBus } from '../event-bus.ts';
import type { ReaderAhead } from '../workers/reader-ahead.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import { placeForCopy } from './start-tasks.ts';

export interface StartOptions extends CoreOptions {
  /** Runs once the library is open, before a window hears of it. */
  readonly whenOpen?: (call: Core['call']) => Promise<void>;
  /** The person gave up. */
  readonly onQuit: () => void;
}

export interface StartedCore extends Pick<Core, 'call' | 'on' | 'close'> {
  /** The folder that is open, or is to be: a way out may lead to another. */
  readonly libraryFolder: () => string;
  /** Why the library is not open; undefined once it is. */
  readonly trouble: () => Failure | undefined;
}

const usual: readonly StartWay[] = ['try-again', 'open', 'quit'];
const waysOut: Readonly<Partial<Record<Failure['code'], readonly StartWay[]>>> = {
  library_damaged: ['restore', 'begin-anew', 'open', 'quit'],
  library_newer: ['open', 'begin-anew', 'quit'],
  library_read_only: ['copy', 'try-again', 'open', 'quit'],
};
// The answer that the app ends must reach its window before it does.
const lastAnswerMs = 200;

export async function openAtStart(options: StartOptions, ahead?: ReaderAhead): Promise<StartedCore> {
  const start = new Start(options);
  await start.open(options.libraryFolder, ahead);
  return {
    call: (name, input) => start.call(name, input),
    on: (listener) => start.bus.on(listener),
    close: () => start.close(),
    libraryFolder: () => start.folder,
    trouble: () => start.trouble,
  };
}

class Start {
  readonly bus: EventBus;
  readonly #options: StartOptions;
  #core: Core | undefined;
  #isLeaving = false;
  folder: string;
  trouble: Failure | undefined;

  constructor(options: StartOptions) {
    this.#options = options;
    this.bus = new EventBus(options.log ?? silentLog);
    this.folder = options.libraryFolder;
  }

  async open(folder: string, ahead?: ReaderAhead): Promise<Result<{ readonly isOpen: boolean }>> {
    const opened = await createCore({ ...this.#options, libraryFolder: folder }, ahead);
    if (!opened.ok) {
      // another folder that cannot be opened either does not take the place of the one that was asked for
      if (folder === this.folder) this.trouble = opened.error;
      return opened;
    }
    const core = opened.value;
    await this.#options.whenOpen?.(core.call);
    core.on((event) => this.bus.emit(event));
    this.#core = core;
    this.folder = folder;
    const hadTrouble = this.trouble !== undefined;
    this.trouble = undefined;
    if (hadTrouble) await this.#tellShell(core);
    return ok({ isOpen: true });
  }

  /** The shell has gone by the usual settings so far. */
  async #tellShell({ call }: Core): Promise<void> {
    const read = await call('settings.get', {});
    if (read.ok) this.bus.emit({ type: 'settings-changed', settings: settings.parse(read.value) });
    this.bus.emit({ type: 'feeds-changed' });
  }

  async call(name: string, input: unknown): Promise<Result<unknown>> {
    if (this.#core !== undefined) return this.#core.call(name, input);
    const { trouble } = this;
    if (trouble === undefined) return fail('internal', 'The library is being opened. Try again in a moment.');
    if (name === 'start.status') return ok({ trouble: await this.#describe(trouble) });
    if (name !== 'start.leave') return { ok: false, error: trouble };
    const wish = methods['start.leave'].input.safeParse(input);
    if (!wish.success) return fail('bad_input', 'This is no way out of a start that failed.', { name });
    if (this.#isLeaving) return fail('conflict', 'Another way is being tried. Wait until that has ended.');
    this.#isLeaving = true;
    return this.#leave(wish.data).finally(() => {
      this.#isLeaving = false;
    });
  }

  async close(): Promise<void> {
    await this.#core?.close();
  }

  async #describe({ code, message }: Failure): Promise<StartTrouble> {
    const counted = await this.#work('start.backups', {});
    const backups = counted.ok ? (counted.value as StartTrouble['backups']) : [];
    const ways = (waysOut[code] ?? usual).filter((way) => way !== 'restore' || backups.length > 0);
    return { code, message, folder: this.folder, ways, backups, copyTo: placeForCopy(this.folder) };
  }

  async #leave(wish: ParsedInputOf<'start.leave'>): Promise<Result<{ readonly isOpen: boolean }>> {
    switch (wish.way) {
      case 'quit':
        setTimeout(this.#options.onQuit, lastAnswerMs);
        return ok({ isOpen: false });
      case 'try-again':
        return this.open(this.folder);
      case 'open':
        return this.open(wish.folder);
      case 'restore':
        return this.#after('start.restore', { backup: wish.backup }, this.folder);
      case 'begin-anew':
        return this.#after('start.setAside', {}, this.folder);
      case 'copy':
        return this.#after('start.copy', { to: wish.folder }, wish.folder);
    }
  }

  async #after(task: string, input: unknown, folder: string): Promise<Result<{ readonly isOpen: boolean }>> {
    const done = await this.#work(task, input);
    return done.ok ? this.open(folder) : done;
  }

  /** In a worker that is there for this alone: none runs while no library is open. */
  async #work(task: string, input: unknown): Promise<Result<unknown>> {
    const pool = await WorkerPool.start({
      kind: 'task',
      file: this.#options.workers.task,
      size: 1,
      data: { libraryFolder: this.folder, hostOverrides: {} } as { libraryFolder: string },
      clock: systemClock,
      onSlow: () => {},
    });
    if (!pool.ok) return pool;
    const answer = await pool.value.call(task, input);
    await pool.value.close();
    return answer;
  }
}
