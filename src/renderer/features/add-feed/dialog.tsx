/** Add feed: an address in, the feeds found there out, one of them subscribed to. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { AddressField } from './address-field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LookFailed, LookingNow, WhatToPaste } from './look-notes.tsx';
import { goToSubscribed, subscribe, type Wishes } from './subscribe.ts';
import { SubscribeOptions } from './subscribe-options.tsx';
import { type Access, type Look, useLook } from './use-look.ts';
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
  const submit = () => {
    if (choice && found?.address === address.trim()) {
      if (!isNameless) void finish(choice, found.access, wishes);
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
              <SubscribeOptions wishes={wishes} onChange={(change) => setWishes({ ...wishes, ...change })} />
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

/** Subscribes, or goes to what is subscribed to, and closes the dialog when that went well. */
function useFinish(look: Look, onClose: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly look: Look; readonly failure: Failure }>();
  const finish = async (choice: FeedChoice, access: Access, wishes: Wishes) => {
    if (isBusy) return;
    setBusy(true);
    const failure = await (choice.alreadySubscribed ? goToSubscribed(choice) : subscribe(choice, access, wishes));
    setBusy(false);
    if (failure) setFailed({ look, failure });
    else onClose();
  };
  return { isBusy, failure: failed?.look === look ? failed.failure : undefined, finish };
}
