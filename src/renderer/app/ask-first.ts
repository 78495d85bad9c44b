/** Asks before very much is marked at once, where the reader wants that. Undo is offered either way. */
import { settingsNow } from '../client/settings.ts';
import { openOverlay } from './overlays.ts';

interface Question {
  readonly articles: number;
  readonly go: () => void;
}

let pending: Question | null = null;

export const pendingQuestion = (): Question | null => pending;

/** Does it at once, or after a yes where `articles` are more than the reader wants to mark unasked. */
export function askFirst(articles: number, go: () => void): void {
  const most = settingsNow()?.askBeforeMarking ?? null;
  if (most === null || articles <= most) go();
  else {
    pending = { articles, go };
    openOverlay('mark-many');
  }
}
