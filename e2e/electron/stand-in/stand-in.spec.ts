/** The stand-in itself: mistakes that Electron would punish must fail here too, each with a message of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { launchStandIn, type StandInApp } from '../../support/launch-stand-in.ts';

/** A small app of three files; a test replaces what it is about. */
const files = {
  'page.html': '<!doctype html><title>Planted</title><h1>Planted</h1><script>var early = typeof planted</script>',
  'preload.cjs': `
    const { contextBridge, ipcRenderer } = require('electron');
    contextBridge.exposeInMainWorld('planted', {
      call: (...args) => ipcRenderer.invoke('call', ...args),
      on: (listener) => {
        const hear = (_, ...args) => listener(...args);
        ipcRenderer.on('event', hear);
        return () => ipcRenderer.off('event', hear);
      },
      broken: () => { throw new RangeError('too far') },
    });`,
  'worker.js': '',
  'main.js': `
    import { readFile } from 'node:fs/promises';
    import { Worker } from 'node:worker_threads';
    import { app, BrowserWindow, ipcMain, protocol } from 'electron';
    const here = (name) => new URL(name, import.meta.url);
    protocol.registerSchemesAsPrivileged([{ scheme: 'broadsheet', privileges: { standard: true, secure: true } }]);
    await app.whenReady();
    new Worker(here('worker.js')).on('error', ({ message }) => console.log('worker:', message));
    protocol.handle('broadsheet', async () =>
      new Response(await readFile(here('page.html')), { headers: { 'content-type': 'text/html' } }));
    ipcMain.handle('call', (event, wish, value) => {
      if (wish === 'fail') throw new TypeError('no such feed');
      return wish === 'where' ? event.senderFrame.url : value;
    });
    const webPreferences = { preload: here('preload.cjs').pathname, sandbox: true, contextIsolation: true };
    const window = new BrowserWindow({ webPreferences });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    void window.loadURL('broadsheet://app/page.html');`,
};

type Plant = (replaced?: Partial<typeof files>) => Promise<StandInApp>;

const test = base.extend<{ plant: Plant }>({
  // Playwright reads the fixtures that are needed from this pattern.
  plant: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-planted-'));
    const started: StandInApp[] = [];
    await use(async (replaced = {}) => {
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      for (const [name, text] of Object.entries({ ...files, ...replaced })) await writeFile(join(folder, name), text);
      const main = join(folder, 'main.js');
      const app = await launchStandIn({ main, args: [`--user-data-dir=${join(folder, 'user-data')}`] });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

// A start that fails leaves Playwright with a connection it still traces when the next one begins.
test.use({ trace: 'off' });

/** What a main process that fails says, whether or not its window could still be reached. */
async function lastWords(started: Promise<StandInApp>): Promise<string> {
  try {
    const app = await started;
    await app.ended;
    return app.said().err;
  } catch (error) {
    return String(error);
  }
}

interface Planted {
  call(wish: string, value?: unknown): Promise<unknown>;
  on(listener: (...args: unknown[]) => void): () => void;
  broken(): void;
}
declare global {
  interface Window {
    readonly planted: Planted;
    readonly early: string;
  }
}

test('the bridge is there before the first script of the page, and nothing else of Node is', async ({ plant }) => {
  const page = await (await plant()).firstWindow();
  expect(await page.evaluate(() => window.early)).toBe('object');
  const seen = ['require', 'process', 'module', 'ipcRenderer', 'standInToMain', 'standInHear'];
  expect(await page.evaluate((names) => names.filter((name) => name in window), seen)).toEqual([]);
  expect(await page.evaluate(() => Object.isFrozen(window.planted))).toBe(true);
});

test('values, failures and thrown errors cross the bridge as in Electron', async ({ plant }) => {
  const page = await (await plant()).firstWindow();
  const seen = await page.evaluate(async () => ({
    echo: JSON.stringify(await window.planted.call('echo', { at: new Date(5), title: 'A' })),
    fail: await window.planted.call('fail').catch((error: Error) => error.message),
    where: await window.planted.call('where'),
  }));
  expect(seen).toEqual({
    echo: '{"at":"1970-01-01T00:00:00.005Z","title":"A"}',
    fail: "Error invoking remote method 'call': TypeError: no such feed",
    where: 'broadsheet://app/page.html',
  });
  await expect(page.evaluate(() => window.planted.broken())).rejects.toThrow('too far');
});

test('two hundred events in a row arrive in order, and none after the listener has gone', async ({ plant }) => {
  const app = await plant();
  const page = await app.firstWindow();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const stop = window.planted.on((count) => {
      heard.push(count);
      if (heard.length === 200) stop();
    });
    Object.assign(window, { heard });
  });
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    for (let count = 0; count < 210; count += 1) window?.webContents.send('event', count);
  }, null);
  await page.evaluate(() => window.planted.call('echo'));
  const heard = await page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  expect(heard).toEqual(Array.from({ length: 200 }, (_, count) => count));
});

test('after a reload the bridge is there again', async ({ plant }) => {
  const page = await (await plant()).firstWindow();
  await page.reload();
  expect(await page.evaluate(() => window.planted.call('echo', 1))).toBe(1);
});

test('a preload that requires fs leaves the page without a bridge and says why', async ({ plant }) => {
  const app = await plant({ 'preload.cjs': `require('node:fs');${files['preload.cjs']}` });
  const page = await app.firstWindow();
  expect(await page.evaluate(() => window.early)).toBe('undefined');
  await expect.poll(app.records).toContainEqual({
    kind: 'preload-error',
    detail: 'Error: module not found: node:fs',
  });
});

test('a worker that imports electron is refused, as in Electron', async ({ plant }) => {
  const app = await plant({ 'worker.js': "import 'electron';" });
  await app.firstWindow();
  await expect.poll(() => app.said().out).toContain("worker: Cannot find module 'electron' in a worker thread");
});

test('a main process that uses a member which is not covered ends with its name', async ({ plant }) => {
  const started = plant({ 'main.js': `${files['main.js']}\napp.setJumpList([]);` });
  expect(await lastWords(started)).toContain('stand-in: app.setJumpList is not covered');
});

test('a main process that imports a name which is not there does not start', async ({ plant }) => {
  const main = files['main.js'].replace('app, BrowserWindow', 'app, globalShortcut, BrowserWindow');
  await expect(plant({ 'main.js': main })).rejects.toThrow(/does not provide an export named 'globalShortcut'/);
});

test('a window without its sandbox is not opened', async ({ plant }) => {
  const started = plant({ 'main.js': files['main.js'].replace('sandbox: true', 'sandbox: false') });
  expect(await lastWords(started)).toContain('stand-in: only sandboxed, isolated windows');
});

test('a scheme that is made known after the start is refused, as in Electron', async ({ plant }) => {
  const late = files['main.js']
    .replace('await app.whenReady();', '')
    .replace('protocol.reg', 'await app.whenReady();\nprotocol.reg');
  expect(await lastWords(plant({ 'main.js': late }))).toContain(
    'protocol.registerSchemesAsPrivileged should be called before app is ready',
  );
});
