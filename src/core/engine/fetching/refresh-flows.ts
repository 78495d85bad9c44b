/** Fetching by wish: a feed, a folder, all; stop; try one as the parser sees it. */
import { fail, ok } from '../../../contract/errors.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

export function refreshFlows({ poller, asks }: FlowParts) {
  return {
    'feeds.refresh': (input) => poller.refresh(input),
    'feeds.cancelRefresh': async () => {
      poller.cancel();
      return ok({});
    },
    'refresh.status': async () => ok(poller.state),
    'refresh.feeds': async () => ok(poller.feeds),
    'refresh.wake': async () => {
      await poller.wake();
      return ok({});
    },
    'feeds.try': async (input) => {
      const facts = await asks.read('fetch.facts', { feedIds: [input.id] });
      if (!facts.ok) return facts;
      const [feed] = facts.value;
      if (feed === undefined) return fail('not_found', 'This feed is not among your subscriptions any more.');
      return asks.work('feed.try', { facts: feed });
    },
  } satisfies Partial<Flows>;
}
