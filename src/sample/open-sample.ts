/** The sample edition of one library: its start is kept beside the library, so that dates and corrections hold still over restarts. */

import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { replacePlain } from '../core/lib/own-files/plain-files.ts';
import { readNote } from '../core/lib/own-files/state-note.ts';
import { sampleNoteName } from './sample-note.ts';
import { type SampleTitleEntry, startSampleEdition } from './start-sample-edition.ts';

/** A call of the contract. */
type Call = (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value?: unknown }>;

export interface OpenSample {
  readonly hostOverrides: Readonly<Record<string, string>>;
  readonly titles: readonly SampleTitleEntry[];
  /** Subscribes to all titles, unless there are feeds already. */
  readonly subscribe: (call: Call) => Promise<void>;
  readonly close: () => Promise<void>;
}

const sampleNote = z.object({
  /** Epoch milliseconds. */
  startedAt: z.number().min(0).max(8.64e15),
  /** Fetches so far of the feed that corrects itself. */
  correctionFetches: z.int().min(0).default(0),
});
type SampleNote = z.infer<typeof sampleNote>;

/** Starts the small server. In a folder that cannot be written to the times count from now; opening the library will say so. */
export async function openSample(libraryFolder: string): Promise<OpenSample> {
  const kept = keptNote(libraryFolder);
  const note = kept ?? { startedAt: Date.now(), correctionFetches: 0 };
  if (kept === undefined) writeNote(libraryFolder, note);
  const edition = await startSampleEdition({
    ...note,
    onCorrectionFetch: (correctionFetches) => writeNote(libraryFolder, { ...note, correctionFetches }),
  });
  return {
    hostOverrides: edition.hostOverrides,
    titles: edition.titles,
    subscribe: (call) => subscribe(call, edition.titles),
    close: () => edition.close(),
  };
}

async function subscribe(call: Call, titles: readonly SampleTitleEntry[]): Promise<void> {
  const feeds = await call('feeds.list', {});
  if (!feeds.ok || (Array.isArray(feeds.value) && feeds.value.length > 0)) return;
  await call('feeds.addMany', {
    feeds: titles.map(({ url, title, folder, section }) => ({ url, title, folder: [folder], section })),
  });
  await call('settings.set', { firstRunDone: true });
}

/** Undefined when it is absent, unreadable or not ours: the edition begins now. */
function keptNote(libraryFolder: string): SampleNote | undefined {
  try {
    const read = readNote(libraryFolder, sampleNoteName, sampleNote);
    return read.kind === 'note' ? read.value : undefined;
  } catch {
    return undefined;
  }
}

function writeNote(libraryFolder: string, note: SampleNote): void {
  try {
    mkdirSync(libraryFolder, { recursive: true, mode: 0o700 });
    replacePlain(libraryFolder, sampleNoteName, `${JSON.stringify(note)}\n`);
  } catch {
    // read-only: whoever opens the library next says so in words
  }
}
