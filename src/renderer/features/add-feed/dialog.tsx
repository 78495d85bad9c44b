/** Add feed: an address in, the feeds found there out, one of them subscribed to. */
import { type FormEvent, useEffect, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LookFailed, LookingNow, WhatToPaste } from './look-notes.tsx';
import { goToSubscribed, subscribe, type Wishes } from './subscribe.ts';
import { SubscribeOptions } from './subscribe-options.tsx';
import { type Look, type Looking, useLook } from './use-look.ts';
import './add-feed.css';

const noWishes: Wishes = { folder: null, fullText: false, keepDays: null };

export function AddFeedDialog({ argument, onClose }: OverlayProps) {
  const [address, setAddress] = useState(argument ?? '');
  const looking = useLook();
  const { look, lookAt, typed } = looking;
  const [url, setUrl] = useState<string | null>(null);
  const [wishes, setWishes] = useState(noWishes);
  const { isBusy, failure, finish } = useFinish(look, wishes, onClose);
  // Once: an address that came with the command is looked at without being asked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at the beginning
  useEffect(() => {
    if (argument) lookAt(argument);
  }, []);
  const choice = look.state === 'found' ? (look.choices.find((one) => one.url === url) ?? look.choices[0]) : undefined;
  return null;
}
