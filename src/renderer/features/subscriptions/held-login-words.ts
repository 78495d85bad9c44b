/** What is asked about a login that was given for another place than the feed's. */

interface HeldLoginWords {
  readonly title: string;
  readonly question: string;
  /** On the button that lets the login go there. */
  readonly follow: string;
}

/** `origin` is the place that the login was given for, `url` the feed's address. */
export function heldLoginWords(origin: string, url: string): HeldLoginWords {
  const [old, now] = [URL.parse(origin), URL.parse(url)];
  if (
    old !== null &&
    now !== null &&
    old.hostname === now.hostname &&
    old.protocol === 'https:' &&
    now.protocol === 'http:'
  )
    return {
      title: 'The feed’s address is not encrypted any more.',
      question:
        'Whoever is on the way could read your login, so it is not sent. Is there an address that begins with https? If not, send it in the clear only if it opens nothing else.',
      follow: 'Send it in the clear',
    };
  const place = now?.host ?? url;
  return {
    title: `This feed is at ${place} now.`,
    question: `You gave your login for ${old?.host ?? origin}, so it is not sent to ${place}. Does it belong there, too?`,
    follow: `Send it to ${place}`,
  };
}
