/** What a feed's own list says of it while it cannot be fetched: from the first time on, once, with the remedy. */
import type { ErrorCode } from '../../contract/errors.ts';
import type { FeedSummary } from '../../contract/feeds.ts';
import { counted } from '../lib/numbers.ts';
import { timeAndDay } from '../lib/times.ts';
import { causeOf, type Remedy } from './feed-causes.ts';
import { causeSentence } from './network-words.ts';

export interface FeedTruth {
  readonly title: string;
  readonly text: string;
  readonly remedy: Remedy;
}

type Failing = Pick<FeedSummary, 'title' | 'host' | 'trouble' | 'code' | 'total' | 'health' | 'lastSuccessAt'>;

const titles: Readonly<Partial<Record<ErrorCode, (feed: Failing) => string>>> = {
  feed_not_found: ({ title }) => `${title} no longer has this feed`,
  feed_gone: ({ title }) => `${title} has ended this feed`,
  web_page_not_feed: ({ title }) => `${title} has a web page where its feed was`,
  dns_failed: ({ host }) => `No site answers at ${host}`,
  needs_login: ({ title }) => `${title} asks for a login`,
};

/** null where it answered last time, and where it is paused. */
export function feedTruth(feed: Failing, now: number): FeedTruth | null {
  if (feed.trouble === null || feed.health === 'paused') return null;
  const own = titles[feed.code as ErrorCode];
  const title = own?.(feed) ?? `${feed.title} could not be fetched`;
  const cause = own && feed.code !== 'needs_login' ? '' : causeSentence(feed.trouble);
  return { title, text: [cause, ...keptWords(feed, now)].filter(Boolean).join(' '), remedy: causeOf(feed.code).remedy };
}

function keptWords({ total, lastSuccessAt }: Failing, now: number): readonly string[] {
  return [
    total === 0 ? '' : `Its ${counted(total, 'article is', 'articles are')} kept.`,
    lastSuccessAt === null
      ? 'Nothing has been fetched from it yet.'
      : `It last worked at ${timeAndDay(lastSuccessAt, now)}.`,
  ];
}
