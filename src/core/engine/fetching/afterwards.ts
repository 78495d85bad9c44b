/** What comes after feeds, one thing at a time and only in a window's core: icons, whole texts, and where a lost feed has gone. */
import type { ErrorCode } from '../../../contract/errors.ts';
import { HostQueue, systemAlarm } from '../../feeds/fetching/host-queue.ts';
import { queueHostOf } from '../../feeds/fetching/host-state.ts';
import type { FetchFacts } from '../../store/feeds/feed-states.ts';
import type { EngineParts } from '../engine-parts.ts';
import { isWorkersEnd } from '../workers/lost-calls.ts';

export interface FeedDone {
  readonly feed: FetchFacts;
  /** Articles that this fetch brought. */
  readonly added: readonly number[];
  /** Why it failed; null when it did not. */
  readonly code: string | null;
}

export interface AfterwardsOptions extends EngineParts {
  /** Fetches and keeps the whole text of an article. */
  readonly fullText: (articleId: number) => Promise<unknown>;
}

const atOnce = 2;
// A new subscription may bring hundreds of articles; the newest are what is read first, the rest when they are opened.
const textsAFetch = 20;
const lostCodes: ReadonlySet<string> = new Set<ErrorCode>(['feed_not_found', 'feed_gone', 'web_page_not_feed']);
const failuresBeforeLooking = 3;
// A page may take its time: nobody waits for it.
const patienceMs = 600_000;
// Asked for at every start, such a page would cost a worker at every start.
const heldAWorkerRestMs = 7 * 86_400_000;

export class Afterwards {
  readonly #options: AfterwardsOptions;
  readonly #queue: HostQueue<void>;
  readonly #askedForIcon = new Set<number>();
  readonly #lookedFor = new Set<number>();

  constructor(options: AfterwardsOptions) {
    this.#options = options;
    this.#queue = new HostQueue({
      clock: options.clock,
      alarm: systemAlarm,
      random: Math.random,
      atOnce,
      holdMs: () => undefined,
    });
  }

  feedDone(done: FeedDone): void {
    if (done.code === null) {
      void this.#wantIcon(done.feed);
      if (done.feed.settings.fullText === 'always') this.#wantTexts(done);
    } else {
      this.#wantNewAddress(done.feed, done.code);
    }
  }

  stop(): void {
    this.#queue.clear();
  }

  async #wantIcon(asked: FetchFacts): Promise<void> {
    if (asked.hasIcon || this.#askedForIcon.has(asked.feedId)) return;
    this.#askedForIcon.add(asked.feedId);
    // The first answer of a feed from a list is what names its site.
    const feed = asked.siteUrl === null ? await this.#factsNow(asked) : asked;
    const siteUrl = feed?.siteUrl ?? null;
    if (feed === undefined || siteUrl === null || feed.hasIcon) {
      this.#askedForIcon.delete(asked.feedId);
      return;
    }
    this.#later(`icon ${feed.feedId}`, siteUrl, () => this.#fetchIcon(feed, siteUrl));
  }

  async #factsNow({ feedId }: FetchFacts): Promise<FetchFacts | undefined> {
    const facts = await this.#options.asks.read('fetch.facts', { feedIds: [feedId] });
    return facts.ok ? facts.value[0] : undefined;
  }

  async #fetchIcon(feed: FetchFacts, siteUrl: string): Promise<void> {
    const { asks, bus, clock } = this.#options;
    const key = `icon_held_a_worker_${feed.feedId}`;
    const held = await asks.read('fact.get', { key });
    if (held.ok && held.value !== null && clock.now() - Number(held.value) < heldAWorkerRestMs) return;
    const icon = await asks.work('site.icon', { url: siteUrl, login: null, allowPrivate: feed.allowPrivate });
    if (!icon.ok && isWorkersEnd(icon.error)) await asks.write('fact.set', { key, value: String(clock.now()) });
    if (!icon.ok || icon.value.iconUrl === null) return;
    await asks.write('feeds.icon', { feedId: feed.feedId, iconUrl: icon.value.iconUrl });
    bus.emit({ type: 'feeds-changed' });
  }

  #wantTexts({ feed, added }: FeedDone): void {
    for (const id of added.slice(-textsAFetch)) {
      this.#later(`text ${id}`, feed.siteUrl ?? feed.url, async () => {
        await this.#options.fullText(id);
      });
    }
  }

  /** A feed that answers "not here" again and again is looked for where its site names its feeds. */
  #wantNewAddress(feed: FetchFacts, code: string): void {
    const isLost = lostCodes.has(code) && (code === 'feed_gone' || feed.failures + 1 >= failuresBeforeLooking);
    if (!isLost || feed.siteUrl === null || this.#lookedFor.has(feed.feedId)) return;
    this.#lookedFor.add(feed.feedId);
    const { siteUrl } = feed;
    this.#later(`lost ${feed.feedId}`, siteUrl, () => this.#lookFor(feed, siteUrl));
  }

  async #lookFor(feed: FetchFacts, siteUrl: string): Promise<void> {
    const { asks, bus } = this.#options;
    const found = await asks.work('feed.discover', {
      address: siteUrl,
      // its own permission: not one for wherever it says that its site is
      allowPrivate: feed.allowPrivate,
      login: null,
    });
    if (!found.ok) return;
    const known = await asks.read('feeds.idAt', { urls: found.value.choices.map(({ url }) => url) });
    const choice = found.value.choices.find(({ url, articleCount }, at) => {
      return url !== feed.url && articleCount > 0 && isSameHouse(url, siteUrl) && known.ok && known.value[at] === null;
    });
    if (choice === undefined) return;
    await asks.write('feeds.foundAgain', { feedId: feed.feedId, url: choice.url });
    bus.emit({ type: 'feeds-changed' });
  }

  #later(key: string, url: string, run: () => Promise<void>): void {
    const address = URL.parse(url);
    if (address === null) return;
    void this.#queue.enqueue({ key, host: queueHostOf(address), priority: 'picture', patienceMs, run });
  }
}

/** Of the site itself: not a feed that its page merely mentions. */
function isSameHouse(url: string, siteUrl: string): boolean {
  const [a, b] = [URL.parse(url)?.hostname ?? '', URL.parse(siteUrl)?.hostname ?? ''].map((host) =>
    host.replace(/^www\./, ''),
  );
  return a === b || (a ?? '').endsWith(`.${b}`) || (b ?? '').endsWith(`.${a}`);
}
