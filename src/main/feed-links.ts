/** Follows `feed:` links: one can come with the start, from a second start, and on macOS before there is a window. */
import { app } from 'electron';
import { feedAddress } from './feed-address.ts';

/** Listens from now on; the function that it returns is told who opens them, and hands over what has come so far. */
export function hearFeedLinks(argv: readonly string[]): (open: (address: string) => void) => void {
  const waiting: string[] = [];
  let open = (address: string): void => void waiting.push(address);
  const take = (given: readonly string[]) => {
    const address = feedAddress(given);
    if (address !== undefined) open(address);
  };
  app.on('second-instance', (_, given) => take(given));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take([url]);
  });
  take(argv);
  return (opener) => {
    open = opener;
    for (const address of waiting.splice(0)) opener(address);
  };
}
