/** Gathers folders and subscriptions while the outlines of a list go by. */

import { bareAddress, withoutLogins } from '../lib/logins.ts';
import type { OpmlFolder, OpmlList, OpmlSubscription, SkippedOutline } from './subscription-list.ts';

interface OpenOutline {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly isFeed: boolean;
  /** Folders from the top, with this one where it is one. Kept: to gather them anew at each feed of a deep list takes minutes. */
  readonly path: readonly string[];
  hasChildren: boolean;
}

const mostFolders = 2_000; // what is in later ones stands in the one around
const deepestFolder = 40; // deeper ones are drawn into the last: no reader nests so, a hostile file does

export class OutlineCollector {
  readonly #source: string;
  readonly #open: OpenOutline[] = [];
  readonly #subscriptions = new Map<string, OpmlSubscription>();
  readonly #folders = new Map<string, OpmlFolder>();
  readonly #skipped: SkippedOutline[] = [];
  readonly #duplicates: OpmlSubscription[] = [];
  readonly #namespaces: Record<string, string> = {};
  #outlines = 0;
  #title = '';
  #inTitle = false;
  #line = 1;
  /** Of the line counted last. */
  #lineEnd = -1;

  constructor(source: string) {
    this.#source = source;
  }

  get depth(): number {
    return this.#open.length;
  }

  open(rawName: string, attributes: Readonly<Record<string, string>>, at: number): void {
    const element = rawName.toLowerCase();
    if (element === 'opml') {
      for (const [key, value] of Object.entries(attributes))
        if (key.startsWith('xmlns:')) this.#namespaces[key] = value;
    }
    this.#inTitle = element === 'title' && this.#open.length === 0;
    if (element !== 'outline') {
      return;
    }
    this.#outlines++;
    const parent = this.#open.at(-1);
    if (parent !== undefined && !parent.isFeed && !parent.hasChildren) {
      parent.hasChildren = true;
      this.#addFolder();
    }
    const subscription = this.#subscriptionOf(attributes);
    const name = nameOf(attributes);
    const outer = this.#path();
    const isFolder =
      subscription === undefined && name !== '' && outer.length < deepestFolder && this.#folders.size < mostFolders;
    this.#open.push({
      name,
      path: isFolder ? [...outer, name] : outer,
      attributes,
      line: this.#lineAt(at),
      isFeed: subscription !== undefined,
      hasChildren: false,
    });
    if (subscription !== undefined) this.#addSubscription(subscription);
  }

  text(data: string): void {
    if (this.#inTitle) this.#title += data;
  }

  close(rawName: string): void {
    const name = rawName.toLowerCase();
    if (name === 'title') this.#inTitle = false;
    if (name !== 'outline') {
      return;
    }
    const outline = this.#open.pop();
    if (outline === undefined || outline.isFeed || outline.hasChildren) {
      return;
    }
    const why = whyNotTaken(outline.attributes);
    if (why === undefined) {
      // A bare name is a folder that happens to be empty.
      this.#open.push(outline);
      this.#addFolder();
      this.#open.pop();
    } else {
      this.#skipped.push({ line: outline.line, text: outline.name, why });
    }
  }

  finish(): OpmlList {
    const title = this.#title.replace(/\s+/g, ' ').trim();
    return {
      title: title === '' ? undefined : title,
      outlines: this.#outlines,
      subscriptions: [...this.#subscriptions.values()],
      folders: [...this.#folders.values()],
      skipped: this.#skipped,
      duplicates: this.#duplicates,
    };
  }

  #path(): readonly string[] {
    return this.#open.at(-1)?.path ?? [];
  }

  #addFolder(): void {
    const path = this.#path();
    const key = JSON.stringify(path);
    if (path.length > 0 && !this.#folders.has(key)) {
      this.#folders.set(key, {
        path,
        attributes: this.#others(this.#open.at(-1)?.attributes ?? {}, path.at(-1) ?? ''),
      });
    }
  }

  #subscriptionOf(attributes: Readonly<Record<string, string>>): OpmlSubscription | undefined {
    const xmlUrl = feedAddress(attributes);
    if (xmlUrl === undefined) {
      return undefined;
    }
    const title = nameOf(attributes);
    const htmlUrl = addressIn(attributeOf(attributes, 'htmlurl') ?? '');
    return {
      xmlUrl,
      ...(htmlUrl !== undefined && { htmlUrl }),
      title: title === '' ? bareAddress(xmlUrl) : title,
      folder: this.#path(),
      attributes: this.#others(attributes, title),
    };
  }

  #addSubscription(subscription: OpmlSubscription): void {
    const key = sameAddress(subscription.xmlUrl);
    const earlier = this.#subscriptions.get(key);
    if (earlier === undefined) {
      this.#subscriptions.set(key, subscription);
      return;
    }
    this.#duplicates.push(subscription);
    // The first mention stands; what only the later one knows is added to it.
    this.#subscriptions.set(key, {
      ...subscription,
      ...earlier,
      attributes: { ...subscription.attributes, ...earlier.attributes },
    });
  }

  /** All attributes but those with a field of their own. A text that differs from the title is kept with it. */
  #others(attributes: Readonly<Record<string, string>>, title: string): Record<string, string> {
    const others: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      const lower = key.toLowerCase();
      const isName = lower === 'text' || lower === 'title';
      if (lower === 'xmlurl' || lower === 'htmlurl' || (isName && tidy(value) === title)) {
        continue;
      }
      others[isName ? lower : key] = withoutLogins(value);
      const namespace = `xmlns:${key.split(':', 1)[0]}`;
      const address = key.includes(':') && !key.startsWith('xmlns') ? this.#namespaces[namespace] : undefined;
      if (address !== undefined) others[namespace] = address;
    }
    if (others.text !== undefined) others.title = title;
    return others;
  }

  /** Line of a position, from 1. Positions come in order, so each line is counted once. */
  #lineAt(at: number): number {
    while (this.#lineEnd < at) {
      const next = this.#source.indexOf('\n', this.#lineEnd + 1);
      if (this.#lineEnd >= 0) this.#line++;
      // kept: a list in one line would be searched to its end at each outline
      this.#lineEnd = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.#line;
  }
}

