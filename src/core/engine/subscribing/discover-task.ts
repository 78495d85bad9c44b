/** Finds the feeds at an address, over the same guarded client that fetches them. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { FeedCredentials } from '../../../contract/feeds.ts';
import { fetchFeed } from '../../feeds/fetching/fetch-feed.ts';
import { type Discovery, discoverFeeds, type FetchedPage } from '../../feeds/finding/discover-feeds.ts';
import { typedAddresses } from '../../feeds/finding/typed-address.ts';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import { decodePage } from '../../reading/decode-page.ts';
import { hostAndPortOf } from '../fetching/private-hosts.ts';
import type { TaskContext } from '../task-context.ts';

export interface DiscoverInput {
  readonly address: string;
  readonly allowPrivate: boolean;
  readonly credentials: FeedCredentials | null;
}

export function discoverTask(context: TaskContext, input: DiscoverInput): Promise<Result<Discovery>> {
  const allowPrivate = input.allowPrivate ? typedAddresses(input.address).map(hostAndPortOf) : [];
  return discoverFeeds(input.address, {
    fetchPage: async (url) => {
      const outcome =
        context.recent.look(url, context.now) ??
        (await fetchFeed(
          {
            url,
            allowPrivate,
            signal: context.signal,
            ...(input.credentials !== null && { credentials: input.credentials }),
          },
          { client: context.client, clock: context.clock },
        ));
      if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
      if (outcome.kind === 'fetched') context.recent.keep(outcome.movedPermanentlyTo ?? url, outcome, context.now);
      const bytes = outcome.kind === 'fetched' ? outcome.bytes : new Uint8Array();
      return ok({
        url: outcome.finalUrl,
        bytes,
        contentType: outcome.headers['content-type'],
        movedPermanentlyTo: outcome.movedPermanentlyTo,
      });
    },
    parse: (page) => parseFeed(page.bytes, { url: page.url, now: context.now, ...typeOf(page) }),
    textOf: (page) => decodePage(page.bytes, page.contentType),
  });
}

function typeOf(page: FetchedPage): { contentType?: string } {
  return page.contentType === undefined ? {} : { contentType: page.contentType };
}
