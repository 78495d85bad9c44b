/**
 * What is said where nothing new can be shown, and the one thing to do about it: every sentence about the network stands
 * here. A tick is for what was finished, and never stands where a feed failed.
 */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { RefreshState } from '../../contract/refresh.ts';
import { counted } from '../lib/numbers.ts';
import { timeAndDay } from '../lib/times.ts';
import type { IconName } from '../ui/icon-paths.ts';

export type NetworkFeed = Pick<
  FeedSummary,
  'title' | 'health' | 'trouble' | 'code' | 'total' | 'lastCheckedAt' | 'lastSuccessAt' | 'nextCheckAt'
>;

/**
 * none: no feeds. first-fetching, first-waiting, first-offline: nothing has come yet. offline: since then the network
 * went. unreached: no feed answers. partly: some do not. well: all that were asked answered.
 */
export type NetworkKind =
  | 'none'
  | 'first-fetching'
  | 'first-waiting'
  | 'first-offline'
  | 'offline'
  | 'unreached'
  | 'partly'
  | 'well';

export interface Network {
  readonly kind: NetworkKind;
  /** Feeds that are not paused; those of them that answered at least once; those that failed last time. */
  readonly total: number;
  readonly arrived: readonly NetworkFeed[];
  readonly failing: readonly NetworkFeed[];
  /** When a feed last answered as it should; null when none ever did. */
  readonly lastSuccessAt: number | null;
  readonly nextCheckAt: number | null;
}

export type Act = 'fetch' | 'troubled' | 'all' | 'later' | 'showRead' | 'add' | 'catalogue';

export interface Truth {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly tone: 'plain' | 'bad' | 'good';
  readonly remedy?: { readonly label: string; readonly act: Act };
}

export function networkOf(
  feeds: readonly NetworkFeed[],
  refresh: Pick<RefreshState, 'running' | 'offline'> | undefined,
): Network {
  const active = feeds.filter(({ health }) => health !== 'paused');
  const arrived = active.filter(({ lastSuccessAt }) => lastSuccessAt !== null);
  const failing = active.filter(({ trouble }) => trouble !== null);
  const next = active.flatMap(({ nextCheckAt }) => nextCheckAt ?? []);
  const isOffline = refresh?.offline === true;
  const isUnreached = active.length > 0 && failing.length === active.length;
  const hasUnasked = active.some(({ lastCheckedAt }) => lastCheckedAt === null);
  const kindNow = (): NetworkKind => {
    if (feeds.length === 0) return 'none';
    if (refresh?.running && hasUnasked && arrived.length < active.length && !isOffline) return 'first-fetching';
    if (arrived.length === 0 && active.length > 0)
      return isOffline ? 'first-offline' : isUnreached ? 'unreached' : 'first-waiting';
    if (isOffline && arrived.length > 0) return 'offline';
    if (isUnreached) return 'unreached';
    return failing.length > 0 ? 'partly' : 'well';
  };
  return {
    kind: kindNow(),
    total: active.length,
    arrived,
    failing,
    lastSuccessAt: arrived.length === 0 ? null : Math.max(...arrived.map(({ lastSuccessAt }) => lastSuccessAt ?? 0)),
    nextCheckAt: next.length === 0 ? null : Math.min(...next),
  };
}

const tryAgain = { label: 'Try again', act: 'fetch' } as const;

/** What is wrong with the network, or on its way; null where all is well. */
export function networkTruth(network: Network, now: number): Truth | null {
  return truths[network.kind](network, now);
}

const truths: Readonly<Record<NetworkKind, (network: Network, now: number) => Truth | null>> = {
  none: () => ({
    icon: 'plus',
    title: 'No subscriptions yet',
    text: 'Paste the address of a site you like, or pick from the catalogue.',
    tone: 'plain',
    remedy: { label: 'Add feed', act: 'add' },
  }),
  'first-fetching': ({ arrived, total }) => ({
    icon: 'refresh',
    title: total === 1 ? 'On its way' : 'Fetching your first edition',
    text: onTheWay(arrived, total),
    tone: 'plain',
    ...(arrived.some((feed) => feed.total > 0) && { remedy: { label: 'Read what is here', act: 'all' } }),
  }),
  'first-waiting': ({ total }) => ({
    icon: 'today',
    title: 'Nothing has been fetched yet',
    text: `${waiting(total)} Fetching takes a moment.`,
    tone: 'plain',
    remedy: { label: 'Refresh now', act: 'fetch' },
  }),
  'first-offline': ({ total }) => ({
    icon: 'today',
    title: 'Your first edition comes when you are online',
    text: `${waiting(total)} Nothing has been fetched yet.`,
    tone: 'plain',
    remedy: tryAgain,
  }),
  offline: ({ lastSuccessAt }, now) => ({
    icon: 'off',
    title: 'You are offline',
    text: `Everything fetched until ${when(lastSuccessAt, now)} is here to read.`,
    tone: 'plain',
    remedy: tryAgain,
  }),
  unreached: ({ failing, total }) => ({
    icon: failing.every(({ code }) => noWayThere.has(code)) ? 'off' : 'warn',
    title:
      total === 1
        ? 'Your feed could not be reached'
        : `None of your ${counted(total, 'feed', 'feeds')} could be reached`,
    text: commonCause(failing),
    tone: 'bad',
    remedy: tryAgain,
  }),
  partly: ({ failing, total, lastSuccessAt }, now) => ({
    icon: 'warn',
    title: `${failing.length} of ${counted(total, 'feed', 'feeds')} could not be reached`,
    text: `The others were checked at ${when(lastSuccessAt, now)}.`,
    tone: 'bad',
    remedy: { label: failing.length === 1 ? 'Show it' : `Show the ${numberWord(failing.length)}`, act: 'troubled' },
  }),
  well: () => null,
};

