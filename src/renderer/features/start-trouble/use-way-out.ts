/** One way out at a time: what goes on, what went wrong, and the window anew once the library is open. */
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../contract/index.ts';
import type { StartTrouble, StartWay } from '../../../contract/start.ts';
import { client } from '../../client/client.ts';

type Wish = InputOf<'start.leave'>;

export function useWayOut(first: StartTrouble) {
  const [trouble, setTrouble] = useState(first);
  const [working, setWorking] = useState<StartWay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [hasEnded, setEnded] = useState(false);
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    // While a way was tried every button rested, and the pressed one lost the focus by that.
    if (working === null && document.activeElement === document.body) focusOn(pressed.current);
  }, [working]);
  const take = async (wish: Wish) => {
    pressed.current = document.activeElement;
    setWorking(wish.way);
    setFailure(null);
    const taken = await client.call('start.leave', wish);
    // Everything is asked for anew: nothing that was answered so far came from a library.
    if (taken.ok && taken.value.isOpen) return location.reload();
    if (taken.ok) return setEnded(true);
    const now = await client.call('start.status', {});
    if (now.ok && now.value.trouble === null) return location.reload();
    if (now.ok && now.value.trouble) setTrouble(now.value.trouble);
    setFailure(taken.error.message);
    setWorking(null);
  };
  return { trouble, working, failure, hasEnded, take: (wish: Wish) => void take(wish) };
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}
