/** What `npm start` runs ends with it, however npm ends. Real npm, real processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { installed, plantCheckout } from './testing/planted-checkout.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const endInTime = JSON.stringify(new URL('../src/server/end-in-time.ts', import.meta.url).href);

const checkout = {
  ...installed,
  'package.json': JSON.stringify({
    name: 'planted',
    version: '1.0.0',
    type: 'module',
    scripts: { start: 'node scripts/start.mjs' },
  }),
  'src/renderer/main.tsx': 'export const window = 1;\n',
  // says who it is, runs for good, and writes down that it ended in order
  'src/server/index.ts': `
    import { writeFileSync } from 'node:fs';
    import { endOnSignal } from ${endInTime};
    endOnSignal(async () => writeFileSync('ended', 'in order'));
    setInterval(() => {}, 1000);
    console.log(\`server \${process.pid} started by \${process.ppid}.\`);
  `,
  'node_modules/electron-vite/package.json': '{ "type": "commonjs" }',
  'node_modules/electron-vite/bin/electron-vite.js': `
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync('out/renderer', { recursive: true });
    writeFileSync('out/renderer/index.html', '');
  `,
};

async function startUnderNpm() {
  const { folder, remove } = plantCheckout(checkout);
  endings.push(remove);
  const npm = spawn('npm', ['start', '--', '--no-open'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaints = '';
  npm.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  const [, server, starter] = await new Promise<number[]>((resolve, reject) => {
    npm.once('exit', () => reject(new Error(`it ended: ${said}`)));
    npm.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const found = /server (\d+) started by (\d+)\./.exec(said);
      if (found !== null) resolve(found.map(Number));
    });
  });
  if (server === undefined || starter === undefined) throw new Error(said);
  endings.push(() => isThere(server) && process.kill(server, 'SIGKILL'));
  return { folder, npm, server, starter, complaints: () => complaints };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function hasEnded(pid: number): Promise<boolean> {
  for (let looks = 0; looks < 150 && isThere(pid); looks += 1) await setTimeout(100);
  return !isThere(pid);
}

// Windows knows no signals, and ends a program at once
test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
  'npm ended by %s alone takes the server along, and that ends in order',
  async (signal) => {
    const { folder, npm, server, starter, complaints } = await startUnderNpm();
    npm.kill(signal);
    expect(await hasEnded(server)).toBe(true);
    expect(readFileSync(`${folder}/ended`, 'utf8')).toBe('in order');
    expect(await hasEnded(starter)).toBe(true);
    expect(complaints()).not.toContain('Warning');
  },
  60_000,
);

test('a starter that is killed takes the server along, and that ends in order', async () => {
  const { folder, npm, server, starter } = await startUnderNpm();
  const npmEnded = once(npm, 'exit');
  process.kill(starter, 'SIGKILL');
  expect(await hasEnded(server)).toBe(true);
  expect(readFileSync(`${folder}/ended`, 'utf8')).toBe('in order');
  await npmEnded;
}, 60_000);
