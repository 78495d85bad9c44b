/** Finds the Node that runs Broadsheet: 24, because better-sqlite3 crashes below 22 and the sources run unbuilt from 24. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isKnownNode, removeNode } from './check-node.mjs';
import { Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';

const neededMajor = 24;

/** Names a Node of the person's own, to be used instead of the one that came as a package. */
export const nodeVariable = 'BROADSHEET_NODE';

/**
 * The one that the person named, the one that came as a platform package, else the one that runs this. Costs a few file
 * look-ups; half a second for a packaged one that has not been looked at yet, and the start of one that was named.
 * @returns {string}
 */
export function projectNode() {
  const named = process.env[nodeVariable];
  if (named !== undefined && named !== '') return namedNode(named);
  const packaged = packagedNode();
  if (existsSync(packaged.program)) {
    if (isKnownNode(packaged)) return packaged.program;
    removeNode(packaged.program);
    throw new Stop(
      `The Node that npm brought (${packaged.name}) is not the one that Broadsheet was made with, so it was not run and has been removed. Delete node_modules and run the same command again, or name a Node ${neededMajor} of your own in ${nodeVariable}.`,
    );
  }
  if (majorOf(process.versions.node) >= neededMajor) return process.execPath;
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

/** @param {string} path */
function namedNode(path) {
  const node = resolve(path); // a bare "node" would be looked up where npm puts the packaged one first
  const version = versionOf(node);
  if (version !== undefined && majorOf(version) >= neededMajor) return node;
  const what = version === undefined ? 'which is no Node' : `which is Node ${version}`;
  throw new Stop(
    `${nodeVariable} names ${node}, ${what}; Broadsheet needs ${neededMajor} or newer. Correct it, or unset it and run the same command again.`,
  );
}

/** @param {string} node */
function versionOf(node) {
  try {
    return execFileSync(node, ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}

function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  return { name, program: inRoot('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node') };
}

/** @param {string} system */
function adviceFor(system) {
  const how =
    process.platform === 'darwin'
      ? 'Install it with "brew install node" or from nodejs.org'
      : 'Install it from nodejs.org';
  return `Broadsheet runs on Node ${neededMajor}, which npm does not bring for ${system}; yours is ${process.versions.node}. ${how}, then run the same command again.`;
}
