/** Makes a folder and those above it that are missing; nothing when it is there. Throws what the system says. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * One at a time: Node's own `recursive` never ends where a system that has no folders to give answers "no such file"
 * for a folder that could be made (/proc).
 */
export function makeFolder(folder: string, mode?: number): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // another process was faster
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
