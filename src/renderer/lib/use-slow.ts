/** Says when something has gone on long enough to be worth a sign of it. */
import { useEffect, useState } from 'react';

/** 300 ms: below it a skeleton would only flicker. */
const slowAfterMs = 300;

/** True once `busy` has been true for 300 ms without a pause; `key` begins a new wait. */
export function useSlow(busy: boolean, key: unknown = null): boolean {
  const [slowKey, setSlowKey] = useState<{ readonly key: unknown } | null>(null);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlowKey({ key }), slowAfterMs);
    return () => {
      clearTimeout(timer);
      setSlowKey(null);
    };
  }, [busy, key]);
  return busy && slowKey !== null && slowKey.key === key;
}