export type EmptyPlace =
  | 'today'
  | 'sinceVisit'
  | 'unread'
  | 'onlyUnread'
  | 'list'
  | 'starred'
  | 'later'
  | 'search'
  | 'hidden';

/** What an empty page or list says. What was kept by hand does not depend on the network. */
export function emptyTruth(
  place: EmptyPlace,
  { network, later, now }: { readonly network: Network; readonly later: number; readonly now: number },
): Truth {
  const kept = keptByHand[place];
  if (network.kind !== 'none' && kept) return kept;
  const trouble = networkTruth(network, now);
  if (trouble) return trouble;
  if (network.total === 0) return allPaused;
  const checked = `${counted(network.total, 'feed', 'feeds')} checked, last at ${when(network.lastSuccessAt, now)}.`;
  if (place === 'today' || place === 'sinceVisit') {
    const { nextCheckAt } = network;
    return {
      icon: 'clock',
      title: place === 'today' ? 'Nothing new today' : 'Nothing new since your last visit',
      text:
        nextCheckAt !== null && nextCheckAt > now
          ? `${checked} The next check is at ${when(nextCheckAt, now)}.`
          : checked,
      tone: 'plain',
      remedy: { label: 'Show all articles', act: 'all' },
    };
  }
  const hasArticles = network.arrived.some(({ total }) => total > 0);
  if (place === 'list' || !hasArticles)
    return {
      icon: 'clock',
      title: 'Nothing here yet',
      text: checked,
      tone: 'plain',
      remedy: { label: 'Refresh', act: 'fetch' },
    };
  return {
    icon: 'check',
    title: 'All read',
    text: checked,
    tone: 'good',
    ...(place === 'onlyUnread'
      ? { remedy: { label: 'Show read articles', act: 'showRead' } }
      : later > 0 && { remedy: { label: `Read later: ${later}`, act: 'later' } }),
  };
}

const allPaused: Truth = {
  icon: 'pause',
  title: 'Paused',
  text: 'Nothing is fetched until you resume it.',
  tone: 'plain',
};

const keptByHand: Readonly<Partial<Record<EmptyPlace, Truth>>> = {
  starred: {
    icon: 'star',
    title: 'No starred articles',
    text: 'Press S on an article to keep it here.',
    tone: 'plain',
  },
  later: {
    icon: 'clock',
    title: 'Nothing to read later',
    text: 'Press L on an article to put it here.',
    tone: 'plain',
  },
  search: {
    icon: 'search',
    title: 'Nothing has these words',
    text: 'An article that fits appears here as soon as it is fetched.',
    tone: 'plain',
  },
  hidden: { icon: 'eye', title: 'Nothing is hidden', text: 'What you mute is kept here.', tone: 'plain' },
};

/** The foot of the sidebar while nothing is fetched: null where the time of the last answer says it all. */
export function footWords({ kind }: Network): string | null {
  if (kind === 'offline' || kind === 'first-offline') return 'You are offline';
  if (kind === 'unreached') return 'No feed answers';
  return kind === 'first-waiting' ? 'Not fetched yet' : null;
}

function when(at: number | null, now: number): string {
  return at === null ? 'never' : timeAndDay(at, now);
}

function waiting(total: number): string {
  return total === 1 ? '1 title is waiting.' : `${total} titles are waiting.`;
}

/** 'Harbour Courier and 2 more are here; 3 to come.' */
function onTheWay(arrived: readonly NetworkFeed[], total: number): string {
  const [first, ...others] = arrived;
  if (first === undefined) return `${counted(total, 'title', 'titles')} to come.`;
  const here = others.length === 0 ? `${first.title} is here` : `${first.title} and ${others.length} more are here`;
  return `${here}; ${total - arrived.length} to come.`;
}

/** What all of them fail for, said once. */
function commonCause(failing: readonly NetworkFeed[]): string {
  const [first, ...others] = failing;
  if (first === undefined) return '';
  const sentence = causeSentence(first.trouble);
  if (others.every(({ trouble }) => causeSentence(trouble) === sentence)) return sentence;
  if (others.some(({ code }) => code !== first.code)) return 'Each feed says in its own list why.';
  if (first.code === 'dns_failed') return 'This computer finds no names on the network. A proxy may be needed.';
  if (first.code === 'timeout') return 'Nobody answered in time.';
  if (first.code === 'connection_failed') return 'No connection could be made. A proxy may be needed.';
  if (first.code === 'tls_failed')
    return 'No secure connection could be made. Check the date and time of this computer.';
  return 'Each feed says in its own list why.';
}

/** The first sentence of a trouble: the rest is the remedy, which stands on a button. */
export function causeSentence(trouble: string | null): string {
  const end = /[.!?](?=\s|$)/.exec(trouble ?? '');
  return end ? (trouble ?? '').slice(0, end.index + 1) : (trouble ?? '');
}

/** No host was reached at all. */
const noWayThere: ReadonlySet<string | null> = new Set(['dns_failed', 'connection_failed', 'timeout', 'offline']);

const words = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function numberWord(value: number): string {
  return words[value] ?? String(value);
}
