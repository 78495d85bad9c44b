/** The browser window: the same core and the same page as the desktop app, served to a browser on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Failure } from '../contract/errors.ts';
import { type Settings, settingsFrom } from '../contract/settings.ts';
import { terminalText } from '../contract/terminal-text.ts';
import { endOnCrash, logFile, nodeWorkers, openAtStart, programVersion, type StartedCore } from '../core/index.ts';
import { openSample } from '../sample/open-sample.ts';
import { lookAttributes } from '../window-page/look-attributes.ts';
import { storedMedia } from '../window-page/stored-media.ts';
import { createWindowPage } from '../window-page/window-page.ts';
import { serveInItsPlace } from './choose-port.ts';
import { endOnSignal } from './end-in-time.ts';
import { showEntrance } from './entrance.ts';
import { createEntryTokens } from './entry-tokens.ts';
import { readOptions, type ServerOptions } from './options.ts';

// what is made from here on is its owner's alone: the library, its backups, what is exported
process.umask(0o077);

const rendererFolder = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
function give(message: string): never {
  process.stderr.write(`${terminalText(message)}\n`);
  process.exit(1);
}

const options = readOptions(process.argv.slice(2));
if (!options.ok) give(options.error.message);
if (!existsSync(join(rendererFolder, 'index.html')))
  give('The window is not built yet. Run npm start, which builds it.');
/** What is open, to be closed in the opposite order. */
const opened: (() => Promise<void>)[] = [];
let libraryFolder = (): string => options.value.libraryFolder;
const file = logFile({
  libraryFolder: () => libraryFolder(),
  verbose: options.value.verbose,
  ...(options.value.verbose && { echo: (line) => console.error(terminalText(line)) }),
});
endOnCrash(file, give);
const running = run(options.value);
endOnSignal(async () => {
  // a library that is just being opened has to be closed as well, or the next start takes it for one left by a crash
  await running;
  for (const close of opened.toReversed()) await close();
});
await running;

async function run({ libraryFolder: folder, port, sample, polling, open }: ServerOptions): Promise<void> {
  const edition = await openSample(folder);
  opened.push(edition.close);
  const core = await openAtStart({
    libraryFolder: folder,
    log: file.log,
    workers: nodeWorkers,
    hostOverrides: edition.hostOverrides,
    sampleTitles: edition.titles,
    catalogueFile: new URL('../../resources/catalogue.json', import.meta.url),
    polling,
    ...(sample && { whenOpen: edition.subscribe }),
    onQuit: () => process.emit('SIGTERM'),
    // not process.stdout, which throws once nobody reads it
    say: (line) => console.log(terminalText(line)),
    onNotice: (sentence) => console.log(terminalText(sentence)),
  });
  // the last of all
  opened.unshift(async () => core.endIfHeld());
  opened.push(async () => {
    core.endIfOpening(0);
    await core.close();
  });
  libraryFolder = core.libraryFolder;
  const trouble = core.trouble();
  file.log('started', startFacts(trouble));
  if (trouble !== undefined)
    process.stdout.write(`${terminalText(trouble.message)}\nThis address shows what can be done:\n`);
  const page = createWindowPage({
    rendererFolder,
    mediaFile: (url, kind) => storedMedia(core, { url, kind, libraryFolder: core.libraryFolder() }),
    rootAttributes: async (request) =>
      lookAttributes(await settingsOf(core), {
        prefersDark: request.headers.get('sec-ch-prefers-color-scheme') === 'dark',
      }),
  });
  const tokens = createEntryTokens();
  opened.push(async () => tokens.end());
  const { window, lostPort } = await serveInItsPlace(folder, port, { core, tokens, page }).catch(
    async (cause: unknown) => {
      core.endIfOpening(1);
      await core.close();
      return give(whyNoPort(port, cause));
    },
  );
  opened.push(window.close);
  if (lostPort !== undefined)
    process.stdout.write(
      `Another program has port ${lostPort} now, where this window was. From now on it is here; close what is left of it there:\n`,
    );
  showEntrance({
    origin: window.origin,
    libraryFolder: folder,
    tokens,
    open,
    input: process.stdin,
    output: process.stdout,
  });
}

function startFacts(trouble: Failure | undefined): Readonly<Record<string, string>> {
  const { version, platform, arch } = process;
  return {
    version: programVersion,
    window: 'browser',
    system: `${platform} ${arch}`,
    node: version,
    library: trouble?.code ?? 'open',
  };
}

function whyNoPort(port: number | undefined, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (port === undefined) return `No port could be opened for the window (${String(code ?? cause)}).`;
  const why = code === 'EACCES' ? 'may be used by the system alone' : 'is taken by another program';
  return `Port ${port} ${why}. Choose another with --port.`;
}

/** The usual ones while no library is open. */
async function settingsOf({ call }: StartedCore): Promise<Settings> {
  const answer = await call('settings.get', {});
  return settingsFrom(answer.ok ? answer.value : {});
}
