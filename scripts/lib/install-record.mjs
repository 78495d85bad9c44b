/** Remembers which lock file node_modules was installed from, so that a command knows in a millisecond that all is there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

const recordFile = inRoot('node_modules', '.broadsheet-install');

/** What must be the same for an installation to fit: the lock file, and the system its binaries are for. */
function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

export function isInstalled() {
  try {
    return readFileSync(recordFile, 'utf8') === fingerprint();
  } catch {
    return false; // no record, or no node_modules at all
  }
}

/** In a folder that cannot be written nothing is remembered, and the next command looks again. */
export function rememberInstalled() {
  try {
    writeFileSync(recordFile, fingerprint());
  } catch {}
}

/**
 * Whether somebody's own `npm install` already brought what the lock file asks for. npm keeps its account of that in
 * node_modules/.package-lock.json; packages for other systems are optional and may be absent.
 */
export function isInstalledByHand() {
  try {
    const wanted = readPackages(inRoot('package-lock.json'));
    const present = readPackages(inRoot('node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === '') return true;
      const found = present[path];
      return found ? found.version === version && existsSync(inRoot(path, 'package.json')) : optional === true;
    });
  } catch {
    return false;
  }
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
