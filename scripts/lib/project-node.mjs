/** Finds the Node that runs Broadsheet: 24, because better-sqlite3 crashes below 22 and the sources run unbuilt from 24. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';

const neededMajor = 24;

/** The one that came as a platform package, else the person's own. Costs a file look-up. @returns {string} */
export function projectNode() {
  const packaged = packagedNode();
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  throw new Stop(adviceFor(`${process.platform}-${process.arch}`));
}

/**
 * Starts the project's Node once, as a packaged one can be there and still not run (musl, an old glibc).
 * @returns {string}
 */
export function provenNode() {
  const node = projectNode();
  try {
    execFileSync(node, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Stop(adviceFor(`this ${process.platform}-${process.arch} system (its packaged Node does not run here)`));
  }
  return node;
}

function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = inRoot('node_modules', `node-${system}-${process.arch}`, 'bin');
  return `${folder}/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
}

/** @param {string} system */
function adviceFor(system) {
  const how =
    process.platform === 'darwin'
      ? 'Install it with "brew install node" or from nodejs.org'
      : 'Install it from nodejs.org';
  return `Broadsheet runs on Node ${neededMajor}, which npm does not bring for ${system}; yours is ${process.versions.node}. ${how}, then run the same command again.`;
}
