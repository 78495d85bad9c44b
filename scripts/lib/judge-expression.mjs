import recheck from 'recheck';

const timeoutMs = 60_000;
/** recheck would cut its trials short by the clock, too, and take them for slow on a machine with much else to do. Its limits of characters stay. */
const withoutClock = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/**
 * Why it may take more than time in proportion to its input, with a text that shows it; undefined when it cannot. Up to a minute.
 * @param {string} source @param {string} flags @returns {Promise<string | undefined>}
 */
export async function troubleWith(source, flags) {
  // A sticky one begins at one place. A class with something taken out of it, which recheck cannot read, is no worse than the whole.
  const anchored = flags.includes('y') ? `^(?:${source})` : source;
  const readable = flags.includes('v') ? anchored.replace(/--\[[^[\]]*\]/g, '') : anchored;
  const result = await recheck.check(
    readable,
    flags.replace(/[vdy]/g, (flag) => (flag === 'v' ? 'u' : '')),
    { timeout: timeoutMs, ...withoutClock },
  );
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return `It could not be judged (${result.error.kind}).`;
  return `It takes ${result.complexity.summary} time, for instance with ${result.attack.pattern.slice(0, 200)}`;
}
