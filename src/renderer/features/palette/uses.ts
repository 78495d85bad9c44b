/** How often each line of the palette was chosen: kept in the library, and nowhere else. */
import { rememberState, windowState } from '../../client/window-state.ts';

const mostKept = 200;
/** Above this, all are halved: what was chosen long ago counts less. */
const mostTimes = 16;

export function countUse(id: string): void {
  // Articles come and go: they are found anew each time.
  if (/^(open-article-|archive$)/.test(id)) return;
  const { uses } = windowState.get();
  const next = Object.entries({ ...uses, [id]: (uses[id] ?? 0) + 1 });
  const isMuch = next.some(([, times]) => times > mostTimes);
  const kept = next
    .map(([name, times]) => [name, isMuch ? Math.floor(times / 2) : times] as const)
    .filter(([, times]) => times > 0)
    .slice(-mostKept);
  rememberState({ uses: Object.fromEntries(kept) });
}
