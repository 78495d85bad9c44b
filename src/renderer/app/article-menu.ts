/** The menu of an article: on its row, on a search result, and behind the dots of its page. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ViewName } from '../../contract/ids.ts';
import { bitsOf } from '../client/article-bits.ts';
import { exactCount } from '../lib/numbers.ts';
import type { MenuGroups } from '../ui/menu.tsx';
import {
  copyLink,
  copyLinks,
  markViewRead,
  openOriginal,
  toggleLater,
  toggleRead,
  toggleStar,
} from './article-actions.ts';
import { keysFor } from './commands.ts';
import { navigate } from './navigation.ts';

/** The list that an article stands in, as far as the reader has seen it. */
interface SeenList {
  readonly view: ViewName;
  readonly arrival: number | undefined;
}

export function articleMenu(article: ArticleSummary, list: SeenList | null): MenuGroups {
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
    list === null ? [] : scopeEntries(article, list),
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
        icon: 'link',
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

/** The menu of several that are chosen together: only what can be done with all of them. */
export function articlesMenu(articles: readonly ArticleSummary[]): MenuGroups {
  const many = exactCount(articles.length);
  const bits = articles.map(bitsOf);
  const hasUnread = bits.some(({ unread }) => unread);
  const isStarred = bits.every(({ starred }) => starred);
  const isLater = bits.every(({ later }) => later);
  return [
    [
      {
        id: 'read',
        icon: 'eye',
        label: `Mark ${many} ${hasUnread ? 'read' : 'unread'}`,
        keys: keysFor('article.read'),
        run: () => toggleRead(articles),
      },
      {
        id: 'star',
        icon: 'star',
        label: isStarred ? `Take the star off ${many}` : `Star ${many}`,
        keys: keysFor('article.star'),
        run: () => toggleStar(articles),
      },
      {
        id: 'later',
        icon: 'clock',
        label: isLater ? `Take ${many} off Read later` : `Read ${many} later`,
        keys: keysFor('article.later'),
        run: () => toggleLater(articles),
      },
    ],
    [
      {
        id: 'copy',
        icon: 'link',
        label: `Copy ${many} links`,
        disabled: articles.every(({ url }) => url === null),
        run: () => copyLinks(articles),
      },
    ],
  ];
}

function scopeEntries({ id }: ArticleSummary, { view, arrival: upToArrival }: SeenList): MenuGroups[number] {
  return [
    {
      id: 'newer',
      icon: 'up',
      label: 'Mark newer read',
      run: () => markViewRead(view, 'newer than this', { upToArrival, newerThan: id }),
    },
    {
      id: 'older',
      icon: 'down',
      label: 'Mark older read',
      keys: keysFor('list.markOlderRead'),
      run: () => markViewRead(view, 'older than this', { upToArrival, olderThan: id }),
    },
  ];
}
