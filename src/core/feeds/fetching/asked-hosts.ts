/** Which hosts a fetch really asks: a feed that only leads on to another host waits in that one's line. */
import { queueHostNamed, queueHostOf } from './host-state.ts';

export interface AskedHosts {
  /** Answers in the end. */
  readonly host: string;
  /** Sends on to it. */
  readonly alsoAsks: readonly string[];
}

/** `answeredBy` is what `answeringHost` gave for the last answer, if any. */
export function askedHosts(url: URL, answeredBy: string | undefined): AskedHosts {
  const own = queueHostOf(url);
  const host = answeredBy === undefined ? own : queueHostNamed(answeredBy);
  return { host, alsoAsks: host === own ? [] : [own] };
}

/** The host of the answer where it is another than the address's own: to be kept with the feed. */
export function answeringHost(address: string, finalAddress: string): string | undefined {
  const [own, final] = [URL.parse(address), URL.parse(finalAddress)];
  if (own === null || final === null || queueHostOf(own) === queueHostOf(final)) return undefined;
  return queueHostOf(final);
}
