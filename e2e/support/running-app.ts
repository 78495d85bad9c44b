/** What a spec holds of a started app, whichever shell it runs in. */
import type { Page } from '@playwright/test';

export type Shell = 'browser' | 'stand-in' | 'electron';

export interface LaunchOptions {
  /** A folder of the test's own; the library lies in it, and what a shell keeps for itself. */
  readonly folder: string;
  /** More arguments: --sample. */
  readonly args: readonly string[];
}

/** The desktop around the window; there is none in a browser. */
export interface Desktop {
  /** Runs a function in the main process; it gets Electron's module and closes over nothing. */
  readonly evaluate: <Value, Argument>(
    run: (electron: typeof Electron.CrossProcessExports, argument: Argument) => Value | Promise<Value>,
    argument: Argument,
  ) => Promise<Value>;
  /** Resolves when the main process has ended, with its exit code. */
  readonly ended: Promise<number | null>;
}

export interface RunningApp {
  readonly window: Page;
  readonly desktop: Desktop | undefined;
  /** What the app's process wrote to its standard error. */
  readonly complaints: () => string;
  readonly close: () => Promise<void>;
}
