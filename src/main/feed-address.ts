/** Reads `feed:` links, which a browser hands to the newsreader that was chosen for them. */

/** The first such link among what a start was given, as the address to fetch; undefined when there is none. */
export function feedAddress(given: readonly string[]): string | undefined {
  return given.map(asFetched).find((address) => address !== undefined);
}

/** `feed://host/path` and `feed:https://host/path` are both written. */
function asFetched(argument: string): string | undefined {
  const [, rest] = /^feed:(.+)$/i.exec(argument) ?? [];
  if (rest === undefined) return undefined;
  const address = /^https?:/i.test(rest) ? rest : `http:${rest}`;
  return /^https?:\/\/[^/]/i.test(address) && URL.canParse(address) ? address : undefined;
}
