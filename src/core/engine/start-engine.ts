/** Puts the parts together: owns the library, starts the workers in their order, opens the door, begins to poll. */
import { availableParallelism } from 'node:os';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { methods } from '../../contract/index.ts';
import { systemClock } from '../lib/clock.ts';
import { silentLog } from '../lib/log.ts';
import { ArchiveKeeper } from './archive/archive-keeper.ts';
import { type Asks, askOf } from './asks.ts';
import type { Commands } from './commands.ts';
import type { Core, CoreOptions } from './core-options.ts';
import { EventBus } from './event-bus.ts';
import { Afterwards } from './fetching/afterwards.ts';
import { newsOfFeed } from './fetching/feed-news.ts';
import { Poller } from './fetching/poller.ts';
import { answerProxyQuestions } from './fetching/proxy-questions.ts';
import { createFlows } from './flows.ts';
import { checkIndexAfterStop } from './library/check-index.ts';
import { putForeignAside } from './library/foreign-files.ts';
import { keepPrivate } from './library/keep-private.ts';
import { isAtRest, noteCleanClose, noteOpen } from './library/library-at-rest.ts';
import { openDoor } from './library/local-door.ts';
import { type Ownership, takeOwnership } from './library/owner.ts';
import { tellOfTakenRows } from './library/taken-notice.ts';
import { loggedCalls } from './logged-calls.ts';
import type { Queries } from './queries.ts';
import { createRouter } from './router.ts';
import { keepSearchCounts } from './searching/search-counter.ts';
import { StoryDesk } from './stories/story-desk.ts';
import type { Tasks } from './tasks.ts';
import type { ReaderAhead } from './workers/reader-ahead.ts';
import { openGate } from './workers/worker-gate.ts';
import { WorkerPool } from './workers/worker-pool.ts';

interface Pools {
  readonly writer: WorkerPool;
  readonly readers: WorkerPool;
  readonly tasks: WorkerPool;
  /** Started when stories are first wanted: a single command seldom does. */
  readonly startStories: () => Promise<Result<WorkerPool>>;
  readonly damage: Damage;
  readonly wasAtRest: boolean;
}

interface Assembled extends CoreOptions {
  readonly notices: readonly string[];
}

interface Damage {
  /** Met since the start: the next one looks at the whole file. */
  isMet: boolean;
  /** What is done about it, once there is somebody to do it. */
  mend: () => void;
}

// A window that shows its list may be clicked: by then the writer stands.
const writerWaitsMs = 250;

/** Takes the reader over once the library is owned; until then, and where it is not, the reader is the caller's. */
export async function startEngine(options: CoreOptions, ahead: ReaderAhead): Promise<Result<Core>> {
  const looked = putForeignAside(options.libraryFolder);
  if (!looked.ok) return looked;
  const notices = keepPrivate(options.libraryFolder);
  const owned = takeOwnership(options.libraryFolder);
  if (!owned.ok) return owned;
  const pools = await startPools(options, ahead);
  if (!pools.ok) {
    owned.value.release();
    return pools;
  }
  for (const sentence of notices) options.onNotice?.(sentence);
  if (!pools.value.wasAtRest) await tellOfTakenRows({ read: askOf<Queries>(pools.value.readers) }, options.onNotice);
  return ok(await assemble({ ...options, notices }, owned.value, pools.value));
}

/**
 * A library at rest is read at once, and the writer starts with the first command, or a moment later. Any other the writer
 * makes, migrates or mends before it is read. Task workers hold no database and start with the first task.
 */
