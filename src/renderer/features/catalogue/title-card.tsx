/** A title of the catalogue, with its switch between subscribed and not. */
import { memo, useState } from 'react';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { languageName, sampleSection } from '../../lib/catalogue-filter.ts';
import { rateWords } from '../../lib/rate-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { toggleTitle } from './toggle-title.ts';

export const TitleCard = memo(function TitleCard({ title }: { readonly title: CatalogueTitle }) {
  const place = title.sample ? sampleSection : title.country;
  return (
    <article className="cat-card" aria-label={title.title}>
      <div className="fx">
        <SourceTile large name={title.title} host={URL.parse(title.siteUrl)?.host ?? title.title} />
        <div className="cat-name">
          <b className="trunc" dir="auto" lang={title.language}>
            {title.title}
          </b>
          <div className="t3 trunc">
            {languageName(title.language)}
            {place && ` · ${place}`}
          </div>
        </div>
      </div>
      <p dir="auto" lang={title.sample ? title.language : undefined}>
        {title.about}
      </p>
      <div className="cat-foot num">
        {title.perWeek !== null
          ? `About ${rateWords(title.perWeek)}`
          : URL.parse(title.siteUrl)?.host.replace(/^www\./, '')}
        <span className="grow" />
        <Toggle title={title} />
      </div>
    </article>
  );
});

function Toggle({ title }: { readonly title: CatalogueTitle }) {
  const [isBusy, setBusy] = useState(false);
  const { subscribed } = title;
  return (
    <button
      type="button"
      className={subscribed ? 'btn sm ghost cat-on' : 'btn sm'}
      aria-pressed={subscribed}
      aria-disabled={isBusy}
      onClick={() => {
        if (isBusy) return;
        setBusy(true);
        void toggleTitle(title).finally(() => setBusy(false));
      }}
    >
      {subscribed && <Icon name="check" size="s" />}
      <span aria-hidden="true">
        <span className="cat-rest">{subscribed ? 'Subscribed' : 'Subscribe'}</span>
        {subscribed && <span className="cat-hover">Unsubscribe</span>}
      </span>
      <span className="vh">
        {subscribed ? 'Subscribed' : 'Subscribe'} to {title.title}
      </span>
    </button>
  );
}
