import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { clockEnvironment, clockSettings } from './lib/clock-settings.mjs';

const program = `
  const { Worker } = require('node:worker_threads');
  const tell = 'JSON.stringify([new Date().toISOString().slice(0, 16), new Date(Date.now()).toISOString().slice(0, 16), new Date().getHours(), typeof Date()])';
  console.log(eval(tell));
  new Worker('console.log(' + tell + ')', { eval: true }).on('exit', () => {
    class Later extends Date {}
    console.log(JSON.stringify([new Later() instanceof Later, new Later(0).toISOString(), Date.UTC(1970, 0, 2), new Date(1970, 0, 1) instanceof Date, structuredClone(new Date(0)).getTime()]));
  });
`;

test.each(clockSettings)('$name: a process and its threads are at $at in $timeZone', (setting) => {
  const env = { ...process.env, ...clockEnvironment(setting) };
  const [own, thread, dates] = execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' })
    .trim()
    .split('\n');
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone: setting.timeZone });
  const now = [setting.at.slice(0, 16), setting.at.slice(0, 16), Number(hour.format(new Date(setting.at))), 'string'];
  expect([own, thread].map((line) => JSON.parse(line ?? ''))).toEqual([now, now]);
  expect(JSON.parse(dates ?? '')).toEqual([true, '1970-01-01T00:00:00.000Z', 86_400_000, true, 0]);
});
