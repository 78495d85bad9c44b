/** Makes web addresses of what a person types or pastes where a feed or a site is asked for. */

/** Schemes under which programs hand feeds on; what follows is an ordinary address. */
const feedScheme = /^(?:feed|rss|pcast|itpc|podcast|podcasts|web\+feed|castbox):(?:\/\/)?(?=\S)/i;

/**
 * Addresses to try, the likeliest first; none when nothing in it could be one. Blanks, brackets and quotation marks
 * around it go; `@name@server` is an account of the fediverse, `@name.example` one of Bluesky; without a scheme https
 * is tried before http.
 */
export function typedAddresses(typed: string): readonly string[] {
  const text = typed
    .trim()
    .replace(/^["'“”‘’«»<(\s]+|(?<!["'“”‘’«»>)\s])["'“”‘’«»>)\s]+$/g, '')
    .replace(/\s+/g, '');
  const account = /^(?:acct:)?@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(text);
  if (account !== null && (text.startsWith('@') || text.startsWith('acct:'))) {
    return [`https://${account[2]}/@${account[1]}`];
  }
  if (/^@[\w-]+(?:\.[\w-]+)+$/.test(text)) {
    return [`https://bsky.app/profile/${text.slice(1)}`];
  }
  const bare = text.replace(feedScheme, '');
  const wasHandedOn = bare !== text;
  if (/^https?:\/\//i.test(bare)) {
    return usable([bare]);
  }
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare) || account !== null) {
    return [];
  }
  const withoutSlashes = bare.replace(/^\/+/, '');
  const isHost =
    /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+|localhost|\[[0-9a-f:.]+\])\.?(?::\d{1,5})?(?:[/?#]|$)/iu.test(
      withoutSlashes,
    );
  if (!isHost) {
    return [];
  }
  // feed://example.org meant http to the programs that made it; a server that has https redirects.
  const schemes = wasHandedOn ? ['http', 'https'] : ['https', 'http'];
  return usable(schemes.map((scheme) => `${scheme}://${withoutSlashes}`));
}

function usable(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => {
    const url = URL.parse(address);
    return url === null || url.hostname === '' ? [] : [url.href];
  });
}
