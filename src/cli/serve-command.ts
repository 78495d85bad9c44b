/** serve: the browser window, as a process of its own that prints its address. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Arguments } from './arguments.ts';

export function serve(args: Arguments): Promise<number> {
  const server = fileURLToPath(new URL('../server/index.ts', import.meta.url));
  const options = [
    ...(args.libraryFolder === undefined ? [] : ['--library', args.libraryFolder]),
    ...(typeof args.values.port === 'string' ? ['--port', args.values.port] : []),
    ...(args.verbose ? ['--verbose'] : []),
    ...(args.values.sample === true ? ['--sample'] : []),
  ];
  const child = spawn(process.execPath, [server, ...options], {
    // the channel tells the server when this command is gone, however it ended
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}
