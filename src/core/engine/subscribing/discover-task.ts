/** Finds the feeds at an address, over the same guarded client that fetches them. */
import { ok, type Result } from '../../../contract/errors.ts';
import { fetchFeed } from '../../feeds/fetching/fetch-feed.ts';
import { type Discovery, discoverFeeds, type FetchedPage } from '../../feeds/finding/discover-feeds.ts';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import { type Login, splitLogin } from '../../lib/logins.ts';
import { decodePage } from '../../reading/decode-page.ts';
import { readHostAndPort } from '../fetching/private-hosts.ts';
import type { TaskContext } from '../task-context.ts';

export interface DiscoverInput {
  readonly address: string;
  /** Hosts on this machine or network, as stored. */
  readonly allowPrivate: readonly string[];
  readonly login: Login | null;
}

export function discoverTask(context: TaskContext, input: DiscoverInput): Promise<Result<Discovery>> {
  const allowPrivate = input.allowPrivate.map(readHostAndPort);
  return discoverFeeds(input.address, {
    fetchPage: async (url) => {
      const login = input.login ?? splitLogin(url).login ?? null;
      const outcome =
        context.recent.look({ url, login }, context.now) ??
        (await fetchFeed(
          {
            url,
            allowPrivate,
            signal: context.signal,
            ...(input.login !== null && { login: input.login }),
          },
          { client: context.client, clock: context.clock },
        ));
      if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
      if (outcome.kind === 'fetched')
        context.recent.keep({ url: outcome.movedPermanentlyTo ?? url, login }, outcome, context.now);
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
