import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { installed, plantCheckout, runScript } from './testing/planted-checkout.ts';

const removals: (() => void)[] = [];
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
});

function checkoutWith(files: Readonly<Record<string, string>>): string {
  const { folder, remove } = plantCheckout(files);
  removals.push(remove);
  return folder;
}

/** A build that writes down how often it ran, and a server that prints its address and what it was started with. */
const sources = {
  'src/renderer/main.tsx': 'export const window = 1;\n',
  'src/server/index.ts': "console.log('http://127.0.0.1:4/#t', process.argv.slice(2).join(' '));\n",
  'node_modules/electron-vite/bin/electron-vite.js': `
    const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
    if (existsSync('src/broken.ts')) { console.error('src/broken.ts: unexpected end'); process.exit(1); }
    mkdirSync('out/renderer', { recursive: true });
    writeFileSync('out/renderer/index.html', '');
    appendFileSync('builds', 'x');
  `,
};

const wanting = {
  'package.json': '{ "name": "planted", "version": "1.0.0", "dependencies": { "zod": "4.6.7" } }',
  'package-lock.json': JSON.stringify({
    name: 'planted',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'planted', version: '1.0.0', dependencies: { zod: '4.6.7' } },
      'node_modules/zod': { version: '4.6.7' },
    },
  }),
};

test('the browser window starts with the options given, at an address that is printed', async () => {
  const folder = checkoutWith({ ...installed, ...sources });
  const { stdout, code } = await runScript(folder, ['scripts/start.mjs', '--sample', '--port', '4', '--no-open']);
  expect(stdout).toMatch(
    /^Building the window .*\nStarting Broadsheet.*\nhttp:\/\/127\.0\.0\.1:4\/#t --sample --port 4\n$/,
  );
  expect(code).toBe(0);
});

test('what is built is not built again until a source changes', async () => {
  const folder = checkoutWith({ ...installed, ...sources });
  const start = () => runScript(folder, ['scripts/start.mjs', '--no-open']);
  await start();
  await start();
  expect(readFileSync(`${folder}/builds`, 'utf8')).toBe('x');
  writeFileSync(`${folder}/src/renderer/main.tsx`, 'export const window = 2;\n');
  await start();
  expect(readFileSync(`${folder}/builds`, 'utf8')).toBe('xx');
});

test('a build that fails says why, and is tried again the next time', async () => {
  const folder = checkoutWith({ ...installed, ...sources, 'src/broken.ts': '{' });
  const { code, stderr } = await runScript(folder, ['scripts/start.mjs', '--no-open']);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'The window could not be built:\nsrc/broken.ts: unexpected end\n',
  });
  expect(existsSync(`${folder}/out/.broadsheet-build`)).toBe(false);
});

test('without a registry in reach, one line says so and no stack is shown', async () => {
  const folder = checkoutWith(wanting);
  const env = { npm_config_registry: 'http://127.0.0.1:1/', npm_config_cache: `${folder}/cache` };
  const { code, stderr } = await runScript(folder, ['scripts/start.mjs'], { env });
  expect(stderr).toMatch(/^The package registry could not be reached\. .*\n$/);
  expect(code).toBe(1);
}, 60_000);

test('without npm, one line says how to get it', async () => {
  const folder = checkoutWith(wanting);
  const { code, stderr } = await runScript(folder, ['scripts/start.mjs'], { env: { PATH: '' } });
  expect(stderr).toMatch(/^npm was not found\. .*\n$/);
  expect(code).toBe(1);
});

const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === 'win32')('in a folder that cannot be written, one line says so', async () => {
  const folder = checkoutWith(wanting);
  chmodSync(folder, 0o555);
  const { code, stderr } = await runScript(folder, ['scripts/start.mjs'], isRoot ? { uid: 65_534 } : {});
  expect(stderr).toMatch(/^This folder cannot be written .*Copy Broadsheet to a folder of your own\.\n$/);
  expect(code).toBe(1);
  chmodSync(folder, 0o755);
});

