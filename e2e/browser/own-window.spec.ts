/** Without Electron the window is one of its own where a browser of the Chromium family is there: here with the real one. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { coreProgram } from '../../scripts/lib/core-build.mjs';
import { coreEnvironment, coreFlags } from '../../scripts/lib/core-process.mjs';
import { chromiumArgs, chromiumPath } from '../support/chromium-path.ts';

test.skip(process.platform !== 'linux', 'the browser is found on the PATH, which only Linux uses');

let folder: string;
let server: ChildProcess | undefined;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-own-window-'));
});
test.afterEach(async () => {
  server?.kill('SIGTERM');
  for (let looks = 0; looks < 100 && server?.exitCode === null; looks += 1)
    await new Promise((r) => setTimeout(r, 100));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function program(name: string, script: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

function start(): void {
  server = spawn(
    process.execPath,
    [...coreFlags, coreProgram('server'), '--library', join(folder, 'library'), '--sample', '--no-polling', '--open'],
    {
      env: {
        ...coreEnvironment(),
        BROADSHEET_END_WITH_INPUT: '1',
        // nothing else is found
        PATH: join(folder, 'bin'),
        XDG_CACHE_HOME: join(folder, 'cache'),
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
}

const written = (name: string): string =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';

test('it opens without bars and with a profile to itself, and its links open in the person’s own browser', async () => {
  program('xdg-open', `echo "$1" >> '${join(folder, 'opened')}'`);
  // no display here, and a door for the test; all else is what a person gets
  const more = ['--headless=new', '--remote-debugging-port=0', ...chromiumArgs].join(' ');
  program(
    'chromium',
    `echo "$@" > '${join(folder, 'arguments')}'\nPATH=/usr/bin:/bin exec '${chromiumPath()}' ${more} "$@"`,
  );
  start();
  await expect.poll(() => written('arguments')).toContain('--app=file://');
  const [, profile = ''] = /--user-data-dir=(\S+)/.exec(written('arguments')) ?? [];
  expect(profile.startsWith(join(folder, 'cache', 'broadsheet'))).toBe(true);
  await expect.poll(() => existsSync(join(profile, 'DevToolsActivePort'))).toBe(true);
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('it has no page');
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await expect(page.getByRole('main')).toBeVisible();
  expect(await page.evaluate(() => window.matchMedia('(display-mode: browser)').matches)).toBe(false);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/1', target: '_blank' });
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => written('opened')).toBe('https://example.org/1\n');
  expect(browser.contexts()[0]?.pages()).toHaveLength(1);
  await browser.newBrowserCDPSession().then((session) => session.send('Browser.close'));
});

test('a browser that this system does not let start gives way to a tab', async () => {
  program('xdg-open', `echo "$1" >> '${join(folder, 'opened')}'`);
  program('chromium', 'exit 1');
  start();
  await expect.poll(() => written('opened')).toMatch(/open-broadsheet-\w+\.html\n$/);
});

test('where there is no such browser, a tab is opened and no profile is made', async () => {
  program('xdg-open', `echo "$1" >> '${join(folder, 'opened')}'`);
  start();
  await expect.poll(() => written('opened')).toMatch(/open-broadsheet-\w+\.html\n$/);
  expect(readdirSync(folder)).not.toContain('cache');
});
