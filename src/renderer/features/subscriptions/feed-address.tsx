/** A feed's address: changed by hand, or found anew on the publisher's site. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { FeedChoice, FeedSummary } from '../../../contract/feeds.ts';
import type { DetailForm } from '../../app/apply-remedy.ts';
import { client } from '../../client/client.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { checkFeeds, configureFeeds } from './change-feeds.ts';
import { shortAddress } from './feed-row.tsx';

interface FeedAddressProps {
  readonly feed: FeedSummary;
  readonly form: DetailForm | null;
  readonly onForm: (form: DetailForm | null) => void;
}

export function FeedAddress({ feed, form, onForm }: FeedAddressProps) {
  const [address, setAddress] = useState(feed.url);
  const [failure, setFailure] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (form === 'address') field.current?.focus();
  }, [form]);
  const save = async (url: string) => {
    const why = await configureFeeds([feed], { url }, `${feed.title}: address changed`);
    setFailure(why);
    if (why) return;
    onForm(null);
    await checkFeeds([feed], { force: true });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (URL.canParse(address.trim())) void save(address.trim());
    else setFailure('This is not a whole address. It begins with http:// or https://.');
  };
  return (
    <>
      <form className="details-form" onSubmit={onSubmit}>
        <TextField
          aria-label="Address of the feed"
          inputRef={field}
          value={address}
          onChange={setAddress}
          error={failure}
          spellCheck="false"
        />
        <div className="fx">
          <Button size="sm" type="submit" isDisabled={address.trim() === feed.url || address.trim() === ''}>
            Save address
          </Button>
          <Button size="sm" kind="ghost" onPress={() => onForm(form === 'find' ? null : 'find')}>
            Look for it on the site
          </Button>
        </div>
      </form>
      {form === 'find' && <FoundFeeds feed={feed} onChoose={(url) => void save(url)} />}
    </>
  );
}

interface FoundFeedsProps {
  readonly feed: FeedSummary;
  readonly onChoose: (url: string) => void;
}

type Found = { readonly choices: readonly FeedChoice[] } | { readonly failure: string };

function FoundFeeds({ feed, onChoose }: FoundFeedsProps) {
  const [found, setFound] = useState<Found | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isOver = false;
    void client.call('feeds.preview', { address: feed.siteUrl ?? originOf(feed.url) }).then((result) => {
      if (!isOver) setFound(result.ok ? { choices: result.value.choices } : { failure: result.error.message });
    });
    return () => {
      isOver = true;
    };
  }, [feed.siteUrl, feed.url]);
  useEffect(() => {
    if (found) list.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  const others = found && 'choices' in found ? found.choices.filter(({ url }) => url !== feed.url) : [];
  return (
    <div className="found" role="status" ref={list}>
      {found === null && <p className="t2">Looking on {feed.host}…</p>}
      {found && 'failure' in found && <Note kind="warn">{found.failure}</Note>}
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
            <Button size="sm" aria-label={`Use this: ${choice.title}`} onPress={() => onChoose(choice.url)}>
              Use this
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? url;
}
