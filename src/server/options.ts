/** The browser window's command line. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../contract/errors.ts';
import { defaultLibraryFolder } from '../core/index.ts';

export interface ServerOptions {
  readonly libraryFolder: string;
  /** 0: any free port; undefined: the one that this library had last time, else any. */
  readonly port: number | undefined;
  readonly sample: boolean;
  /** Fetch due feeds by itself. */
  readonly polling: boolean;
  /** Open it in a window of its own where there is a browser for it, as a tab of the default browser, or not at all. */
  readonly open: 'window' | 'tab' | 'no';
  /** Log each call, and show the log on standard error. */
  readonly verbose: boolean;
}

export function readOptions(args: readonly string[]): Result<ServerOptions> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        open: { type: 'boolean', default: false },
        tab: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        'no-polling': { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535)) {
      return fail('bad_input', `--port takes a number from 0 to 65535, not ${values.port}.`);
    }
    if (values.library === '') return fail('bad_input', '--library is empty: name the folder of the library.');
    return ok({
      libraryFolder: resolve(values.library ?? defaultLibraryFolder()),
      port,
      sample: values.sample,
      polling: !values['no-polling'],
      open: values.open ? (values.tab ? 'tab' : 'window') : 'no',
      verbose: values.verbose,
    });
  } catch (error) {
    return fail('bad_input', error instanceof Error ? error.message : String(error));
  }
}