async function startPools(options: CoreOptions, { worker, gate }: ReaderAhead): Promise<Result<Pools>> {
  const log = options.log ?? silentLog;
  const damage: Damage = { isMet: false, mend: () => {} };
  const { workers, systemProxy, openingPatienceMs: patienceMs } = options;
  const data = {
    libraryFolder: options.libraryFolder,
    hostOverrides: options.hostOverrides ?? {},
    ...(options.fetchLimits && { fetchLimits: options.fetchLimits }),
  };
  const shared = {
    onDamage: () => {
      damage.isMet = true;
      damage.mend();
    },
    clock: options.clock ?? systemClock,
    data,
    log,
    onSlow: (name: string, ms: number) => log('slow call', { name, ms: Math.round(ms) }),
  };
  const readersLoading = WorkerPool.start({
    ...shared,
    data: { ...data, gate },
    kind: 'reader',
    file: workers.reader,
    ahead: worker,
    size: 2,
    atOnce: 1,
  });
  const atOnce = isAtRest(options.libraryFolder) ? 0 : 1;
  if (atOnce === 0) openGate(gate, true);
  const writer = await WorkerPool.start({
    ...shared,
    data: { ...data, ...(patienceMs !== undefined && { patienceMs }) },
    kind: 'writer',
    file: workers.writer,
    size: 1,
    atOnce,
    onOpening: options.onOpening,
  });
  openGate(gate, writer.ok);
  const readers = await readersLoading;
  const tasks = await WorkerPool.start({
    ...shared,
    kind: 'task',
    file: workers.task,
    patienceMs: options.taskPatienceMs,
    limitMs: taskLimitMs,
    size: options.taskWorkers ?? Math.min(2, Math.max(1, availableParallelism() - 1)),
    atOnce: 0,
    ...(systemProxy && { answerOn: (port) => answerProxyQuestions(port, systemProxy) }),
  });
  if (!writer.ok || !readers.ok || !tasks.ok) {
    for (const pool of [readers, writer]) if (pool.ok) await pool.value.close();
    const failures = [writer, readers, tasks].flatMap((pool) => (pool.ok ? [] : [pool]));
    return failures[0] ?? fail('worker_lost', 'A part of Broadsheet did not start. Start it again.');
  }
  const startStories = () => WorkerPool.start({ ...shared, kind: 'story', file: workers.story, size: 1 });
  return ok({
    writer: writer.value,
    readers: readers.value,
    tasks: tasks.value,
    startStories,
    damage,
    wasAtRest: atOnce === 0,
  });
}

// Each request has a limit of its own; this one is for what no limit was thought of.
const taskMs = 10 * 60_000;

/** An archive or a backup takes as long as the library is large; of those it is enough that they give signs of life. */
function taskLimitMs(name: string): number | undefined {
  return name.startsWith('archive.') || name.startsWith('backup.') ? undefined : taskMs;
}

function beginKeeping(keeper: ArchiveKeeper, parts: Parameters<typeof checkIndexAfterStop>[0]): void {
  keeper.begin();
  void checkIndexAfterStop(parts, () => keeper.repairIndex());
}

/** Nobody asked for it: which text is shown stays open. */
function textAhead(call: Core['call']): (id: number) => Promise<unknown> {
  return (id) => call('articles.fullText', { id, automatic: true });
}

async function assemble(options: Assembled, ownership: Ownership, pools: Pools): Promise<Core> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? silentLog;
  const bus = new EventBus(log);
  const asks: Asks = {
    read: askOf<Queries>(pools.readers),
    write: askOf<Commands>(pools.writer),
    work: askOf<Tasks>(pools.tasks),
  };
  const on = (listener: Parameters<Core['on']>[0]): (() => void) => bus.on(listener);
  // nobody can know of it before it is announced
  const opening = openDoor({ call: (name, input) => call(name, input), on });
  const poller = await Poller.create({ asks, bus, clock });
  const stopCounting = keepSearchCounts({ asks, bus, clock });
  const stories = new StoryDesk(
    { asks, bus, clock },
    { start: pools.startStories, inBackground: options.polling === true },
  );
  const flows = createFlows({ asks, bus, clock, poller, stories, options, notices: options.notices });
  const keeper = new ArchiveKeeper({ asks, bus, clock, options });
  pools.damage.mend = () => keeper.mendIndex();
  const onDamagedIndex = () => keeper.repairIndex();
  const router = createRouter({ ...pools, calls: methods, stories, flows, bus, onDamagedIndex });
  const call = loggedCalls(router, log);
  const door = await opening;
  ownership.announce(door.door);
  const afterwards = new Afterwards({ asks, bus, clock, fullText: textAhead(call) });
  if (options.polling === true) {
    beginKeeping(keeper, { asks, options });
    poller.desk.onDone = (done) => {
      afterwards.feedDone(done);
      const news = newsOfFeed(done);
      if (news !== undefined) bus.emit(news);
    };
    poller.begin();
  }
  stories.begin();
  const writerStart = setTimeout(() => pools.writer.warm(), writerWaitsMs).unref();
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    // whoever asks from now on will wait for the next owner, or be it
    const shut = door.shut();
    clearTimeout(writerStart);
    afterwards.stop();
    await poller.stop();
    await shut;
    await stories.stop();
    await stopCounting();
    await keeper.stop();
    await pools.tasks.close();
    // readers close before the file's writer, which then tidies and removes the write-ahead log
    await pools.readers.close();
    await pools.writer.close();
    if (pools.damage.isMet) noteOpen(options.libraryFolder);
    else noteCleanClose(options.libraryFolder);
    ownership.release();
    await door.close();
  };
  return {
    role: 'owner',
    call,
    on,
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
