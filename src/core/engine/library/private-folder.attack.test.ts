/** Other users of the machine, and a folder that was there before the library: what they can read, lock and change. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const program = fileURLToPath(new URL('../../../cli/index.ts', import.meta.url));
const nobody = 65534;

/** As others left it: the folder and everything in it theirs to read. */
function openFolder(mode: number): string {
  const folder = join(temporaryFolder(), 'Papers');
  // mkdtemp makes it for its owner alone, and then nobody gets as far as the folder itself
  chmodSync(join(folder, '..'), 0o755);
  mkdirSync(join(folder, 'backups'), { recursive: true });
  for (const name of ['library.db', 'owner.db', 'sample.json', 'backups/daily-2026-01-01.db', 'letter.txt'])
    writeFileSync(join(folder, name), '');
  for (const name of ['', 'backups', ...readdirSync(folder), 'backups/daily-2026-01-01.db'])
    chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? mode : mode & 0o666);
  return folder;
}

async function opened(libraryFolder: string): Promise<{ readonly notices: string[] }> {
  const notices: string[] = [];
  const onNotice = (sentence: string) => notices.push(sentence);
  const core = mustBeOk(await createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1, onNotice }));
  onTestFinished(() => core.close());
  expect(mustBeOk(await core.call('library.info', {}))).toMatchObject({ notices });
  return { notices };
}

function rightsOfOthers(folder: string): readonly string[] {
  const names = ['', ...(readdirSync(folder, { recursive: true }) as string[])];
  return names.filter((name) => name !== 'letter.txt' && (lstatSync(join(folder, name)).mode & 0o077) !== 0);
}

function asNobody(script: string): string {
  const code = `process.setgroups([]); process.setgid(${nobody}); process.setuid(${nobody}); ${script}`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return child.stdout.trim() || child.stderr;
}

describe.skipIf(isWindows)('A library in a folder that was there before', () => {
  it('is its owner’s alone from its opening on, with its lock and its backups; what else lies there is left alone', async () => {
    const folder = openFolder(0o755);
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(await opened(folder)).toEqual({ notices: [] });
    // what is made since is as the shell wants it: see the command below
    expect(rightsOfOthers(folder).filter((name) => name === '' || before.includes(name))).toEqual([]);
    expect(lstatSync(join(folder, 'letter.txt')).mode & 0o777).toBe(0o644);
  });

  it.skipIf(!isRoot)('is read by no other user, who cannot hold its lock either', async () => {
    const folder = openFolder(0o755);
    await opened(folder);
    const tries = ['library.db', 'owner.db', 'backups/daily-2026-01-01.db'].map(
      (name) =>
        `try { readFileSync(${JSON.stringify(join(folder, name))}); console.log('read'); } catch (error) { console.log(error.code); }`,
    );
    expect(asNobody(`const { readFileSync } = await import('node:fs'); ${tries.join(' ')}`).split('\n')).toEqual([
      'EACCES',
      'EACCES',
      'EACCES',
    ]);
  });

  it('that others could write to is tightened, and the reader hears of it', async () => {
    const folder = openFolder(0o777);
    const { notices } = await opened(folder);
    expect(notices).toEqual([expect.stringContaining('could change files')]);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  });

  it.skipIf(!isRoot)(
    'that belongs to somebody else is opened with a warning, and no right in it is changed',
    async () => {
      const folder = openFolder(0o755);
      chownSync(folder, nobody, nobody);
      const { notices } = await opened(folder);
      expect(notices).toEqual([expect.stringContaining('belongs to another user')]);
      expect(lstatSync(folder).mode & 0o777).toBe(0o755);
    },
  );

  it('changes no rights through a link', async () => {
    const folder = openFolder(0o755);
    const victim = join(temporaryFolder(), 'letter.txt');
    writeFileSync(victim, 'Dear all');
    chmodSync(victim, 0o644);
    symlinkSync(victim, join(folder, 'library-before-restore-1.db'));
    symlinkSync(victim, join(folder, 'backups', 'daily-2026-01-02.db'));
    await opened(folder);
    expect(statSync(victim).mode & 0o777).toBe(0o644);
  });
});

it.skipIf(isWindows)('A command makes nothing that others can read, whatever the terminal lets others do', () => {
  const folder = openFolder(0o755);
  const article = JSON.stringify({ feedUrl: 'https://a.example/f', guid: '1', title: 'One', html: '<p>One</p>' });
  const lines = join(temporaryFolder(), 'one.ndjson');
  writeFileSync(lines, article);
  const out = join(temporaryFolder(), 'out.ndjson');
  const run = (...args: string[]) => {
    const command = ['-c', 'umask 022; exec "$0" "$@"', process.execPath, program, ...args, '--library', folder];
    expect(spawnSync('sh', command, { encoding: 'utf8' })).toMatchObject({ status: 0 });
  };
  run('archive', 'import', lines);
  run('archive', 'export', out);
  run('call', 'backups.make', '{}');
  expect(rightsOfOthers(folder)).toEqual([]);
  expect(statSync(out).mode & 0o077).toBe(0);
});
