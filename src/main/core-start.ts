/** Opens the library with what ships beside the app. Where it cannot be opened, the window says so and offers the ways out. */
import { terminalText } from '../contract/terminal-text.ts';
import { type CoreOptions, type LogFile, openAtStart, type StartedCore } from '../core/index.ts';
import { openSample } from '../sample/open-sample.ts';

export interface OpenLibrary {
  readonly core: StartedCore;
  /** Puts everything away. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface LibraryWish {
  readonly libraryFolder: string;
  readonly workers: CoreOptions['workers'];
  /** Subscribe to the sample edition. */
  readonly sample: boolean;
  /** What the system's own settings say of an address. */
  readonly systemProxy: (url: string) => Promise<string>;
  readonly log: LogFile['log'];
  readonly onQuit: () => void;
  readonly onRestart: () => void;
}

export async function openLibrary({ sample, ...wish }: LibraryWish): Promise<OpenLibrary> {
  const edition = await openSample(wish.libraryFolder);
  const core = await openAtStart({
    ...wish,
    hostOverrides: edition.hostOverrides,
    sampleTitles: edition.titles,
    catalogueFile: new URL('../../resources/catalogue.json', import.meta.url),
    polling: true,
    // not process.stdout: a terminal that was closed would end the app by an error nobody hears
    say: (line) => console.log(terminalText(line)),
    ...(sample && { whenOpen: edition.subscribe }),
  });
  const close = async () => {
    await core.close();
    await edition.close();
  };
  return { core, close };
}
