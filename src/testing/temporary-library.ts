/** A library in a folder that goes when the test ends. Real files: WAL needs them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openLibrary } from '../core/engine/library/open-library.ts';
import type { WritableDb } from '../core/store/handles.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opened for writing, migrated, empty. Closed when the test ends. */
export function temporaryLibrary(): { readonly db: WritableDb; readonly folder: string } {
  const folder = temporaryFolder();
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  onTestFinished(() => db.close());
  return { db, folder };
}
