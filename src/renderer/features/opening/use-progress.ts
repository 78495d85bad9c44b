/** How far the opening of the library is, asked twice a second; the window anew once it is open or cannot be opened. */
import { useEffect, useState } from 'react';
import type { StartProgress } from '../../../contract/start.ts';
import { client } from '../../client/client.ts';

const askAgainMs = 500;

export function useProgress(first: StartProgress) {
  const [progress, setProgress] = useState(first);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(async () => {
      const status = await client.call('start.status', {});
      // Everything is asked for anew: nothing that was answered so far came from a library.
      if (status.ok && status.value.progress === null) location.reload();
      else if (status.ok && status.value.progress) setProgress(status.value.progress);
      setFailure(status.ok ? null : status.error.message);
    }, askAgainMs);
    return () => clearInterval(timer);
  }, []);
  return { progress, failure };
}
