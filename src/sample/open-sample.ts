/** The sample edition of one library: its start is kept beside the library, so that dates and corrections hold still over restarts. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sampleNoteOf } from './sample-note.ts';
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

interface SampleNote {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Fetches so far of the feed that corrects itself. */
  readonly correctionFetches: number;
}

/** Starts the small server. In a folder that cannot be written to the times count from now; opening the library will say so. */
export async function openSample(libraryFolder: string): Promise<OpenSample> {
  const file = sampleNoteOf(libraryFolder);
  const kept = readNote(file);
  const note = kept ?? { startedAt: Date.now(), correctionFetches: 0 };
  if (kept === undefined) writeNote(file, libraryFolder, note);
  const edition = await startSampleEdition({
    ...note,
    onCorrectionFetch: (correctionFetches) => writeNote(file, libraryFolder, { ...note, correctionFetches }),
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

function readNote(file: string): SampleNote | undefined {
  try {
    const { startedAt, correctionFetches = 0 } = JSON.parse(readFileSync(file, 'utf8')) as Partial<SampleNote>;
    return startedAt !== undefined && Number.isFinite(startedAt) ? { startedAt, correctionFetches } : undefined;
  } catch {
    return undefined; // absent or unreadable: the edition begins now
  }
}

function writeNote(file: string, libraryFolder: string, note: SampleNote): void {
  try {
    mkdirSync(libraryFolder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify(note)}\n`);
  } catch {
    // read-only: whoever opens the library next says so in words
  }
}
