/** Add feed: an address or words in; the feeds found there, or the catalogue's titles, out; those ticked are subscribed to. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OverlayProps } from '../../app/overlays.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { AddressField } from './address-field.tsx';
import { isWords } from './address-shape.ts';
import { CatalogueHits } from './catalogue-hits.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LookFailed, LookingNow, WhatToPaste } from './look-notes.tsx';
import { folderHere, pathOf, subscribe, subscribedFeed, type Wishes } from './subscribe.ts';
import { SubscribeOptions } from './subscribe-options.tsx';
import { useFinish } from './use-finish.ts';
import { type Looking, useLook } from './use-look.ts';
import { useTicked } from './use-ticked.ts';
import { useWayOn } from './use-way-on.ts';
import './add-feed.css';

export function AddFeedDialog({ argument, onClose }: OverlayProps) {
  const [address, setAddress] = useState('');
  const { look, lookAt, typed } = useLook(setAddress);
  const wayOn = useWayOn(look, lookAt);
  const ticked = useTicked(look);
  const [wishes, setWishes] = useState<Wishes>(() => ({ folder: folderHere(), fullText: false, keepDays: null }));
  const page = useRef<HTMLDivElement>(null);
  // An address that came with the command is looked at without being asked for again.
  useEffect(() => {
    if (!argument) return;
    setAddress(argument);
    lookAt(argument);
  }, [argument, lookAt]);
  const found = look.state === 'found' ? look : undefined;
  const isInCatalogue = look.state === 'idle' && isWords(address);
  const known = ticked.choices.length === 0 ? found?.choices.find((one) => one.alreadySubscribed) : undefined;
  const { isBusy, failure, finish } = useFinish(look, onClose);
  const isNameless = wishes.folder !== null && typeof wishes.folder === 'object' && wishes.folder.name.trim() === '';
  const wish = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  const firstHit = () => page.current?.querySelector<HTMLElement>('.add-hits button');
  const submit = () => {
    if (found?.address === address.trim()) {
      if (known) void finish(() => subscribedFeed(known.url));
      else if (ticked.choices.length > 0 && !isNameless)
        void finish(() =>
          subscribe(ticked.choices, {
            access: found.access,
            lookedAt: found.address,
            wishes,
            onFolderMade: (folder) => wish({ folder }),
          }),
        );
    } else if (firstHit()) firstHit()?.focus();
    else lookAt(address);
  };
  return (
    <Dialog
      title="Add feed"
      onClose={onClose}
      className="add"
      footer={
        <Foot into={isInCatalogue ? pathOf(wishes.folder) : undefined} onClose={onClose}>
          <Button
            kind="primary"
            ref={wayOn.next}
            onPress={submit}
            isDisabled={(!known && ticked.choices.length === 0) || isBusy || isNameless}
          >
            {isBusy ? 'Subscribing…' : known ? 'Go to feed' : subscribeWords(ticked.choices.length)}
          </Button>
        </Foot>
      }
    >
      <div className="dlg-b" ref={page}>
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
            onDown={() => firstHit()?.focus()}
          />
        </div>
        {isInCatalogue ? (
          <CatalogueHits words={address} folder={wishes.folder} onClose={onClose} />
        ) : (
          <LookAnswer look={look} lookAt={wayOn.lookAt} ticked={ticked} wishes={wishes} onWish={wish} />
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

function subscribeWords(feeds: number): string {
  return feeds > 1 ? `Subscribe to ${feeds} feeds` : 'Subscribe';
}

interface FootProps {
  /** The folder that titles of the catalogue go into, if not that of their section; undefined while it is not looked in. */
  readonly into: readonly string[] | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Titles of the catalogue have a button each: there is nothing to send off at the end. */
function Foot({ into, onClose, children }: FootProps) {
  return (
    <>
      <span className="t3 grow add-small">{footWords(into)}</span>
      <Button kind="ghost" onPress={onClose}>
        {into ? 'Done' : 'Cancel'}
      </Button>
      {!into && children}
    </>
  );
}

function footWords(into: readonly string[] | undefined): string {
  if (!into) return 'Nothing is sent anywhere but to this site.';
  if (into.length > 0) return `What you subscribe to goes into ${into.join(' / ')}.`;
  return 'The catalogue ships with the app: looking in it sends nothing.';
}

interface LookAnswerProps extends Pick<Looking, 'look' | 'lookAt'> {
  readonly ticked: ReturnType<typeof useTicked>;
  readonly wishes: Wishes;
  readonly onWish: (change: Partial<Wishes>) => void;
}

/** What there is at the address, and what is wished for the feeds that are ticked. */
function LookAnswer({ look, lookAt, ticked, wishes, onWish }: LookAnswerProps) {
  if (look.state === 'idle') return <WhatToPaste />;
  if (look.state === 'looking') return <LookingNow address={look.address} />;
  if (look.state === 'failed') return <LookFailed {...look} lookAt={lookAt} />;
  const [only, second] = look.choices;
  return (
    <>
      <ChoiceList choices={look.choices} ticked={ticked.urls} onTick={ticked.tick} />
      {only?.alreadySubscribed && !second ? (
        <p className="add-hint t2">You have subscribed to {only.title} already.</p>
      ) : (
        <SubscribeOptions wishes={wishes} onChange={onWish} />
      )}
    </>
  );
}
