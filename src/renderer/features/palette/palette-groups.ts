/** What the palette shows for what was typed: the best of all it offers, under the names of their kinds, and then articles. */
import { useEffect, useState } from 'react';
import { navigate, placeNow } from '../../app/navigation.ts';
import { focusPage } from '../../app/page-focus.ts';
import { placeId } from '../../app/recent-places.ts';
import { useAsk } from '../../client/use-ask.ts';
import { windowState } from '../../client/window-state.ts';
import { headlineOf } from '../../lib/headline.ts';
import { useStore } from '../../lib/store.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { type LineGroup, type PaletteLine, usePaletteLines } from './palette-lines.ts';
import { rankOffers } from './rank-offers.ts';

export type AnyLine = Omit<PaletteLine, 'group' | 'weight'>;

export interface PaletteGroup {
  readonly title: string;
  readonly lines: readonly AnyLine[];
}

const most: Readonly<Record<LineGroup, number>> = { 'Go to': 6, Do: 6, Settings: 4 };
/** Where one kind alone is asked for. */
const mostAlone = 40;
const mostRecent = 6;
const mostArticles = 5;
/** Articles are searched for once the reader has paused so long. */
const pauseMs = 120;

interface Offered {
  readonly groups: readonly PaletteGroup[];
  /** The articles shown, if any, were found for other letters. */
  readonly isBehind: boolean;
}

export function usePaletteGroups(words: string): Offered {
  const only = /^[>#/]/.exec(words)?.[0];
  const sought = words
    .replace(/^[>#/]/, '')
    .trim()
    .replace(/^go to /i, '');
  const all = usePaletteLines();
  const uses = useStore(windowState, (state) => state.uses);
  const recent = useRecent(all);
  const here = placeId(placeNow());
  const articles = useArticleLines(only === '>' || only === '#' ? '' : sought);
  const isOf: Readonly<Record<string, (line: PaletteLine) => boolean>> = {
    '>': ({ group }) => group !== 'Go to',
    '#': ({ feed }) => feed !== undefined,
    '/': () => false,
  };
  const isEmpty = sought === '' && only === undefined;
  const offered = only === undefined ? all : all.filter((line) => isOf[only]?.(line));
  // Before anything is typed there are too many feeds and settings to choose from.
  const lines = isEmpty
    ? offered.filter((line) => isAtHand(line) && !recent.includes(line) && line.id !== here)
    : offered;
  const groups = grouped(rankOffers(lines, sought, uses), only === undefined ? most : undefined);
  return {
    groups: [
      ...(isEmpty ? [{ title: 'Recent', lines: recent }] : []),
      ...groups,
      { title: 'Articles', lines: articles.lines },
    ],
    isBehind: articles.isBehind,
  };
}

function isAtHand({ id, feed, group }: PaletteLine): boolean {
  return feed === undefined && group !== 'Settings' && !/^(folder:|refresh-|read-)/.test(id);
}

/** In the order of what each kind has best. */
function grouped(
  ranked: readonly PaletteLine[],
  mostOf: Readonly<Record<LineGroup, number>> | undefined,
): readonly PaletteGroup[] {
  const titles = [...new Set(ranked.map(({ group }) => group))];
  return titles.map((title) => ({
    title,
    lines: ranked.filter(({ group }) => group === title).slice(0, mostOf?.[title] ?? mostAlone),
  }));
}

/** Where the reader was, last first, but for where they are. */
function useRecent(all: readonly PaletteLine[]): readonly PaletteLine[] {
  const recent = useStore(windowState, (state) => state.recent);
  const here = placeId(placeNow());
  return recent
    .filter((id) => id !== here)
    .map((id) => all.find((line) => line.id === id))
    .filter((line) => line !== undefined)
    .slice(0, mostRecent);
}

export function searchTheArchive(words: string): void {
  navigate({ screen: 'search', argument: words.replace(/^[>#/]/, '').trim() });
  focusPage();
}

function useArticleLines(sought: string): { readonly lines: readonly AnyLine[]; readonly isBehind: boolean } {
  const paused = usePaused(sought);
  const now = useNow();
  const found = useAsk(
    'articles.search',
    { query: paused, limit: mostArticles },
    { enabled: paused.length > 1, keepPrevious: true },
  );
  if (sought.length < 2) return { lines: [], isBehind: false };
  const articles: readonly AnyLine[] = (found.data?.articles ?? []).map((article) => ({
    id: `open-article-${article.id}`,
    title: headlineOf(article),
    icon: 'text',
    detail: `${article.feedTitle}, ${shortAge(article.sortAt, now)}`,
    run: () => {
      navigate({ view: `feed:${article.feedId}`, articleId: article.id });
      focusPage();
    },
  }));
  const archive: AnyLine = {
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
