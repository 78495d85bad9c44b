/** Add feed: an address in, the feeds found there out, one of them subscribed to. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
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
import { type Look, type Looking, useLook } from './use-look.ts';
import { useWayOn } from './use-way-on.ts';
import './add-feed.css';

export function AddFeedDialog({ argument, onClose }: OverlayProps) {
  const [address, setAddress] = useState('');
  const { look, lookAt, typed } = useLook(setAddress);
  const wayOn = useWayOn(look, lookAt);
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
  const wish = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  const submit = () => {
    if (choice && found?.address === address.trim()) {
      if (!isNameless)
        void finish(choice, {
          access: found.access,
          lookedAt: found.address,
          wishes,
          onFolderMade: (folder) => wish({ folder }),
        });
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
          <Button kind="primary" ref={wayOn.next} onPress={submit} isDisabled={!choice || isBusy || isNameless}>
            {isBusy ? 'Subscribing…' : choice?.alreadySubscribed ? 'Go to feed' : 'Subscribe'}
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <div ref={wayOn.field}>
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
        </div>
        <LookAnswer look={look} lookAt={wayOn.lookAt} choice={choice} onChoose={setUrl} wishes={wishes} onWish={wish} />
        {failure && (
          <div className="add-failure">
            <Note kind="err">{failure.message}</Note>
          </div>
        )}
      </div>
    </Dialog>
  );
}

interface LookAnswerProps extends Pick<Looking, 'look' | 'lookAt'> {
  readonly choice: FeedChoice | undefined;
  readonly onChoose: (url: string) => void;
  readonly wishes: Wishes;
  readonly onWish: (change: Partial<Wishes>) => void;
}

/** What there is at the address, and what is wished for the feed that is chosen. */
function LookAnswer({ look, lookAt, choice, onChoose, wishes, onWish }: LookAnswerProps) {
  if (look.state === 'idle') return <WhatToPaste />;
  if (look.state === 'looking') return <LookingNow address={look.address} />;
  if (look.state === 'failed') return <LookFailed {...look} lookAt={lookAt} />;
  if (!choice) return null;
  return (
    <>
      <ChoiceList choices={look.choices} chosen={choice.url} onChoose={onChoose} />
      {choice.alreadySubscribed ? (
        <p className="add-hint t2">You have subscribed to {choice.title} already. Go to it, or choose another one.</p>
      ) : (
        <SubscribeOptions wishes={wishes} onChange={onWish} />
      )}
    </>
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
