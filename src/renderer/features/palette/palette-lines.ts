/** Everything that the palette offers but articles: where the reader can go, what can be done now, and what can be set. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import type { ViewName } from '../../../contract/ids.ts';
import { markViewRead } from '../../app/article-actions.ts';
import { type Command, keysOf, runCommand, useCommands } from '../../app/commands.ts';
import { refresh } from '../../app/feed-actions.ts';
import { navigate, type Place } from '../../app/navigation.ts';
import { focusPage } from '../../app/page-focus.ts';
import { setSettings } from '../../app/set-settings.ts';
import { goToView } from '../../app/standard-commands.ts';
import { type Counts, useCounts, useFeeds, useFolders, useSavedSearches } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { count } from '../../lib/numbers.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { commandWords } from './command-words.ts';
import type { Offer } from './rank-offers.ts';
import { settingOffers } from './setting-offers.ts';
import { weights } from './weights.ts';

export type LineGroup = 'Go to' | 'Do' | 'Settings';

export interface PaletteLine extends Offer {
  readonly group: LineGroup;
  /** A few quiet words after the title: 'in Science'. */
  readonly place?: string;
  readonly detail?: string;
  readonly keys?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly feed?: FeedSummary;
  readonly run: () => void;
}

export function usePaletteLines(): readonly PaletteLine[] {
  const places = usePlaceLines();
  const commands = useCommands();
  const settings = useSettings();
  const own = commands.filter(
    (command) => !command.onlyListed && command.id !== 'palette' && command.isEnabled?.() !== false,
  );
  return [
    ...own.map(commandLine),
    ...pageLines,
    ...places,
    ...(settings ? settingOffers(settings).map(settingLine) : []),
  ];
}

/** Goes there, and has the focus begin there. */
function open(place: Partial<Place>): () => void {
  return () => {
    navigate(place);
    focusPage();
  };
}

function openView(view: ViewName): () => void {
  return () => {
    goToView(view);
    focusPage();
  };
}

function usePlaceLines(): readonly PaletteLine[] {
  const feeds = useFeeds();
  const folders = useFolders();
  const searches = useSavedSearches();
  const counts = useCounts();
  return [
    ...folders.map((folder) => folderLine(folder, folders, counts)),
    ...searches.map(({ id, name }) => ({
      id: `search:${id}`,
      title: name,
      alias: 'saved search',
      group: 'Go to' as const,
      weight: weights.search,
      place: 'saved search',
      icon: 'saved' as const,
      ...unread(counts?.searches.find((search) => search.id === id)?.unread),
      run: openView(`search:${id}`),
    })),
    ...feeds.flatMap((feed) => [feedLine(feed, folders, counts), ...feedActions(feed)]),
  ];
}

function folderLine(folder: Folder, folders: readonly Folder[], counts: Counts | undefined): PaletteLine {
  return {
    id: `folder:${folder.id}`,
    title: folder.name,
    group: 'Go to',
    weight: weights.folder,
    place: 'folder',
    icon: 'folder',
    ...unread(counts?.folders.find(({ id }) => id === folder.id)?.unread),
    run: () => {
      openAround(folder.parentId, folders);
      openView(`folder:${folder.id}`)();
    },
  };
}

function feedLine(feed: FeedSummary, folders: readonly Folder[], counts: Counts | undefined): PaletteLine {
  const folder = folders.find(({ id }) => id === feed.folderId);
  return {
    id: `feed:${feed.id}`,
    title: feed.title,
    alias: `${feed.host} ${folder?.name ?? ''}`,
    group: 'Go to',
    weight: weights.feed,
    ...(folder ? { place: `in ${folder.name}` } : {}),
    feed,
    ...unread(counts?.feeds.find(({ id }) => id === feed.id)?.unread ?? feed.unread),
    run: () => {
      openAround(feed.folderId, folders);
      openView(`feed:${feed.id}`)();
    },
  };
}

/** Opens the folders that a row of the sidebar stands in, so that it is there to be seen. */
function openAround(folderId: Folder['id'] | null, folders: readonly Folder[]): void {
  const around: number[] = [];
  for (let id = folderId; id !== null && !around.includes(id); ) {
    around.push(id);
    id = folders.find((folder) => folder.id === id)?.parentId ?? null;
  }
  rememberState({ openFolders: [...new Set([...windowState.get().openFolders, ...around])] });
}

function unread(number = 0): { readonly detail?: string } {
  return number > 0 ? { detail: `${count(number)} unread` } : {};
}

function feedActions(feed: FeedSummary): readonly PaletteLine[] {
  const view: ViewName = `feed:${feed.id}`;
  return [
    {
      id: `refresh-${feed.id}`,
      title: `Refresh ${feed.title}`,
      group: 'Do',
      weight: weights.feedAction,
      icon: 'refresh',
      run: () => refresh({ feedIds: [feed.id] }),
    },
    {
      id: `read-${feed.id}`,
      title: `Mark ${feed.title} read`,
      group: 'Do',
      weight: weights.feedAction,
      icon: 'checks',
      run: () => markViewRead(view, `in ${feed.title}`),
    },
  ];
}

/** Settings are a place like Subscriptions, whatever group of the sheet their key stands in. */
function isPlace({ id, group }: Command): boolean {
  return group === 'Go to' || id.startsWith('go.');
}

function commandLine(command: Command): PaletteLine {
  const { id, title, icon } = command;
  const place = isPlace(command);
  return {
    id,
    title,
    ...commandWords[id],
    group: place ? 'Go to' : 'Do',
    weight: place ? weights.view : weights.command,
    icon,
    keys: keysOf(command)[0],
    run: () => void runCommand(id),
  };
}

type Page = Pick<PaletteLine, 'id' | 'title' | 'alias' | 'icon' | 'run'>;

/** Pages that no command leads to from everywhere. */
const pages: readonly Page[] = [
  {
    id: 'for-you.profile',
    title: 'Your profile',
    alias: 'interests learned for you recommendations ranking',
    icon: 'spark',
    run: open({ screen: 'for-you', view: 'for-you', argument: 'profile' }),
  },
  {
    id: 'for-you.mutes',
    title: 'Muted',
    alias: 'mute hide block ignore topics stories filter unmute',
    icon: 'spark',
    run: open({ screen: 'for-you', view: 'for-you', argument: 'mutes' }),
  },
  {
    id: 'for-you.report',
    title: 'Report cards',
    alias: 'statistics stats feeds worth numbers habits',
    icon: 'spark',
    run: open({ screen: 'for-you', view: 'for-you', argument: 'report' }),
  },
  {
    id: 'notifications',
    title: 'Notifications',
    alias: 'notify alerts tell messages',
    icon: 'bell',
    // In a browser each feed has its own switch, and there is no page of them.
    run: window.broadsheet
      ? open({ screen: 'settings', argument: 'notifications' })
      : open({ screen: 'subscriptions' }),
  },
];
const pageLines: readonly PaletteLine[] = pages.map((page) => ({ ...page, group: 'Go to', weight: weights.view }));

function settingLine({ id, title, alias, change, page, isSet }: ReturnType<typeof settingOffers>[number]): PaletteLine {
  const line = { id, title, alias, group: 'Settings', icon: 'gear' } as const;
  if (!change) return { ...line, weight: weights.page, run: open({ screen: 'settings', argument: page }) };
  return {
    ...line,
    weight: isSet ? weights.valueAsSet : weights.value,
    ...(isSet ? { detail: 'as it is now' } : {}),
    run: () => setSettings(change),
  };
}
