/** The text of the query: typed here, kept in the place so that the way back leads to it, and set by whoever navigates. */
import { useEffect, useRef, useState } from 'react';
import { navigate, placeNow } from '../../app/navigation.ts';
import { usePaused } from './use-paused.ts';

/** Long enough that words half typed do not stay in the way back. */
const keepAfterMs = 400;

export function useQueryText(argument: string | null): readonly [string, (text: string) => void] {
  const [text, setText] = useState(argument ?? '');
  const kept = useRef(argument);
  useEffect(() => {
    if (argument === kept.current) return;
    kept.current = argument;
    setText(argument ?? '');
  }, [argument]);
  const paused = usePaused(text, keepAfterMs);
  useEffect(() => {
    const next = paused === '' ? null : paused;
    if (next === kept.current || placeNow().screen !== 'search') return;
    kept.current = next;
    navigate({ screen: 'search', argument: next }, { replace: true });
  }, [paused]);
  return [text, setText];
}
