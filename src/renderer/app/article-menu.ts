/** The menu of an article: on its row, on a search result, and behind the dots of its page. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ViewName } from '../../contract/ids.ts';
import { bitsOf } from '../client/article-bits.ts';
import type { MenuGroups } from '../ui/menu.tsx';
import { copyLink, markViewRead, openOriginal, toggleLater, toggleRead, toggleStar } from './article-actions.ts';
import { keysFor } from './commands.ts';
import { navigate } from './navigation.ts';

export function articleMenu(article: ArticleSummary, view: ViewName | null): MenuGroups {
  const bits = bitsOf(article);
  return [
    [
      {
        id: 'read',
        icon: 'eye',
        label: bits.unread ? 'Mark read' : 'Mark unread',
        keys: keysFor('article.read'),
        run: () => toggleRead([article]),
      },
      {
        id: 'star',
        icon: 'star',
        label: bits.starred ? 'Remove star' : 'Star',
        keys: keysFor('article.star'),
        run: () => toggleStar([article]),
      },
      {
        id: 'later',
        icon: 'clock',
        label: bits.later ? 'Not for later' : 'Read later',
        keys: keysFor('article.later'),
        run: () => toggleLater([article]),
      },
    ],
    view === null ? [] : scopeEntries(article, view),
    [
      {
        id: 'original',
        icon: 'ext',
        label: 'Open original',
        keys: keysFor('article.original'),
        disabled: article.url === null,
        run: () => openOriginal(article),
      },
      {
        id: 'copy',
        icon: 'share',
        label: 'Copy link',
        keys: keysFor('article.copyLink'),
        disabled: article.url === null,
        run: () => copyLink(article),
      },
    ],
    [
      {
        id: 'feed',
        icon: 'folder',
        label: `Go to ${article.feedTitle}`,
        keys: keysFor('go.feed'),
        run: () => navigate({ view: `feed:${article.feedId}`, articleId: article.id }),
      },
    ],
  ];
}

function scopeEntries(article: ArticleSummary, view: ViewName): MenuGroups[number] {
  return [
    {
      id: 'newer',
      icon: 'up',
      label: 'Mark newer read',
      run: () => void markViewRead(view, 'newer than this', { newerThan: article.id }),
    },
    {
      id: 'older',
      icon: 'down',
      label: 'Mark older read',
      keys: keysFor('list.markOlderRead'),
      run: () => void markViewRead(view, 'older than this', { olderThan: article.id }),
    },
  ];
}
