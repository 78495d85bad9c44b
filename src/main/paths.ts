/** Where things lie, and what the command line asks for. */
import { join, resolve } from 'node:path';

const outFolder = join(import.meta.dirname, '..');

/** Files of the build, beside this bundle. */
export const builtFiles = {
  preload: join(outFolder, 'preload', 'index.cjs'),
  rendererFolder: join(outFolder, 'renderer'),
} as const;

export interface LaunchOptions {
  /** The library named by `--library DIR` (or `--library=DIR`), absolute. */
  readonly libraryFolder: string | undefined;
  /** `--sample`: begin with the sample edition. */
  readonly sample: boolean;
  /** `--verbose`: log each call, and show the log on the terminal. */
  readonly verbose: boolean;
}

/** Reads the arguments after the program; those of Chromium and unknown ones are left alone. */
export function launchOptions(argv: readonly string[], workingFolder: string): LaunchOptions {
  const at = argv.findIndex((argument) => argument === '--library' || argument.startsWith('--library='));
  const named = argv[at]?.startsWith('--library=') ? argv[at].slice('--library='.length) : argv[at + 1];
  return {
    libraryFolder: at >= 0 && named && !named.startsWith('--') ? resolve(workingFolder, named) : undefined,
    sample: argv.includes('--sample'),
    verbose: argv.includes('--verbose'),
  };
}
