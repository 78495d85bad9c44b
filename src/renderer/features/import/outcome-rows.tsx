/** One line of the import's report. */
import { useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { ImportReport } from '../../../contract/opml.ts';
import { openOverlay } from '../../app/overlays.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { isChecked, isInTrouble } from './report-text.ts';

interface FeedRowProps {
  readonly feed: FeedSummary;
  readonly folder: string | undefined;
  /** It lies elsewhere than the list said. */
  readonly hasMoved: boolean;
}

export function FeedRow({ feed, folder, hasMoved }: FeedRowProps) {
  return (
    <li>
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
      <span className="grow">
        <b dir="auto">{feed.title}</b>
        {folder && <span className="t3"> in {folder}</span>}
        {isInTrouble(feed) && <span className="im-why">{feed.trouble}</span>}
      </span>
      {isInTrouble(feed) ? (
        <Remedies feed={feed} />
      ) : hasMoved ? (
        <span className="pill warn num">Moved for good, address updated</span>
      ) : isChecked(feed) ? (
        <span className="pill ok num">
          <Icon name="check" />
          Added, {counted(feed.total, 'article', 'articles')}
        </span>
      ) : (
        <span className="pill mut">Not fetched yet</span>
      )}
    </li>
  );
}

function Remedies({ feed }: { readonly feed: FeedSummary }) {
  const [isTrying, setTrying] = useState(false);
  const tryAgain = async () => {
    setTrying(true);
    const result = await client.call('feeds.refresh', { feedIds: [feed.id], force: true });
    setTrying(false);
    if (!result.ok && result.error.code !== 'cancelled') toastFailure(result.error.message);
  };
  // A list rarely names the site: then it is looked for where the feed was.
  const siteUrl = feed.siteUrl ?? URL.parse(feed.url)?.origin;
  return (
    <>
      <span className="pill err">
        <Icon name="warn" />
        Failed
      </span>
      {siteUrl && (
        <Button size="sm" onPress={() => openOverlay('add-feed', siteUrl)}>
          Search the site
        </Button>
      )}
      <Button size="sm" isDisabled={isTrying} onPress={() => void tryAgain()}>
        {isTrying ? 'Trying…' : 'Try again'}
      </Button>
    </>
  );
}

export function LeftOutRow({ line }: { readonly line: ImportReport['skipped'][number] }) {
  return (
    <li className="is-left-out">
      <span className="grow">
        <b dir="auto">{line.text || 'A line without a name'}</b>
        <span className="im-why">{line.why}</span>
      </span>
      <span className="pill warn">Left out</span>
    </li>
  );
}
