/** What a shell gives the core, and what it gets. */

import type { Result } from '../../contract/errors.ts';
import type { CoreEvent } from '../../contract/events.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { TellOpening } from './library/opening.ts';

export interface Core {
  /** Any call of the contract, by name. Input is checked; failures are values. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Returns the function that ends the subscription. */
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
  readonly close: () => Promise<void>;
  /** 'owner': this process holds the library; 'guest': calls go through the process that does, for as long as it lives. */
  readonly role: 'owner' | 'guest';
}

export interface CoreOptions {
  readonly libraryFolder: string;
  /** Entry files of the kinds of worker; only the shell knows where its build puts them. */
  readonly workers: { readonly reader: URL; readonly writer: URL; readonly task: URL; readonly story: URL };
  /** Host name -> 127.0.0.1:port, for what this program serves itself. Exempt from the address guard. */
  readonly hostOverrides?: Readonly<Record<string, string>>;
  /** What the system's settings say of an address, in the form of a PAC file's answer ("PROXY host:port", "DIRECT"). */
  readonly systemProxy?: (url: string) => Promise<string>;
  /** Fetch due feeds by itself. A window wants it; a single command does not. */
  readonly polling?: boolean;
  /** The catalogue of titles that ships with the program (resources/catalogue.json). */
  readonly catalogueFile?: URL;
  /** Titles that this program serves itself. */
  readonly sampleTitles?: readonly SampleTitle[];
  readonly clock?: Clock;
  readonly log?: Log;
  /** Task workers; 1 to 4. */
  readonly taskWorkers?: number;
  /** How long to wait for an owner that is just opening or closing the library; usually 5 s. */
  readonly waitForOwnerMs?: number;
  /** Hears how far the work is that a library needs before it can be opened, where that takes long. */
  readonly onOpening?: TellOpening;
  /** Hears, in a sentence each, what the reader should know of how the library was opened: hardly ever anything. */
  readonly onNotice?: (sentence: string) => void;
  /** How long it may take before anybody hears of it; usually 0.4 s. */
  readonly openingPatienceMs?: number;
  /** Shorter than the usual 20 s and 10 s, for tests. */
  readonly fetchLimits?: { readonly totalMs?: number; readonly connectMs?: number };
  /** How long a task worker may give no sign of life; shorter than the usual 20 s, for tests. */
  readonly taskPatienceMs?: number;
}

export interface SampleTitle {
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string;
  readonly section: string;
  readonly language: string;
  readonly folder: string;
  readonly country: string;
  readonly about: string;
  readonly perWeek: number;
}
