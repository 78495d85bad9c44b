/** The feeds that a lost feed's site names now. A site on the reader's own network is asked for only once they allow it. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice, FeedSummary } from '../../../contract/feeds.ts';
import { client } from '../../client/client.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { shortAddress } from './feed-row.tsx';

interface FoundFeedsProps {
  readonly feed: FeedSummary;
  /** `allowPrivate`: the feed lies where the reader has just allowed it to be asked for. */
  readonly onChoose: (url: string, access: { readonly allowPrivate: boolean }) => void;
}

type Found = { readonly choices: readonly FeedChoice[] } | { readonly failure: Failure };

export function FoundFeeds({ feed, onChoose }: FoundFeedsProps) {
  const address = feed.siteUrl ?? originOf(feed.url);
  const [found, setFound] = useState<Found | null>(null);
  const [isAllowed, setAllowed] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isOver = false;
    setFound(null);
    void client.call('feeds.preview', { address, allowPrivate: isAllowed }).then((result) => {
      if (!isOver) setFound(result.ok ? { choices: result.value.choices } : { failure: result.error });
    });
    return () => {
      isOver = true;
    };
  }, [address, isAllowed]);
  useEffect(() => {
    if (!found) return;
    list.current?.scrollIntoView({ block: 'nearest' });
    // The button that allowed it is gone: on to what was found.
    if (isAllowed && document.activeElement === document.body) list.current?.focus();
  }, [found, isAllowed]);
  const others = found && 'choices' in found ? found.choices.filter(({ url }) => url !== feed.url) : [];
  return (
    <div className="found" role="status" ref={list} tabIndex={-1}>
      {found === null && <p className="t2">Looking on {feed.host}…</p>}
      {found && 'failure' in found && (
        <NotFound failure={found.failure} address={address} onAllow={() => setAllowed(true)} />
      )}
      {found && 'choices' in found && others.length === 0 && (
        <p className="t2">The site names no other feed than this one.</p>
      )}
      {others.map((choice) => (
        <div className="fx found-feed" key={choice.url}>
          <div className="grow nmc">
            <b className="trunc" dir="auto">
              {choice.title}
            </b>
            <span className="trunc">{shortAddress(choice.url)}</span>
          </div>
          {choice.alreadySubscribed ? (
            <span className="pill ok">Subscribed</span>
          ) : (
            <Button
              size="sm"
              aria-label={`Use this: ${choice.title}`}
              onPress={() =>
                onChoose(choice.url, { allowPrivate: isAllowed && hostOf(choice.url) === hostOf(address) })
              }
            >
              Use this
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

interface NotFoundProps {
  readonly failure: Failure;
  readonly address: string;
  readonly onAllow: () => void;
}

function NotFound({ failure, address, onAllow }: NotFoundProps) {
  if (failure.code !== 'private_address' || failure.detail?.redirectedFrom !== undefined)
    return <Note kind="warn">{failure.message}</Note>;
  return (
    <Note
      kind="warn"
      icon="lock"
      title={`${hostOf(address)} is on this computer or your own network.`}
      actions={
        <Button size="sm" onPress={onAllow}>
          Allow this address
        </Button>
      }
    >
      If you know this site and trust it, allow Broadsheet to look there for this feed alone.
    </Note>
  );
}

/** With its port: what is allowed is one place on a network. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? url;
}
