import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const isClone = existsSync(`${root}/.git`);

/** Written in pieces, so that this file is clean itself. */
const machinePaths = new RegExp(
  `(?<![\\w.:-])/(${['wo'.concat('rk'), 'ro'.concat('ot'), 'tmp/ba'.concat('sh')].join('|')})[/_.]`,
);
const registryHosts = new RegExp(
  ['registry\\.npm', 'registry\\.yarn', 'npmmir', 'deb\\.deb', 'files\\.pyth']
    .map((start) => `${start}\\w+\\.(org|com|net)`)
    .join('|'),
);

/** Every text file that git knows or would take, by path. Binary files hold a zero byte. */
function* projectTexts(): Generator<[path: string, text: string]> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const path of listed.split('\0')) {
    if (path === '' || !existsSync(`${root}/${path}`)) continue;
    const text = readFileSync(`${root}/${path}`, 'utf8');
    if (!text.includes('\0')) yield [path, text];
  }
}

function linesWith(sign: RegExp): string[] {
  const found: string[] = [];
  for (const [path, text] of projectTexts()) {
    if (!sign.test(text)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      if (sign.test(line)) found.push(`${path}:${index + 1}: ${line.trim().slice(0, 120)}`);
    }
  }
  return found;
}

test.skipIf(!isClone)('no file names a folder of the machine it was written on', () => {
  expect(linesWith(machinePaths)).toEqual([]);
});

test.skipIf(!isClone)('no file names the host of a package registry', () => {
  expect(linesWith(registryHosts)).toEqual([]);
});

test('the lock file names versions and checksums, and no place to fetch them from', () => {
  const { packages }: { packages: Record<string, { resolved?: string }> } = JSON.parse(
    readFileSync(`${root}/package-lock.json`, 'utf8'),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
});

test('the signs that are looked for are seen where they stand', () => {
  expect(machinePaths.test(`see /${'wo'}rk/main/x`)).toBe(true);
  expect(machinePaths.test(`'/${'tmp'}/bash_jobs'`)).toBe(true);
  expect(machinePaths.test('https://news.example/work/today')).toBe(false);
  expect(registryHosts.test(`https://${'registry'}.npmjs.org/zod`)).toBe(true);
});
