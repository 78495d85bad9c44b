/** One core for all tests of a file, where each may find what the one before it left. A start costs most of a second. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Core } from '../core/engine/core-options.ts';
import { createCore, nodeWorkers } from '../core/index.ts';
import { mustBeOk } from './test-core.ts';

export interface FileCore {
  readonly core: () => Core;
  readonly folder: () => string;
}

/** Call it at the top of a test file. */
export function fileCore(): FileCore {
  let open: { readonly core: Core; readonly folder: string } | undefined;
  const opened = () => {
    if (!open) throw new Error('The core of a file is there only while its tests run.');
    return open;
  };
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
    open = {
      folder,
      core: mustBeOk(await createCore({ libraryFolder: folder, workers: nodeWorkers, taskWorkers: 1 })),
    };
  });
  afterAll(async () => {
    await opened().core.close();
    rmSync(opened().folder, { recursive: true, force: true });
  });
  return { core: () => opened().core, folder: () => opened().folder };
}
