/** What the dialog knows: the address, what was found at it, what is ticked and wished, and what Enter does. */
import { useEffect, useState } from 'react';
import { folderHere, subscribe, subscribedFeed, type Wishes } from './subscribe.ts';
import { useFinish } from './use-finish.ts';
import { useLook } from './use-look.ts';
import { useTicked } from './use-ticked.ts';
import { useWayOn } from './use-way-on.ts';

interface AddFeedOptions {
  readonly onClose: () => void;
  /** The button of the first title that the catalogue has for the words; undefined where there is none. */
  readonly firstHit: () => HTMLElement | null | undefined;
}

/** `argument`: an address that came with the command. */
export function useAddFeed(argument: string | null, { onClose, firstHit }: AddFeedOptions) {
  const [address, setAddress] = useState('');
  const { look, lookAt, typed } = useLook(setAddress);
  const wayOn = useWayOn(look, lookAt);
  const ticked = useTicked(look);
  const [wishes, setWishes] = useState<Wishes>(() => ({ folder: folderHere(), fullText: false, keepDays: null }));
  const wish = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  useEffect(() => {
    if (!argument) return;
    setAddress(argument);
    lookAt(argument);
  }, [argument, lookAt]);
  const found = look.state === 'found' ? look : undefined;
  const known = ticked.choices.length === 0 ? found?.choices.find((one) => one.alreadySubscribed) : undefined;
  const { isBusy, failure, finish } = useFinish(look, onClose);
  const { folder } = wishes;
  const isNameless = folder !== null && typeof folder === 'object' && folder.name.trim() === '';
  const subscribeNow = (from: NonNullable<typeof found>) =>
    subscribe(ticked.choices, {
      access: from.access,
      lookedAt: from.address,
      wishes,
      onFolderMade: (made) => wish({ folder: made }),
    });
  const submit = () => {
    if (found?.address === address.trim()) {
      if (known) void finish(() => subscribedFeed(known.url));
      else if (ticked.choices.length > 0 && !isNameless) void finish(() => subscribeNow(found));
      return;
    }
    const hit = firstHit();
    if (hit) hit.focus();
    else lookAt(address);
  };
  const type = (next: string) => {
    setAddress(next);
    typed(next);
  };
  return { address, type, look, wayOn, ticked, known, wishes, wish, failure, isBusy, isNameless, submit };
}
