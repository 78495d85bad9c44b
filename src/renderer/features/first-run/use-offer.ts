/** What the welcome offers now, and what of it is ticked. */
import { useSyncExternalStore } from 'react';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { useWindowSize } from '../../app/window-size.ts';
import { useAsk } from '../../client/use-ask.ts';
import { useChoices } from './choices.ts';
import { listedTitles, offered, offeredNarrow, pickTitles, poolOf, sectionsOf, tickedTitles } from './pick-titles.ts';

export interface Offer {
  readonly isOnline: boolean;
  readonly sample: readonly CatalogueTitle[];
  readonly pool: readonly CatalogueTitle[];
  /** Those offered, and those that the reader ticked among all of them. */
  readonly listed: readonly CatalogueTitle[];
  readonly ticked: readonly CatalogueTitle[];
  /** Why the catalogue cannot be offered. */
  readonly trouble: string | undefined;
}

const nothing: readonly CatalogueTitle[] = [];

export function useOffer(): Offer {
  const catalogue = useAsk('catalogue.list', {});
  const titles = catalogue.data ?? nothing;
  const { sections, ownWord } = useChoices();
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const isNarrow = useWindowSize() === 'narrow';
  const pool = poolOf(titles, isOnline);
  const inOrder = sectionsOf(pool).filter((section) => sections.includes(section));
  const picked = pickTitles(pool, inOrder, {
    languages: navigator.languages,
    most: isNarrow ? offeredNarrow : offered,
  });
  return {
    isOnline,
    sample: titles.filter(({ sample }) => sample),
    pool,
    listed: listedTitles({ picked, pool, ownWord }),
    ticked: tickedTitles({ picked, pool, ownWord }),
    trouble: catalogue.error?.message,
  };
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
