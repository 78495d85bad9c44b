/** Commands of the front page. */
import { useEffect } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import { type Command, registerCommands } from '../../app/commands.ts';
import { knownArticle } from '../../app/current-article.ts';
import { articleOf, headlinesIn } from '../../app/headlines.ts';
import { placeNow } from '../../app/navigation.ts';
import { focusRegion, regionElement } from '../../app/regions.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';
import { editionState, showWaiting } from './edition-model.ts';
import { markAllRead } from './mark-all-read.ts';

/** Marks what the page shows, and nothing else: parts that the reader hid or the width leaves out were not seen. */
export function markPageRead(): void {
  const page = regionElement('list');
  if (!page) return;
  const shown = new Set(headlinesIn(page).map(articleOf));
  const unread = [...shown].filter((id) => isUnread(id));
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

function isUnread(id: ArticleId): boolean {
  const article = knownArticle(id);
  return article !== undefined && bitsOf(article).unread;
}

/** The newer page is read from its top. */
export function showNewer(): void {
  showWaiting();
  regionElement('list')?.scrollTo({ top: 0 });
  focusRegion('list');
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
    run: showNewer,
  },
  {
    id: 'today.markAllRead',
    title: 'Mark all read',
    group: 'Lists',
    icon: 'checks',
    keys: [],
    run: () => void markAllRead(),
  },
  {
    id: 'today.markOlderRead',
    title: 'Mark all read but the newest day',
    group: 'Lists',
    icon: 'checks',
    keys: [],
    run: () => void markAllRead(1),
  },
];

export function useTodayCommands(): void {
  useEffect(() => registerCommands(commands), []);
}
