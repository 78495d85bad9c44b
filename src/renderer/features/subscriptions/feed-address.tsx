/** A feed's address: changed by hand, or found anew on the publisher's site. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { DetailForm } from '../../app/apply-remedy.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { checkFeeds, configureFeeds } from './change-feeds.ts';
import { FoundFeeds } from './found-feeds.tsx';

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
  const save = async (url: string, { allowPrivate = false } = {}) => {
    const why = await configureFeeds(
      [feed],
      { url, ...(allowPrivate && { allowPrivate }) },
      `${feed.title}: address changed`,
    );
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
      {form === 'find' && <FoundFeeds feed={feed} onChoose={(url, access) => void save(url, access)} />}
    </>
  );
}
