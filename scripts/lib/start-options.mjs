import { resolve } from 'node:path';
import { Stop } from './plain-words.mjs';

export const usage = `npm start [-- OPTIONS]
  --sample       begin with the sample edition
  --library DIR  open the library in that folder
  --port N       use the browser window, at that port
  --tab          use the browser window, as a tab of your browser
  --no-open      use the browser window, and only print its address
  --verbose      show what the program does, and write it to the log in the library's folder`;

/**
 * @typedef {object} StartOptions
 * @property {string[]} passed what the window is started with: paths made absolute
 * @property {boolean} browserWindow a flag that only the browser window knows was given
 * @property {boolean} open whether to open the address in a browser
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} args
 * @param {string} typedIn the folder in which the command was typed; npm itself moves to the project's
 * @returns {StartOptions}
 */
export function readStartOptions(args, typedIn) {
  /** @type {StartOptions} */
  const options = { passed: [], browserWindow: false, open: true, help: false };
  const rest = args.flatMap((arg) =>
    /^--[a-z]+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--sample' || flag === '--verbose') options.passed.push(flag);
    else if (flag === '--tab') {
      options.passed.push(flag);
      options.browserWindow = true;
    } else if (flag === '--library') options.passed.push(flag, resolve(typedIn, valueAfter(flag, rest.shift())));
    else if (flag === '--port') {
      options.passed.push(flag, portOf(valueAfter(flag, rest.shift())));
      options.browserWindow = true;
    } else if (flag === '--no-open') {
      options.open = false;
      options.browserWindow = true;
    } else if (flag === '--help' || flag === '-h') options.help = true;
    else throw new Stop(`"npm start" does not know ${flag}.\n${usage}`);
  }
  return options;
}

/** @param {string} flag @param {string | undefined} value */
function valueAfter(flag, value) {
  if (value === undefined || value === '' || value.startsWith('--')) throw new Stop(`${flag} needs a value.\n${usage}`);
  return value;
}

/** @param {string} value */
function portOf(value) {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return value;
  throw new Stop(`${value} is no port: give --port a whole number up to 65535.`);
}
