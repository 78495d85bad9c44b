/** Commands of the front page. */
import { useEffect } from 'react';
import { type Command, registerCommands } from '../../app/commands.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';
import { editionState, rowsOf, showWaiting } from './edition-model.ts';

/** Marks what the page shows, and nothing else. */
export function markPageRead(): void {
  const { edition } = editionState.get();
  if (!edition) return;
  const articles = [...rowsOf(edition).map(({ article }) => article), ...edition.leadCoverage];
  const unread = articles.filter((article) => bitsOf(article).unread).map(({ id }) => id);
  if (unread.length === 0) {
    showToast({ text: 'The page is read already' });
    return;
  }
  void markArticles(unread, { unread: false }).then((result) => {
    if (!result.ok) toastFailure(result.error.message);
    else
      toastDone(`${counted(unread.length, 'article', 'articles')} on the page marked read`, result.value.operationId);
  });
}

const onPage = () => placeNow().articleId === null && placeNow().argument === null;

const commands: readonly Command[] = [
  {
    id: 'today.markRead',
    title: 'Mark the page read',
    group: 'Lists',
    icon: 'checks',
    keys: ['Shift A'],
    isEnabled: onPage,
    run: markPageRead,
  },
  {
    id: 'today.newer',
    title: 'Newer front page',
    group: 'Lists',
    keys: ['.'],
    isEnabled: () => onPage() && editionState.get().waiting !== null,
    run: showWaiting,
  },
  {
    id: 'today.catchUp',
    title: 'Catch up',
    group: 'Go to',
    icon: 'clock',
    keys: [],
    run: () => navigate({ screen: 'today', argument: 'catch-up' }),
  },
];

export function useTodayCommands(): void {
  useEffect(() => registerCommands(commands), []);
}