/** Electron's loader as npm brings it, with a fetch that writes down each try and has no network. */
const loader = {
  'node_modules/electron/package.json': '{ "name": "electron", "version": "45.4.1" }',
  'node_modules/electron/install.js':
    "require('node:fs').appendFileSync('tries', 'x'); throw new Error('no network');\n",
};

/** Somebody in front of a desktop. Electron does not run as root, so root lends the checkout to somebody else. */
function startOnDesktop(folder: string, args: readonly string[]) {
  if (isRoot) execFileSync('chown', ['-R', '65534', folder]);
  const env = { CI: undefined, DISPLAY: ':99', PATH: '/usr/bin:/bin' };
  return runScript(folder, ['scripts/start.mjs', ...args], { env, ...(isRoot && { uid: 65_534 }) });
}

test.runIf(process.platform === 'linux')(
  'an Electron that cannot be fetched is tried once, and the browser window says so each time',
  async () => {
    const folder = checkoutWith({ ...installed, ...sources, ...loader });
    const first = await startOnDesktop(folder, []);
    const second = await startOnDesktop(folder, []);
    expect(readFileSync(`${folder}/tries`, 'utf8')).toBe('x');
    for (const { stdout, stderr, code } of [first, second]) {
      expect(stdout).toMatch(/Electron could not be fetched, so .*\n(Building .*\n)?Starting .*\nhttp:/);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    }
  },
);

test.runIf(process.platform === 'linux')('an Electron that is there opens with the options given', async () => {
  const folder = checkoutWith({
    ...installed,
    ...sources,
    ...loader,
    'node_modules/electron/path.txt': 'electron',
    'node_modules/electron/dist/electron': '#!/bin/sh\necho "opened $*"\n',
  });
  chmodSync(`${folder}/node_modules/electron/dist/electron`, 0o755);
  const { stdout, code } = await startOnDesktop(folder, ['--sample', '--library', '/papers']);
  expect(stdout).toContain(`Opening Broadsheet.\nopened ${folder} --sample --library /papers\n`);
  expect(code).toBe(0);
});

test.runIf(process.platform === 'linux')(
  'an Electron that this system does not let start gives way to the browser window, and says so',
  async () => {
    for (const end of ['exit 127', 'kill -TRAP $$']) {
      const folder = checkoutWith({
        ...installed,
        ...sources,
        ...loader,
        'node_modules/electron/path.txt': 'electron',
        'node_modules/electron/dist/electron': `#!/bin/sh\necho 'no sandbox here' >&2\n${end}\n`,
      });
      chmodSync(`${folder}/node_modules/electron/dist/electron`, 0o755);
      const { stdout, stderr, code } = await startOnDesktop(folder, ['--sample']);
      expect(stderr).toBe('no sandbox here\n');
      expect(stdout).toMatch(/Electron does not start on this system, so .*\nStarting .*\nhttp:.* --sample --open\n$/);
      expect(code).toBe(0);
    }
  },
);

test('two starts at the same time build once', async () => {
  const folder = checkoutWith({ ...installed, ...sources });
  await Promise.all([1, 2].map(() => runScript(folder, ['scripts/start.mjs', '--no-open'])));
  expect(readFileSync(`${folder}/builds`, 'utf8')).toBe('x');
});

test.skipIf(process.platform === 'win32')(
  'what is installed but not built says in one line that its folder cannot be written',
  async () => {
    const folder = checkoutWith({ ...installed, ...sources });
    for (const command of ['scripts/start.mjs', 'scripts/check.mjs']) {
      chmodSync(folder, 0o555);
      const { code, stderr } = await runScript(folder, [command, '--no-open'], isRoot ? { uid: 65_534 } : {});
      chmodSync(folder, 0o755);
      expect(stderr).toMatch(
        /^This folder cannot be written \(EACCES\): .*Copy Broadsheet to a folder of your own\.\n$/,
      );
      expect(code).toBe(1);
    }
  },
);

test('a flag that is not known is named, and the known ones are listed', async () => {
  const folder = checkoutWith({});
  const { code, stderr } = await runScript(folder, ['scripts/start.mjs', '--colour']);
  expect(stderr).toContain('does not know --colour.\nnpm start [-- OPTIONS]');
  expect(code).toBe(1);
});
