/** Titles of the catalogue that fit the words in the field: each is subscribed to where it stands. */
import { useMemo, useState } from 'react';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { useAsk } from '../../client/use-ask.ts';
import { findTitles } from '../../lib/find-titles.ts';
import { rateWords } from '../../lib/rate-words.ts';
import { Button } from '../../ui/button.tsx';
import { OneStop } from '../../ui/one-stop.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { WhatToPaste } from './look-notes.tsx';
import { showView, subscribedFeed, subscribeToTitle, type Wishes } from './subscribe.ts';

const mostHits = 8;

interface CatalogueHitsProps {
  readonly words: string;
  readonly folder: Wishes['folder'];
  readonly onClose: () => void;
}

export function CatalogueHits({ words, folder, onClose }: CatalogueHitsProps) {
  const { data } = useAsk('catalogue.list', {});
  const hits = useMemo(() => findTitles(data ?? [], words, mostHits), [data, words]);
  if (!data) return null;
  if (hits.length === 0)
    return (
      <>
        <p className="add-hint" role="status">
          No title in the catalogue matches “{words.trim()}”.
        </p>
        <WhatToPaste />
      </>
    );
  return (
    <section className="add-hits">
      <h3>In the catalogue</h3>
      <OneStop label="In the catalogue">
        <ul>
          {hits.map((title) => (
            <Hit key={title.feedUrl} title={title} folder={folder} onClose={onClose} />
          ))}
        </ul>
      </OneStop>
    </section>
  );
}

interface HitProps {
  readonly title: CatalogueTitle;
  readonly folder: Wishes['folder'];
  readonly onClose: () => void;
}

function Hit({ title, folder, onClose }: HitProps) {
  const [isBusy, setBusy] = useState(false);
  const { subscribed, perWeek } = title;
  const open = async () => {
    const view = await subscribedFeed(title.feedUrl);
    if (!view.ok) return;
    showView(view.value);
    onClose();
  };
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    await (subscribed ? open() : subscribeToTitle(title, folder));
    setBusy(false);
  };
  const label = subscribed ? 'Open' : 'Subscribe';
  return (
    <li>
      <SourceTile large name={title.title} host={URL.parse(title.siteUrl)?.host ?? title.title} />
      <span className="grow">
        <b className="trunc" dir="auto" lang={title.language}>
          {title.title}
        </b>
        <span className="trunc t2" dir="auto">
          {title.sample ? 'Sample edition' : title.about}
        </span>
      </span>
      {perWeek !== null && <span className="t3 num add-rate">about {rateWords(perWeek)}</span>}
      <Button
        size="sm"
        kind={subscribed ? 'ghost' : 'plain'}
        aria-label={subscribed ? `Open ${title.title}` : `Subscribe to ${title.title}`}
        onPress={() => void press()}
      >
        {label}
      </Button>
    </li>
  );
}
