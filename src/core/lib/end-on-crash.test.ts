/** With a real process, which alone can crash. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-library.ts';

const address = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

it.each([
  ['an error that is thrown', "setTimeout(() => { throw new TypeError('no such thing'); })"],
  ['a promise that nobody looks at', "void Promise.reject(new TypeError('no such thing'))"],
])('%s ends the process with a sentence, and the stack is in the log', (_, act) => {
  const folder = temporaryFolder();
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { endOnCrash } from ${address('./end-on-crash.ts')};
     import { logFile } from ${address('./log-file.ts')};
     endOnCrash(logFile({ libraryFolder: () => ${JSON.stringify(folder)}, verbose: false }), (said) => console.error(said));
     setInterval(() => {}, 1000);
     ${act};`,
  );
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  const place = join(folder, 'logs', 'broadsheet.log');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `Broadsheet met an error of its own and had to end. Your library is as it was. What happened is written in ${place}. Start it again.\n`,
  });
  expect(readFileSync(place, 'utf8')).toMatch(/ crash \{"error":"TypeError: no such thing\\n +at .*program\.mjs/);
});
