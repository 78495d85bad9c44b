/** Moments and places at which tests that look at the clock are wrong, and what a process needs to be there. */
import { Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';

/** @typedef {{ name: string, at: string, timeZone: string, language: string, inCi?: boolean }} ClockSetting */

/** @type {readonly ClockSetting[]} */
export const clockSettings = [
  // after the morning edition was due, and before it can be a day old
  { name: 'morning', at: '2026-11-30T06:30:00Z', timeZone: 'UTC', language: 'C.UTF-8', inCi: true },
  // ten past midnight on 1 January, where it is still last year in Greenwich
  { name: 'new-year', at: '2026-12-31T11:10:00Z', timeZone: 'Pacific/Auckland', language: 'de_DE.UTF-8', inCi: true },
  // a minute before two, when it becomes three
  { name: 'clocks-forward', at: '2027-03-14T09:59:00Z', timeZone: 'America/Los_Angeles', language: 'en_US.UTF-8' },
  // the first of the two half past ones
  { name: 'clocks-back', at: '2026-11-01T08:30:00Z', timeZone: 'America/Los_Angeles', language: 'fr_FR.UTF-8' },
  // a day that most years do not have, at an offset of half an hour
  { name: 'leap-day', at: '2028-02-28T20:00:00Z', timeZone: 'Asia/Kolkata', language: 'ja_JP.UTF-8' },
];

/** @param {string | undefined} name @returns {ClockSetting} */
export function clockNamed(name) {
  const setting = clockSettings.find((one) => one.name === name);
  if (setting !== undefined) return setting;
  const names = clockSettings.map((one) => one.name).join(', ');
  throw new Stop(`There is no setting ${name}. There are: ${names}.`);
}

/** What this process's own clock is ahead of the real one, when it runs at a setting itself. */
const ownShiftMs = Number(process.env.BROADSHEET_CLOCK_SHIFT_MS ?? 0);

/** For a process and all it starts: threads and children load the preload, too. @param {ClockSetting} setting */
export function clockEnvironment({ at, timeZone, language }) {
  return {
    TZ: timeZone,
    LANG: language,
    LC_ALL: language,
    BROADSHEET_CLOCK_SHIFT_MS: String(Date.parse(at) - (Date.now() - ownShiftMs)),
    NODE_OPTIONS:
      `${process.env.NODE_OPTIONS ?? ''} --require=${JSON.stringify(inRoot('scripts', 'lib', 'clock-preload.cjs'))}`.trim(),
  };
}
