/** A checkout of the commands alone, with sources of the test's own, to be run as a person runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plantTree } from './planted-tree.ts';

const scripts = fileURLToPath(new URL('..', import.meta.url));

/** npm's account of an installation that fits the lock file: nothing wanted, nothing there. */
export const installed = {
  'package.json': '{ "name": "planted", "version": "1.0.0" }',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": { "": {} } }',
  'node_modules/.package-lock.json': '{ "packages": {} }',
};

export function plantCheckout(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const planted = plantTree(files);
  cpSync(scripts, `${planted.folder}/scripts`, { recursive: true });
  return planted;
}

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Root may write everywhere, so a test of a folder that cannot be written runs as somebody else. */
  readonly uid?: number;
  /** Gets the process once it has printed something. */
  readonly started?: (child: ChildProcess) => void;
}

/** Runs one of the commands on the Node of the tests. */
export function runScript(
  folder: string,
  args: readonly string[],
  { env = {}, input = '', uid, started }: RunOptions = {},
): Promise<Outcome> {
  const { npm_execpath: _, npm_lifecycle_event: __, INIT_CWD: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...inherited, ...env },
    ...(uid !== undefined && { uid }),
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  if (started) child.stdout.once('data', () => started(child));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...text }));
  });
}
