/**
 * A core for a window, which opens in any case. While a library is checked, mended or brought forward, which takes minutes
 * where it has several GB, it answers how far that is; where it cannot be opened, with what is wrong, and takes the ways
 * out. Once the library is open, it is that library's core.
 */
import { type Failure, fail, ok, type Result } from '../../../contract/errors.ts';
import { methods, type ParsedInputOf } from '../../../contract/index.ts';
import { settingsFrom } from '../../../contract/settings.ts';
import type { StartTrouble, StartWay } from '../../../contract/start.ts';
import { silentLog } from '../../lib/log.ts';
import { asFailure } from '../as-failure.ts';
import type { Core, CoreOptions } from '../core-options.ts';
import { createCore } from '../create-core.ts';
import { EventBus } from '../event-bus.ts';
import type { ReaderAhead } from '../workers/reader-ahead.ts';
import { isWorkingAlone, workAlone } from '../workers/work-alone.ts';
import { OpeningWatch } from './opening-watch.ts';
import { placeForCopy } from './start-tasks.ts';

export interface StartOptions extends CoreOptions {
  /** Runs once the library is open, before a window hears of it. */
  readonly whenOpen?: (call: Core['call']) => Promise<void>;
  /** The person gave up. */
  readonly onQuit: () => void;
  /** The person asked for a new start. Without it the shell cannot start itself again. */
  readonly onRestart?: () => void;
  /** Hears in a line, for a terminal, what opening is at where it takes long, and how it ends. */
  readonly say?: (line: string) => void;
}

export interface StartedCore extends Pick<Core, 'call' | 'on' | 'close'> {
  /** The folder that is open, or is to be: a way out may lead to another. */
  readonly libraryFolder: () => string;
  /** Why the library is not open; undefined once it is. */
  readonly trouble: () => Failure | undefined;
  /**
   * Ends the process, with this code, if the library is being worked on: that may take minutes, and each of its steps survives
   * a kill. To be asked before `close`, which waits.
   */
  readonly endIfOpening: (exitCode: number) => void;
  /** Ends the process if a thread would hold it: that one is in SQLite, and changes nothing. To be asked after `close`. */
  readonly endIfHeld: () => void;
}

const usual: readonly StartWay[] = ['try-again', 'open', 'quit'];
const waysOut: Readonly<Partial<Record<Failure['code'], readonly StartWay[]>>> = {
  library_damaged: ['restore', 'begin-anew', 'open', 'quit'],
  library_newer: ['open', 'begin-anew', 'quit'],
  library_read_only: ['copy', 'try-again', 'open', 'quit'],
};
// The answer that the app ends must reach its window before it does.
const lastAnswerMs = 200;

/** Resolves once the library is open, cannot be opened, or turns out to take long. */
export async function openAtStart(options: StartOptions, ahead?: ReaderAhead): Promise<StartedCore> {
  const start = new Start(options);
  await Promise.race([start.openFirst(ahead), start.watch.isLong]);
  return {
    call: (name, input) => start.call(name, input),
    on: (listener) => start.bus.on(listener),
    close: () => start.close(),
    libraryFolder: () => start.folder,
    trouble: () => start.trouble,
    endIfOpening: (exitCode) => endIfOpening(start.watch, exitCode),
    endIfHeld: () => {
      if (isWorkingAlone()) endAtOnce();
    },
  };
}

function endIfOpening({ state }: OpeningWatch, exitCode: number): void {
  if (state === 'in one go') endAtOnce();
  if (state === 'in steps') process.exit(exitCode);
}

/** Node's own exit waits for a thread that is in SQLite. */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}

class Start {
  readonly bus: EventBus;
  readonly watch: OpeningWatch;
  readonly #options: StartOptions;
  #core: Core | undefined;
  #first: Promise<unknown> | undefined;
  #isLeaving = false;
  folder: string;
  trouble: Failure | undefined;

  constructor(options: StartOptions) {
    this.#options = options;
    this.bus = new EventBus(options.log ?? silentLog);
    this.folder = options.libraryFolder;
    this.watch = new OpeningWatch(options.say ?? (() => {}));
  }

  openFirst(ahead?: ReaderAhead): Promise<unknown> {
    this.#first = this.open(this.folder, ahead);
    return this.#first;
  }

  async open(folder: string, ahead?: ReaderAhead): Promise<Result<{ readonly isOpen: boolean }>> {
    const opened = await this.#openIn(folder, ahead);
    const wasLong = this.watch.end(opened);
    if (!opened.ok) {
      // another folder that cannot be opened either does not take the place of the one that was asked for
      if (folder === this.folder) this.trouble = opened.error;
      return opened;
    }
    const core = opened.value;
    core.on((event) => this.bus.emit(event));
    this.#core = core;
    this.folder = folder;
    const hadTrouble = this.trouble !== undefined;
    this.trouble = undefined;
    if (hadTrouble || wasLong) await this.#tellShell(core);
    return ok({ isOpen: true });
  }

  async #openIn(libraryFolder: string, ahead: ReaderAhead | undefined): Promise<Result<Core>> {
    try {
      const opened = await createCore({ ...this.#options, libraryFolder, onOpening: this.watch.hear }, ahead);
      if (opened.ok) await this.#options.whenOpen?.(opened.value.call);
      return opened;
    } catch (error) {
      // with a window that waits there is nobody else to hear of it
      return asFailure(error, 'open');
    }
  }

  /** The shell has gone by the usual settings so far. */
  async #tellShell({ call }: Core): Promise<void> {
    const read = await call('settings.get', {});
    if (read.ok) this.bus.emit({ type: 'settings-changed', settings: settingsFrom(read.value) });
    this.bus.emit({ type: 'feeds-changed' });
  }

  async call(name: string, input: unknown): Promise<Result<unknown>> {
    const { onRestart } = this.#options;
    if (this.#core !== undefined && onRestart !== undefined && name === 'start.again') {
      setTimeout(onRestart, lastAnswerMs);
      return ok({});
    }
    if (this.#core !== undefined) return this.#core.call(name, input);
    if (name === 'start.leave') return this.#take(input);
    const progress = this.watch.progress();
    const { trouble } = this;
    if (progress !== undefined || trouble === undefined) {
      if (progress !== undefined && name === 'start.status') return ok({ progress, trouble: null });
      return fail('library_opening', `${progress?.message ?? 'The library is being opened.'} Wait until that is done.`);
    }
    return name === 'start.status'
      ? ok({ progress: null, trouble: await this.#describe(trouble) })
      : { ok: false, error: trouble };
  }

  async #take(input: unknown): Promise<Result<unknown>> {
    const wish = methods['start.leave'].input.safeParse(input);
    if (!wish.success) return fail('bad_input', 'This is no way out of a start that failed.');
    if (wish.data.way !== 'quit' && (this.#isLeaving || this.trouble === undefined))
      return fail('conflict', 'Something is being done already. Wait until that has ended.');
    this.#isLeaving = true;
    return this.#leave(wish.data).finally(() => {
      this.#isLeaving = false;
    });
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#first;
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
    this.watch.rest();
    return done.ok ? this.open(folder) : done;
  }

  #work(task: string, input: unknown): Promise<Result<unknown>> {
    const file = this.#options.workers.task;
    return workAlone({ file, libraryFolder: this.folder, onOpening: this.watch.hear }, task, input);
  }
}
