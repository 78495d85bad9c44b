/** Keeping the archive: its sizes, what is let go, tidying, backups. Long work goes in steps that others come between. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../../contract/errors.ts';
import type { FlowParts } from '../flow-parts.ts';
import { backupFolder, listBackups } from '../library/backup-files.ts';
import { cancelRestore, planGoBack, restoreState } from '../library/restore-backup.ts';
import type { Flows } from '../router.ts';

// Segments of the index that are merged at most; a library of 1,000,000 articles needs about 1,000.
const mostMerges = 5_000;

export function keepFlows({ asks, bus, clock, options }: FlowParts) {
  const { libraryFolder } = options;
  const progress = (job: string, done: number, total: number): void => bus.emit({ type: 'progress', job, done, total });
  return {
    'archive.sizes': async () => {
      const sizes = await asks.read('archive.storedSizes', {});
      if (!sizes.ok) return sizes;
      const backupBytes = sumOfFiles(libraryFolder);
      return ok({ ...sizes.value, backupBytes });
    },
    'archive.clean': () => cleanArchive({ asks, bus }),
    'archive.compact': async () => {
      const before = await asks.read('archive.storedSizes', {});
      if (!before.ok) return before;
      for (let merges = 0; merges < mostMerges; merges += 1) {
        const more = await asks.write('archive.mergeStep', {});
        if (!more.ok) return more;
        progress('archive.compact', merges, mostMerges);
        if (!more.value) break;
      }
      for (;;) {
        const free = await asks.write('archive.roomStep', {});
        if (!free.ok) return free;
        progress('archive.compact', mostMerges - Math.min(mostMerges, free.value), mostMerges);
        if (free.value === 0) break;
      }
      // the file itself shrinks when its log is next written into it
      const after = await asks.read('archive.storedSizes', {});
      return after.ok ? ok({ beforeBytes: before.value.fileBytes, afterBytes: after.value.fileBytes }) : after;
    },
    'archive.checkIndex': async () => {
      const sound = await asks.write('archive.indexIsSound', {});
      if (!sound.ok || sound.value) return sound.ok ? ok({ wasSound: true }) : sound;
      const rebuilt = await rebuildIndex({ asks, bus });
      return rebuilt.ok ? ok({ wasSound: false }) : rebuilt;
    },
    'backups.list': async () => ok(listBackups(libraryFolder)),
    'backups.make': async () => asks.work('backup.make', { kind: 'manual', at: clock.now() }),
    'backups.state': async () => ok(restoreState(libraryFolder)),
    'backups.cancelRestore': async () => {
      cancelRestore(libraryFolder);
      return ok({});
    },
    'backups.goBack': async () => {
      const planned = planGoBack(libraryFolder, clock.now());
      return planned.ok ? ok({ restartNeeded: true }) : planned;
    },
    'backups.restore': async (input) => {
      // in a thread of its own: a backup of several GB is looked through for minutes
      const planned = await asks.work('start.planRestore', { backup: input.name });
      return planned.ok ? ok({ restartNeeded: true }) : planned;
    },
  } satisfies Partial<Flows>;
}

/** Until nothing is left to go, or the signal says to give up: the rest goes another day. */
export async function cleanArchive({ asks, bus }: Pick<FlowParts, 'asks' | 'bus'>, signal?: AbortSignal) {
  const preview = await asks.read('archive.preview', {});
  if (!preview.ok) return preview;
  const total = preview.value.articles;
  const cuts = await asks.read('archive.cuts', {});
  if (!cuts.ok) return cuts;
  let articles = 0;
  for (const cut of cuts.value) {
    while (signal?.aborted !== true) {
      const step = await asks.write('archive.cleanStep', { cut });
      if (!step.ok) return step;
      if (step.value === 0) break;
      articles += step.value;
      bus.emit({ type: 'progress', job: 'archive.clean', done: articles, total: Math.max(total, articles) });
    }
  }
  if (articles > 0) bus.tell('archive.clean', { type: 'articles-marked' });
  return ok({ articles });
}

/** Newest articles first; what is indexed is found meanwhile. */
export async function rebuildIndex({ asks, bus }: Pick<FlowParts, 'asks' | 'bus'>) {
  const sound = await asks.read('archive.indexHasSoundPages', {});
  if (!sound.ok) return sound;
  const begun = await asks.write('archive.rebuildBegin', { how: sound.value ? 'empty' : 'put aside' });
  if (!begun.ok) return begun;
  return continueRebuild({ asks, bus });
}

/** Also at a start, when the last one ended in the middle. */
export async function continueRebuild({ asks, bus }: Pick<FlowParts, 'asks' | 'bus'>) {
  for (let done = 0; ; done += 1) {
    const more = await asks.write('archive.rebuildStep', {});
    if (!more.ok || !more.value) return more;
    if (done % 20 === 0) bus.emit({ type: 'progress', job: 'archive.checkIndex', done, total: done + 1 });
  }
}

function sumOfFiles(libraryFolder: string): number {
  const seen = new Set<number>();
  let sum = 0;
  for (const { name } of listBackups(libraryFolder)) {
    const { ino, size } = statSync(join(backupFolder(libraryFolder), name));
    // a weekly backup may be a daily one under a second name
    if (seen.has(ino)) continue;
    seen.add(ino);
    sum += size;
  }
  return sum;
}