function attributeOf(attributes: Readonly<Record<string, string>>, lowerName: string): string | undefined {
  for (const key in attributes) {
    if (key.toLowerCase() === lowerName) return attributes[key];
  }
  return undefined;
}

function nameOf(attributes: Readonly<Record<string, string>>): string {
  const title = tidy(attributeOf(attributes, 'title') ?? '');
  return title === '' ? tidy(attributeOf(attributes, 'text') ?? '') : title;
}

function tidy(text: string): string {
  return withoutLogins(text.replace(/\s+/g, ' ').trim());
}

const feedType = /^(?:rss|rss1|rss2|atom|feed|json(?:feed)?|rdf)$/i;
const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

/** xmlUrl in any case; url where the type says that it is a feed. Without a scheme it is taken for http, feed: is dropped. */
function feedAddress(attributes: Readonly<Record<string, string>>): string | undefined {
  const type = (attributeOf(attributes, 'type') ?? '').trim();
  const raw =
    attributeOf(attributes, 'xmlurl') ??
    (feedType.test(type) ? (attributeOf(attributes, 'url') ?? attributeOf(attributes, 'feedurl')) : undefined);
  return addressIn((raw ?? '').replace(/^\s*feed:(?:\/\/)?(?=https?:)/i, '').replace(/^\s*feed:\/\//i, 'http://'));
}

/** On the web, or undefined. */
function addressIn(raw: string): string | undefined {
  const address = raw.trim();
  if (hasScheme.test(address) && !/^[\w.-]+:\d+(?:\/|$)/.test(address)) {
    return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
  }
  const withScheme = `http://${address.replace(/^\/\//, '')}`;
  return /^[\w-]+(?:\.[\w-]+)+/.test(address.replace(/^\/\//, '')) && URL.canParse(withScheme) ? withScheme : undefined;
}

function whyNotTaken(attributes: Readonly<Record<string, string>>): string | undefined {
  const type = (attributeOf(attributes, 'type') ?? '').trim();
  const address = attributeOf(attributes, 'xmlurl');
  if (address !== undefined && address.trim() !== '')
    return `“${withoutLogins(address.trim()).slice(0, 200)}” is not the address of a feed on the web.`;
  if (address !== undefined || feedType.test(type)) return 'It has no address.';
  if (/^(?:link|include|song|video|audio|howto|blogpost|redirect|photo|script)$/i.test(type))
    return `It is of the kind “${type}”, not a feed.`;
  if (attributeOf(attributes, 'url') !== undefined) return 'It is a link to a page, not a feed.';
  return nameOf(attributes) === '' ? 'It has neither a name nor an address.' : undefined;
}

/** One key for the addresses that lead to one feed: scheme and host in lower case, without fragment. */
function sameAddress(xmlUrl: string): string {
  const url = URL.parse(xmlUrl);
  return url === null ? xmlUrl : url.href.replace(/#.*/s, '');
}
