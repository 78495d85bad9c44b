/** Which of the feeds found are to be subscribed to: the first new one, until the reader has ticked others. */
import { useState } from 'react';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { Look } from './use-look.ts';

export interface Ticked {
  readonly choices: readonly FeedChoice[];
  readonly urls: ReadonlySet<string>;
  readonly tick: (url: string, isTicked: boolean) => void;
}

export function useTicked(look: Look): Ticked {
  const [own, setOwn] = useState<{ readonly look: Look; readonly urls: ReadonlySet<string> }>();
  const offered = look.state === 'found' ? look.choices.filter(({ alreadySubscribed }) => !alreadySubscribed) : [];
  const urls = own?.look === look ? own.urls : new Set(offered.slice(0, 1).map(({ url }) => url));
  return {
    choices: offered.filter(({ url }) => urls.has(url)),
    urls,
    tick: (url, isTicked) => {
      const others = [...urls].filter((one) => one !== url);
      setOwn({ look, urls: new Set(isTicked ? [...others, url] : others) });
    },
  };
}
