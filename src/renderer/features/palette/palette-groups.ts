/** What the palette offers for a few letters: places, commands, articles. */
import { useEffect, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { ViewName } from '../../../contract/ids.ts';
import { markViewRead } from '../../app/article-actions.ts';
import { type Command, keysOf, runCommand, useCommands } from '../../app/commands.ts';
import { refresh } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { goToView } from '../../app/standard-commands.ts';
import { type Counts, useCounts, useFeeds, useFolders } from '../../client/library.ts';
import { useAsk } from '../../client/use-ask.ts';
import { headlineOf } from '../../lib/headline.ts';
import { count } from '../../lib/numbers.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { matchRank } from './match-rank.ts';

export interface PaletteLine {
  readonly id: string;
  readonly title: string;
  /** A few quiet words after the title: 'in Science'. */
  readonly place?: string;
  readonly detail?: string;
  readonly keys?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly feed?: FeedSummary;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly lines: readonly PaletteLine[];
}

const mostPlaces = 6;
const mostCommands = 8;
const mostArticles = 5;
/** Articles are searched for once the reader has paused so long. */
const pauseMs = 120;

interface Offer {
  readonly groups: readonly PaletteGroup[];
  /** The articles shown, if any, were found for other letters. */
  readonly isBehind: boolean;
}

export function usePaletteGroups(words: string): Offer {
  const only = /^[>#/]/.exec(words)?.[0];
  const sought = words.replace(/^[>#/]/, '').trim();
  const places = usePlaces(sought);
  const commands = useCommandLines(sought);
  const articles = useArticleLines(only === '>' || only === '#' ? '' : sought);
  const groups = [
    { title: 'Go to', lines: only === '>' || only === '/' ? [] : places.slice(0, only === '#' ? 20 : mostPlaces) },
    { title: 'Do', lines: only === '#' || only === '/' ? [] : commands.slice(0, only === '>' ? 40 : mostCommands) },
    { title: 'Articles', lines: articles.lines },
  ];
  return { groups, isBehind: articles.isBehind };
}

export function searchTheArchive(words: string): void {
  navigate({ screen: 'search', argument: words.replace(/^[>#/]/, '').trim() });
}

/** Best matches first. */
function ranked<Value>(values: readonly Value[], sought: string, titleOf: (value: Value) => string): readonly Value[] {
  return values
    .map((value) => ({ value, rank: matchRank(titleOf(value), sought) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ value }) => value);
}

function usePlaces(sought: string): readonly PaletteLine[] {
  const feeds = useFeeds();
  const folders = useFolders();
  const counts = useCounts();
  const lines: PaletteLine[] = [
    ...folders.map((folder) => ({
      id: `folder-${folder.id}`,
      title: folder.name,
      place: 'folder',
      icon: 'folder' as const,
      ...unread(counts?.folders.find(({ id }) => id === folder.id)?.unread),
      run: () => goToView(`folder:${folder.id}`),
    })),
    ...feeds.map((feed) => {
      const folder = folders.find(({ id }) => id === feed.folderId);
      return {
        id: `feed-${feed.id}`,
        title: feed.title,
        ...(folder ? { place: `in ${folder.name}` } : {}),
        feed,
        ...unread(unreadOfFeed(counts, feed)),
        run: () => goToView(`feed:${feed.id}`),
      };
    }),
  ];
  return ranked(lines, sought, ({ title }) => title);
}

function unreadOfFeed(counts: Counts | undefined, feed: FeedSummary): number {
  return counts?.feeds.find(({ id }) => id === feed.id)?.unread ?? feed.unread;
}

function unread(number = 0): { readonly detail?: string } {
  return number > 0 ? { detail: `${count(number)} unread` } : {};
}

function useCommandLines(sought: string): readonly PaletteLine[] {
  const commands = useCommands();
  const feeds = useFeeds();
  const own = commands.filter(
    (command) => !command.onlyListed && command.id !== 'palette' && command.isEnabled?.() !== false,
  );
  const lines = [...own.map(commandLine), ...(sought.length > 1 ? feeds.flatMap(feedLines) : [])];
  return ranked(lines, sought, ({ title }) => title);
}

function commandLine(command: Command): PaletteLine {
  return {
    id: `do-${command.id.replaceAll('.', '-')}`,
    title: command.group === 'Go to' ? `Go to ${command.title}` : command.title,
    icon: command.icon,
    keys: keysOf(command)[0],
    run: () => void runCommand(command.id),
  };
}

function feedLines(feed: FeedSummary): readonly PaletteLine[] {
  const view: ViewName = `feed:${feed.id}`;
  return [
    {
      id: `refresh-${feed.id}`,
      title: `Refresh ${feed.title}`,
      icon: 'refresh',
      run: () => refresh({ feedIds: [feed.id] }),
    },
    {
      id: `read-${feed.id}`,
      title: `Mark ${feed.title} read`,
      icon: 'checks',
      run: () => markViewRead(view, `in ${feed.title}`),
    },
  ];
}

function useArticleLines(sought: string): { readonly lines: readonly PaletteLine[]; readonly isBehind: boolean } {
  const paused = usePaused(sought);
  const now = useNow();
  const found = useAsk(
    'articles.search',
    { query: paused, limit: mostArticles },
    { enabled: paused.length > 1, keepPrevious: true },
  );
  if (sought.length < 2) return { lines: [], isBehind: false };
  const articles: readonly PaletteLine[] = (found.data?.articles ?? []).map((article) => ({
    id: `open-article-${article.id}`,
    title: headlineOf(article),
    icon: 'text',
    detail: `${article.feedTitle}, ${shortAge(article.sortAt, now)}`,
    run: () => navigate({ view: `feed:${article.feedId}`, articleId: article.id }),
  }));
  const archive: PaletteLine = {
    id: 'archive',
    title: `Search the archive for “${sought}”`,
    icon: 'search',
    keys: 'Tab',
    run: () => searchTheArchive(sought),
  };
  return { lines: [...articles, archive], isBehind: paused !== sought || found.isPlaceholderData || found.isPending };
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
