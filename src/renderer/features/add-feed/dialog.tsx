/** Add feed: an address in, the feeds found there out, one of them subscribed to. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { FolderId } from '../../../contract/ids.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { toastFailure } from '../../app/undo.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { AddressField } from './address-field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LookFailed, LookingNow, WhatToPaste } from './look-notes.tsx';
import { type HowToSubscribe, showFeed, subscribe, subscribedFeed, type Wishes } from './subscribe.ts';
import { SubscribeOptions } from './subscribe-options.tsx';
import { type Look, useLook } from './use-look.ts';
import './add-feed.css';

export function AddFeedDialog({ argument, onClose }: OverlayProps) {
  const [address, setAddress] = useState('');
  const { look, lookAt, typed } = useLook();
  const [url, setUrl] = useState<string | null>(null);
  const [wishes, setWishes] = useState<Wishes>({ folder: null, fullText: false, keepDays: null });
  // An address that came with the command is looked at without being asked for again.
  useEffect(() => {
    if (!argument) return;
    setAddress(argument);
    lookAt(argument);
  }, [argument, lookAt]);
  const found = look.state === 'found' ? look : undefined;
  const choice = found?.choices.find((one) => one.url === url) ?? found?.choices[0];
  const { isBusy, failure, finish } = useFinish(look, onClose);
  const isNameless = wishes.folder !== null && typeof wishes.folder === 'object' && wishes.folder.name.trim() === '';
  // Refused after that, the feed is subscribed to into the same folder the next time.
  const onFolderMade = (folder: FolderId) => setWishes((before) => ({ ...before, folder }));
  const submit = () => {
    if (choice && found?.address === address.trim()) {
      if (!isNameless) void finish(choice, { access: found.access, wishes, onFolderMade });
    } else lookAt(address);
  };
  return (
    <Dialog
      title="Add feed"
      onClose={onClose}
      className="add"
      footer={
        <>
          <span className="t3 grow add-small">Nothing is sent anywhere but to this site.</span>
          <Button kind="ghost" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onPress={submit} isDisabled={!choice || isBusy || isNameless}>
            {isBusy ? 'Subscribing…' : choice?.alreadySubscribed ? 'Go to feed' : 'Subscribe'}
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <AddressField
          address={address}
          found={found?.choices.length}
          isLooking={look.state === 'looking'}
          onType={(next) => {
            setAddress(next);
            typed(next);
          }}
          onSubmit={submit}
        />
        {look.state === 'idle' && <WhatToPaste />}
        {look.state === 'looking' && <LookingNow address={look.address} />}
        {look.state === 'failed' && <LookFailed {...look} lookAt={lookAt} />}
        {found && choice && (
          <>
            <ChoiceList choices={found.choices} chosen={choice.url} onChoose={setUrl} />
            {choice.alreadySubscribed ? (
              <p className="add-hint t2">You have subscribed to this feed already. Go to it, or choose another one.</p>
            ) : (
              <SubscribeOptions
                wishes={wishes}
                onChange={(change) => setWishes((before) => ({ ...before, ...change }))}
              />
            )}
          </>
        )}
        {failure && (
          <div className="add-failure">
            <Note kind="err">{failure.message}</Note>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/**
 * Subscribes, or goes to what is subscribed to, and closes the dialog when that went well. Closed before, it leaves the
 * reader where they are by then.
 */
function useFinish(look: Look, onClose: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly look: Look; readonly failure: Failure }>();
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const finish = async (choice: FeedChoice, how: HowToSubscribe) => {
    if (isBusy) return;
    setBusy(true);
    const result = await (choice.alreadySubscribed ? subscribedFeed(choice) : subscribe(choice, how));
    setBusy(false);
    if (!isOpen.current) {
      if (!result.ok) toastFailure(result.error.message);
    } else if (result.ok) {
      showFeed(result.value);
      onClose();
    } else setFailed({ look, failure: result.error });
  };
  return { isBusy, failure: failed?.look === look ? failed.failure : undefined, finish };
}
