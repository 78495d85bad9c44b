/** Add feed: an address or words in; the feeds found there, or the catalogue's titles, out; those ticked are subscribed to. */
import { type ReactNode, useRef } from 'react';
import type { OverlayProps } from '../../app/overlays.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { AddressField } from './address-field.tsx';
import { isWords } from './address-shape.ts';
import { CatalogueHits } from './catalogue-hits.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LookFailed, LookingNow, WhatToPaste } from './look-notes.tsx';
import { pathOf, type Wishes } from './subscribe.ts';
import { SubscribeOptions } from './subscribe-options.tsx';
import { useAddFeed } from './use-add-feed.ts';
import type { Looking } from './use-look.ts';
import type { Ticked } from './use-ticked.ts';
import './add-feed.css';

export function AddFeedDialog({ argument, onClose }: OverlayProps) {
  const page = useRef<HTMLDivElement>(null);
  const firstHit = () => page.current?.querySelector<HTMLElement>('.add-hits button');
  const { address, type, look, ticked, known, wishes, wish, failure, isBusy, isNameless, ...adding } = useAddFeed(
    argument,
    { onClose, firstHit },
  );
  const isInCatalogue = look.state === 'idle' && isWords(address);
  const isReady = (known || ticked.choices.length > 0) && !isBusy && !isNameless;
  return (
    <Dialog
      title="Add feed"
      onClose={onClose}
      className="add"
      footer={
        <Foot into={isInCatalogue ? pathOf(wishes.folder) : undefined} onClose={onClose}>
          <Button kind="primary" ref={adding.wayOn.next} onPress={adding.submit} isDisabled={!isReady}>
            {isBusy ? 'Subscribing…' : known ? 'Go to feed' : subscribeWords(ticked.choices.length)}
          </Button>
        </Foot>
      }
    >
      <div className="dlg-b" ref={page}>
        <div ref={adding.wayOn.field}>
          <AddressField
            address={address}
            found={look.state === 'found' ? look.choices.length : undefined}
            isLooking={look.state === 'looking'}
            onType={type}
            onSubmit={adding.submit}
            onDown={() => firstHit()?.focus()}
          />
        </div>
        {isInCatalogue ? (
          <CatalogueHits words={address} folder={wishes.folder} onClose={onClose} />
        ) : (
          <LookAnswer look={look} lookAt={adding.wayOn.lookAt} ticked={ticked} wishes={wishes} onWish={wish} />
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
  readonly ticked: Ticked;
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
