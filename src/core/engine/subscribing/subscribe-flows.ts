/** Finding feeds at an address and subscribing to them. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { DiscoveredFeed } from '../../feeds/finding/discover-feeds.ts';
import { bareAddress } from '../../lib/logins.ts';
import { hostAndPortOf, writeHostAndPort } from '../fetching/private-hosts.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';
import { SeenLogins, understand } from './given-login.ts';

export function subscribeFlows(parts: FlowParts) {
  const seen = new SeenLogins();
  return {
    'feeds.preview': (input) => preview(parts, input, seen),
    'feeds.add': (input) => addFeed(parts, input, seen),
    'feeds.addMany': (input) => addMany(parts, input, seen),
  } satisfies Partial<Flows>;
}

async function preview(
  { asks, clock }: FlowParts,
  input: ParsedInputOf<'feeds.preview'>,
  seen: SeenLogins,
): ReturnType<Flows['feeds.preview']> {
  const given = understand(input);
  const found = await asks.work('feed.discover', given);
  if (!found.ok) return found;
  const { choices } = found.value;
  for (const { url, login } of choices) {
    const kept = given.login ?? login;
    if (kept !== undefined) seen.keep(url, kept, clock.now());
  }
  const known = await asks.read('feeds.idAt', { urls: choices.map((choice) => choice.url) });
  if (!known.ok) return known;
  return ok({
    address: given.address,
    choices: choices.map((choice, at) => toChoice(choice, known.value[at] !== null)),
  });
}

function toChoice(choice: DiscoveredFeed, alreadySubscribed: boolean): FeedChoice {
  return {
    url: choice.url,
    title: choice.title,
    siteUrl: choice.siteUrl ?? null,
    format: choice.format,
    articleCount: choice.articleCount,
    lastArticleAt: choice.lastArticleAt ?? null,
    perWeek: choice.perWeek ?? null,
    sample: [...choice.sample],
    note: choice.note ?? null,
    alreadySubscribed,
  };
}

async function addFeed(
  parts: FlowParts,
  input: ParsedInputOf<'feeds.add'>,
  seen: SeenLogins,
): ReturnType<Flows['feeds.add']> {
  const { asks, bus, clock, poller } = parts;
  const given = understand({ ...input, address: input.url });
  const already = await alreadyThere(parts, given.address);
  if (already !== undefined) return already;
  const known = given.login ?? seen.at(given.address, clock.now()) ?? null;
  const found = await asks.work('feed.discover', { ...given, login: known });
  if (!found.ok) return found;
  const [choice] = found.value.choices;
  if (choice === undefined) return fail('no_feeds_found', 'No feed was found at this address.', { url: given.address });
  const there = await alreadyThere(parts, choice.url);
  if (there !== undefined) return there;
  const label = `Subscribed to ${input.title ?? (choice.title || hostAndPortOf(choice.url).host)}`;
  const subscribed = await asks.write('feeds.subscribe', {
    label,
    feeds: [
      {
        url: choice.url,
        title: input.title,
        feedTitle: choice.title,
        siteUrl: choice.siteUrl,
        folderId: input.folderId,
        allowPrivate: input.allowPrivate ? [writeHostAndPort(choice.url)] : undefined,
        login: known ?? choice.login,
        settings: withoutUndefined(input.settings),
      },
    ],
  });
  if (!subscribed.ok) return subscribed;
  const [feedId] = subscribed.value.ids;
  if (feedId === undefined)
    return fail('already_subscribed', 'You have subscribed to this feed already.', { url: choice.url });
  bus.tell('feeds.add', { type: 'feeds-changed' });
  const fetched = await poller.refresh({ feedIds: [feedId], force: true, dueOnly: false });
  const added = fetched.ok ? fetched.value.added : 0;
  return ok({
    feedId,
    operationId: subscribed.value.operationId,
    url: choice.url,
    title: input.title ?? choice.title,
    added,
  });
}

async function alreadyThere({ asks }: FlowParts, url: string): Promise<Result<never> | undefined> {
  const known = await asks.read('feeds.idAt', { urls: [url] });
  if (!known.ok) return known;
  const [feedId] = known.value;
  if (feedId === null || feedId === undefined) return undefined;
  return fail('already_subscribed', 'You have subscribed to this feed already.', { url, feedId });
}

async function addMany(
  { asks, bus, clock, poller }: FlowParts,
  input: ParsedInputOf<'feeds.addMany'>,
  seen: SeenLogins,
): ReturnType<Flows['feeds.addMany']> {
  const wrong = input.feeds.find((feed) => !/^https?:$/.test(URL.parse(feed.url)?.protocol ?? ''));
  if (wrong !== undefined) {
    const url = bareAddress(wrong.url);
    return fail('bad_address', `${url} is not an address on the web.`, { url });
  }
  const subscribed = await asks.write('feeds.subscribeMany', {
    done: 'Subscribed to',
    feeds: input.feeds.map((feed) => ({
      url: feed.url,
      login: understand({ ...input, address: feed.url }).login ?? seen.at(bareAddress(feed.url), clock.now()),
      settings: withoutUndefined(input.settings),
      // the feed's own title takes its place at the first fetch
      feedTitle: feed.title,
      folder: feed.folder,
      section: feed.section,
      allowPrivate: input.allowPrivate ? [writeHostAndPort(feed.url)] : undefined,
    })),
  });
  if (!subscribed.ok) return subscribed;
  const { operationId, ids, already } = subscribed.value;
  if (operationId === null) return fail('already_subscribed', 'You have subscribed to all of these already.');
  bus.tell('feeds.addMany', { type: 'feeds-changed' });
  void poller.refresh({ feedIds: [...ids], force: true, dueOnly: false });
  return ok({ operationId, ids: [...ids], added: ids.length, already });
}

function withoutUndefined<Value extends object>(value: Value | undefined): Record<string, unknown> | undefined {
  return value === undefined
    ? undefined
    : Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
