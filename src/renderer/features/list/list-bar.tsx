/** The list's own bar: what it shows, and how. */
import type { ViewName } from '../../../contract/ids.ts';
import type { Settings } from '../../../contract/settings.ts';
import { keysFor } from '../../app/commands.ts';
import { chosenArticles } from '../../app/current-article.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { setSettings } from '../../app/set-settings.ts';
import { type Counts, idInView, useCount, useViewTitle } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { count, exactCount } from '../../lib/numbers.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { markListRead } from './commands.ts';
import { SelectionBar } from './selection-bar.tsx';

/** The count that a view's title carries: unread ones, or all of those kept by hand. */
function unreadOf(view: ViewName, counts: Counts): number | undefined {
  const feed = idInView(view, 'feed');
  if (feed !== undefined) return counts.feeds.find(({ id }) => id === feed)?.unread ?? 0;
  const folder = idInView(view, 'folder');
  if (folder !== undefined) return counts.folders.find(({ id }) => id === folder)?.unread ?? 0;
  const search = idInView(view, 'search');
  if (search !== undefined) return counts.searches.find(({ id }) => id === search)?.unread;
  if (view === 'today') return counts.today.unread;
  return view === 'all' || view === 'unread' ? counts.all.unread : undefined;
}

export function ListBar({ view }: { readonly view: ViewName }) {
  const title = useViewTitle(view);
  const settings = useSettings();
  const unread = useCount((counts) => unreadOf(view, counts));
  const kept = useCount((counts) =>
    view === 'starred' ? counts.starred : view === 'later' ? counts.later : undefined,
  );
  const chosen = useStore(chosenArticles, (articles) => articles);
  return (
    <header className="bar">
      {chosen.size > 0 && <SelectionBar chosen={chosen} />}
      <IconButton
        icon="sidebar"
        label="Show sidebar"
        keys={keysFor('sidebar')}
        className="only-tight bar-first"
        onPress={toggleSidebar}
      />
      <h1 className="bar-title trunc">{title}</h1>
      <span className="t3 num bar-count">
        {unread !== undefined ? `${count(unread)} unread` : kept !== undefined ? exactCount(kept) : ''}
      </span>
      <span className="grow" />
      {settings && (
        <>
          <MenuButton label="List density" groups={densityMenu(settings)}>
            <IconButton icon="rows" label={`List density: ${settings.density}`} keys={keysFor('list.density')} />
          </MenuButton>
          <MenuButton label="Sort and filter" groups={filterMenu(settings)}>
            <IconButton
              icon="filter"
              label={settings.onlyUnread ? 'Sort and filter: only unread' : 'Sort and filter'}
              className={settings.onlyUnread ? 'on' : undefined}
            />
          </MenuButton>
        </>
      )}
      <IconButton icon="checks" label="Mark all read" keys={keysFor('list.markRead')} onPress={markListRead} />
    </header>
  );
}

const densityNames = { compact: 'Compact', comfortable: 'Comfortable', cards: 'Cards' } as const;

function densityMenu(settings: Settings): MenuGroups {
  return [
    (['compact', 'comfortable', 'cards'] as const).map((density) => ({
      id: density,
      label: densityNames[density],
      chosen: settings.density === density,
      run: () => setSettings({ density }),
    })),
  ];
}

function filterMenu({ onlyUnread, order, groupStories }: Settings): MenuGroups {
  return [
    [
      {
        id: 'unread',
        label: 'Only unread',
        chosen: onlyUnread,
        keys: keysFor('list.onlyUnread'),
        run: () => setSettings({ onlyUnread: !onlyUnread }),
      },
      {
        id: 'stories',
        label: 'Stories as one row',
        chosen: groupStories,
        run: () => setSettings({ groupStories: !groupStories }),
      },
    ],
    [
      {
        id: 'newest',
        label: 'Newest first',
        chosen: order === 'newest',
        run: () => setSettings({ order: 'newest' }),
      },
      {
        id: 'oldest',
        label: 'Oldest first',
        chosen: order === 'oldest',
        run: () => setSettings({ order: 'oldest' }),
      },
    ],
  ];
}
