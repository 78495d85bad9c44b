/** The browser window's server is ended before it has given its address: its library is closed all the same. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { coreProgram } from '../scripts/lib/core-build.mjs';
import { expect, test } from './support/app.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`a start that ${signal} ends while the library is being opened leaves it closed`, async ({ folder }) => {
    const library = join(folder, 'library');
    const child = spawn(process.execPath, [coreProgram('server'), '--library', library, '--port', '0'], {
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    // while it is there, the next start looks through the whole library
    const isLeftOpen = (): boolean => existsSync(join(library, 'library.open'));
    while (!isLeftOpen()) await setTimeout(1);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(isLeftOpen()).toBe(false);
  });
