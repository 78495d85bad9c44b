import { existsSync } from 'node:fs';

/**
 * How to call npm here. Under `npm start` npm says where it lies, which spares a shell on Windows; called by plain
 * `node scripts/start.mjs` the one on the PATH is taken.
 * @returns {{ program: string, before: string[], shell: boolean }}
 */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return { program: process.execPath, before: [cli], shell: false };
  return { program: 'npm', before: [], shell: process.platform === 'win32' };
}
