/** Subscriptions of another reader: read in a task worker, written as one operation, fetched in the background. */
import { ok } from '../../../contract/errors.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { bareAddress } from '../../lib/logins.ts';
import { writeHostAndPort } from '../fetching/private-hosts.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

export function importFlows(parts: FlowParts) {
  return { 'opml.import': (input) => importOpml(parts, input) } satisfies Partial<Flows>;
}

async function importOpml(
  { asks, bus, poller }: FlowParts,
  input: ParsedInputOf<'opml.import'>,
): ReturnType<Flows['opml.import']> {
  const parsed = await asks.work('opml.parse', { text: input.text ?? null, base64: input.base64 ?? null });
  if (!parsed.ok) return parsed;
  const list = parsed.value;
  const stored = await asks.write('feeds.subscribeMany', {
    done: 'Imported',
    folders: list.folders,
    feeds: list.subscriptions.map((subscription) => ({
      url: subscription.xmlUrl,
      // an address stands for a name that the list does not give: the feed's own takes its place when it is fetched
      title: ['', bareAddress(subscription.xmlUrl)].includes(subscription.title) ? undefined : subscription.title,
      siteUrl: subscription.htmlUrl,
      folder: subscription.folder,
      attributes: subscription.attributes,
      allowPrivate:
        input.allowPrivate && URL.canParse(subscription.xmlUrl) ? [writeHostAndPort(subscription.xmlUrl)] : undefined,
    })),
  });
  if (!stored.ok) return stored;
  const { operationId, ids, already, folders } = stored.value;
  bus.tell('opml.import', { type: 'feeds-changed' });
  if (input.refresh && ids.length > 0) void poller.refresh({ feedIds: [...ids], force: true, dueOnly: false });
  return ok({
    operationId,
    title: list.title ?? null,
    outlines: list.outlines,
    added: ids.length,
    already,
    duplicates: list.duplicates.length,
    folders,
    skipped: list.skipped.map(({ text, why }) => ({ text, why })),
  });
}
