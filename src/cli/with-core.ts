/** Opens the library for one command and closes it again. Beside an open window the command goes through that window's core. */

import { type Client, createClient } from '../contract/client.ts';
import type { Result } from '../contract/errors.ts';
import { createCore, defaultLibraryFolder, endOnCrash, logFile, nodeWorkers } from '../core/index.ts';
import { hasSample } from '../sample/sample-note.ts';
import type { Arguments } from './arguments.ts';
import { closeOnSignal } from './end-early.ts';
import { printAside, printFailure } from './output.ts';

export type Calls = Client & { readonly callNamed: (name: string, input: unknown) => Promise<Result<unknown>> };

/** Runs `work` and returns its exit code. */
export async function withCore(args: Arguments, work: (calls: Calls) => Promise<number>): Promise<number> {
  const libraryFolder = args.libraryFolder ?? defaultLibraryFolder();
  // sample feeds can be fetched only while this program serves them
  const sample = hasSample(libraryFolder)
    ? await (await import('../sample/open-sample.ts')).openSample(libraryFolder)
    : undefined;
  const file = logFile({
    libraryFolder: () => libraryFolder,
    verbose: args.verbose,
    ...(args.verbose && { echo: printAside }),
  });
  endOnCrash(file, printAside);
  const opening = createCore({
    libraryFolder,
    log: file.log,
    workers: nodeWorkers,
    ...(sample === undefined ? {} : { hostOverrides: sample.hostOverrides, sampleTitles: sample.titles }),
    catalogueFile: new URL('../../resources/catalogue.json', import.meta.url),
    onNotice: printAside,
  });
  // also one that is just being opened is to be closed
  const staysOpen = closeOnSignal(async () => {
    const opened = await opening;
    if (opened.ok) await opened.value.close();
  });
  const core = await opening;
  if (!core.ok) {
    staysOpen();
    await sample?.close();
    return printFailure(core.error, args.json);
  }
  try {
    const { call, on } = core.value;
    return await work({ ...createClient({ call, on }), callNamed: call });
  } finally {
    await core.value.close();
    staysOpen();
    await sample?.close();
  }
}
