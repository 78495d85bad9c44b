/**
 * Subscribes, or goes to what is subscribed to, and closes the dialog when that went well. Closed before, it leaves the
 * reader where they are by then.
 */
import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../contract/errors.ts';
import type { ViewName } from '../../../contract/ids.ts';
import { toastFailure } from '../../app/undo.ts';
import { showView } from './subscribe.ts';
import type { Look } from './use-look.ts';

interface Finishing {
  readonly isBusy: boolean;
  /** Why it did not go well, until something else is looked at. */
  readonly failure: Failure | undefined;
  /** `run` answers the view to go to. */
  readonly finish: (run: () => Promise<Result<ViewName>>) => Promise<void>;
}

export function useFinish(look: Look, onClose: () => void): Finishing {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly look: Look; readonly failure: Failure }>();
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const finish = async (run: () => Promise<Result<ViewName>>) => {
    if (isBusy) return;
    setBusy(true);
    const result = await run();
    setBusy(false);
    if (!isOpen.current) {
      if (!result.ok) toastFailure(result.error.message);
    } else if (result.ok) {
      showView(result.value);
      onClose();
    } else setFailed({ look, failure: result.error });
  };
  return { isBusy, failure: failed?.look === look ? failed.failure : undefined, finish };
}
