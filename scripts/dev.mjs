/**
 * `npm run dev`: the window in a browser, from the sources as they are. A change of the window is there at once; after one of
 * the core the server starts anew and the window is loaded again. Its library is one of its own, with the sample edition.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { coreEnvironment, coreFlags } from './lib/core-process.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, Stop, say } from './lib/plain-words.mjs';
import { inRoot } from './lib/root.mjs';

const usualArguments = ['--library', inRoot('.cache', 'dev-library'), '--sample', '--verbose'];
const coreFolders = ['contract', 'core', 'sample', 'server', 'window-page'];
/** What the page asks of the server and not of Vite. */
const ofServer = '^/(?:rpc|events|session|open|hello/.*|media/.*)$';
// an editor writes a file in several steps, and a switch of branches many files
const quietMs = 300;

await runCommand(async () => {
  const node = await ensureInstalled(say);
  // the server looks whether there is a window; which one it is does not matter
  if (!existsSync(inRoot('out', 'renderer', 'index.html'))) await ensureBuilt(node, say);
  const given = process.argv.slice(2);
  const core = await startCore(node, given.length === 0 ? usualArguments : given);
  const window = await serveWindow(() => core.origin());
  const [address = ''] = window.resolvedUrls?.local ?? [];
  say(`The window, once, within a minute: ${address}#token=${core.token()}`);
  watchCore(async () => {
    say('The core has changed: it starts anew.');
    await core.restart();
    window.ws.send({ type: 'full-reload' });
  });
  return new Promise(() => {});
});

/** @param {string} node @param {readonly string[]} args */
async function startCore(node, args) {
  let running = await startServer(node, args);
  return {
    origin: () => running.origin,
    token: () => running.token,
    restart: async () => {
      await running.end();
      running = await startServer(node, args);
    },
  };
}

/**
 * @param {string} node @param {readonly string[]} args
 * @returns {Promise<{ origin: string, token: string, end: () => Promise<void> }>}
 */
function startServer(node, args) {
  const child = spawn(node, [...coreFlags, '--enable-source-maps', inRoot('src', 'server', 'index.ts'), ...args], {
    env: { ...coreEnvironment(), BROADSHEET_END_WITH_INPUT: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const end = () => {
    child.stdin.end();
    return ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text;
      const lines = said.split('\n').slice(0, -1);
      const origin = lines.find((line) => line.startsWith('http://127.0.0.1:'))?.slice(0, -1);
      const file = lines
        .find((line) => line.endsWith('.html'))
        ?.split(': ')
        .at(-1);
      if (origin === undefined || file === undefined) return;
      const token = /name="token" value="([\w-]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      resolve({ origin, token, end });
    });
    void ended.then(() => reject(new Stop(`The server did not start. ${said}`)));
  });
}

/** Vite's own server, which passes on what is the core's. @param {() => string} origin of the core's server, now */
async function serveWindow(origin) {
  const { createServer, loadConfigFromFile } = await import('vite');
  const loaded = await loadConfigFromFile({ command: 'serve', mode: 'development' }, inRoot('electron.vite.config.ts'));
  if (loaded === null) throw new Stop('electron.vite.config.ts is not there.');
  const { renderer } = /** @type {{ renderer: import('vite').UserConfig }} */ (loaded.config);
  const server = await createServer({
    ...renderer,
    configFile: false,
    base: '/',
    root: inRoot('src', 'renderer'),
    cacheDir: inRoot('.cache', 'vite'),
    // screens are loaded later: what they import is made ready at the start, or the page would load twice
    optimizeDeps: { entries: ['**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'] },
    server: {
      host: '127.0.0.1',
      proxy: {
        [ofServer]: {
          target: origin(),
          changeOrigin: true,
          configure: (proxy) =>
            proxy.on('proxyReq', (request) => {
              // the page has Vite's address, and the server takes calls from its own alone
              if (request.getHeader('origin') !== undefined) request.setHeader('origin', origin());
            }),
        },
      },
    },
  });
  return server.listen();
}

/** @param {() => Promise<void>} onChange */
function watchCore(onChange) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let last = Promise.resolve();
  for (const folder of coreFolders)
    watch(inRoot('src', folder), { recursive: true }, (_, name) => {
      if (name === null || !name.endsWith('.ts') || name.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = last.then(onChange).catch((cause) => say(cause instanceof Stop ? cause.message : String(cause)));
      }, quietMs);
    });
}
