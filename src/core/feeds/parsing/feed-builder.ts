/** Follows the tags of a feed, well nested or not, and sorts what they hold into the feed and its articles. */

import { BaseStack } from '../normalising/base-stack.ts';
import type { CanonicalFeed } from './canonical-feed.ts';
import type { CanonicalWriter } from './canonical-writer.ts';
import { decodeEntities, type EntityNews } from './decode-entities.ts';
import { NamespaceScope } from './feed-namespaces.ts';
import {
  articleElements,
  articleNames,
  type ElementSpec,
  feedElements,
  rootFormats,
  transparentElements,
} from './feed-vocabulary.ts';
import { isForgottenSibling } from './forgotten-end-tag.ts';
import { GatheredFeed } from './gathered-feed.ts';
import { type Attributes, inlineName, languageOf, type Open } from './open-element.ts';
import { OpenLeaf } from './open-leaf.ts';
import type { RepairNotes } from './repair-notes.ts';

const deepest = 1_000; // a body of paragraphs without end tags nests; beyond that, searching the stack on every end tag costs

export class FeedBuilder {
  private readonly writer: CanonicalWriter;
  private readonly notes: RepairNotes;
  private readonly news: EntityNews;
  private readonly offset: () => number;
  private readonly stack: Open[];
  private readonly bases = new BaseStack();
  private format: 'rss' | 'rdf' | 'atom' | undefined;
  private readonly gathered = new GatheredFeed();
  private isEnding = false;
  private rootWasClosed = false;
  isHopeless = false;

  constructor(tools: { writer: CanonicalWriter; notes: RepairNotes; news: EntityNews; offset: () => number }) {
    this.writer = tools.writer;
    this.notes = tools.notes;
    this.news = tools.news;
    this.offset = tools.offset;
    const scope = new NamespaceScope((prefix) =>
      this.notes.add('namespace', this.offset(), `${prefix}: was not declared`),
    );
    this.stack = [{ kind: 'outside', owner: undefined, scope, base: 0, language: undefined }];
  }

  open(raw: string, attributes: Attributes): void {
    if (this.isHopeless) return;
    if (this.stack.length > deepest) {
      this.notes.add('truncated', this.offset(), 'tags nested too deeply');
      this.isHopeless = true;
      return;
    }
    let parent = this.top();
    for (; withinElement.has(parent.kind); parent = this.top()) {
      if (this.breaksOut(raw, attributes, parent)) continue;
      this.stack.push(this.openWithin(raw, attributes, parent));
      return;
    }
    const scope = parent.scope.inside(parent.kind === 'outside' ? rootAttributes(raw, attributes) : attributes);
    const within = {
      scope,
      base: this.baseOf(attributes, parent.base),
      language: languageOf(attributes, parent.language),
    };
    this.stack.push(this.openChild(this.coreName(scope.nameOf(raw)), attributes, { ...within, owner: parent }));
  }

  close(raw: string, isImplied: boolean): void {
    const open = this.stack.pop();
    if (open === undefined || open.kind === 'over') return;
    const isSilent = open.kind === 'inline' || open.kind === 'outside' || (open.kind === 'skipped' && !open.held);
    if (isImplied && !this.isEnding && !isSilent) this.notes.add('unclosed_tag', this.offset(), `<${raw}>`);
    if (isImplied && !this.isEnding) this.gathered.release(open);
    if (open.kind === 'inline') {
      // An end that the feed does not write is not ours to write: `a <word> in brackets` is text.
      if (!isImplied) open.leaf?.closeInline(inlineName(open.scope, raw));
    } else if (open.kind === 'leaf') this.finishLeaf(open);
    else if (open.kind === 'article') this.gathered.finishArticle(this.format);
    if (!isImplied && open.owner?.kind === 'outside' && open.kind !== 'outside') this.rootWasClosed = true;
  }

  text(data: string, isCdata: boolean): void {
    const { kind, leaf, part } = this.top();
    if (leaf === undefined) return;
    if (kind === 'part' && part !== undefined) leaf.addPart(part, data, isCdata);
    else if (kind === 'leaf' || kind === 'inline') leaf.addText(data, isCdata);
  }

  /** From now on, tags are closed because the text is over. */
  startEnding(): void {
    this.isEnding = true;
  }

  finish(): CanonicalFeed | undefined {
    if (this.isHopeless) while (this.stack.length > 1) this.close('', true);
    if (this.format === undefined) return undefined;
    if (!this.rootWasClosed) this.notes.add('truncated', this.offset());
    return {
      format: this.format,
      xml: this.gathered.xml(this.format),
      carried: this.writer.carried,
      bases: this.bases.addresses,
      articleCount: this.gathered.articleCount,
      isComplete: this.rootWasClosed,
    };
  }

  /** The innermost element that is still in force. */
  private top(): Open {
    let open = this.stack[this.stack.length - 1];
    while (open?.kind === 'over' && open.owner !== undefined) open = open.owner;
    if (open === undefined) throw new Error('the outermost level is never closed');
    return open;
  }

  private openChild(name: string, attributes: Attributes, within: Omit<Open, 'kind'>): Open {
    const parent = within.owner;
    if (parent?.kind === 'outside') return this.openOutside(name, attributes, within);
    if (name === 'channel' || name === 'feed') {
      if (parent?.kind === 'article') this.endEarly(parent);
      this.feedAttributes(attributes, within.base);
      return { ...within, kind: 'feed', owner: this.top() };
    }
    if (articleNames.has(name)) {
      if (parent?.kind === 'article') this.endEarly(parent);
      return this.openArticle(attributes, { ...within, owner: this.top() });
    }
    if (transparentElements.has(name)) return { ...within, kind: 'over' };
    const spec = (parent?.kind === 'article' ? articleElements : feedElements).get(name);
    return spec === undefined ? { ...within, kind: 'skipped' } : this.openLeaf(name, spec, attributes, within);
  }

  private openOutside(name: string, attributes: Attributes, within: Omit<Open, 'kind'>): Open {
    const format = rootFormats.get(name);
    if (format === undefined) return { ...within, kind: 'outside' };
    this.format ??= format;
    if (name === 'channel') this.feedAttributes(attributes, within.base);
    if (articleNames.has(name)) return this.openArticle(attributes, within);
    return { ...within, kind: 'feed' };
  }

  private openArticle(attributes: Attributes, within: Omit<Open, 'kind'>): Open {
    if (this.gathered.isFull) {
      this.notes.add('truncated', this.offset(), `only the first ${this.gathered.articleCount} articles are read`);
      return { ...within, kind: 'skipped' };
    }
    this.gathered.startArticle();
    const about = attributes['rdf:about'] ?? attributes.about;
    if (about !== undefined) this.plainLeaf('about', about, within.base);
    if (attributes.href !== undefined) this.plainLeaf('link', attributes.href, within.base);
    if (attributes.lastmod !== undefined) this.plainLeaf('updated', attributes.lastmod, within.base);
    if (within.language !== undefined) this.plainLeaf('lang', within.language, 0);
    return { ...within, kind: 'article' };
  }

  private feedAttributes(attributes: Attributes, base: number): void {
    if (attributes.href !== undefined) this.plainLeaf('link', attributes.href, base);
  }

  private plainLeaf(name: string, raw: string, base: number): void {
    const text = decodeEntities(raw, this.news).trim();
    if (text === '') return;
    const attributes: Record<string, string> = base === 0 ? {} : { b: String(base) };
    if (name === 'link' && this.format === 'atom') attributes.href = text;
    const xml = this.writer.leaf({ name: datesKeptFromRssParser.get(name) ?? name, text, attributes });
    this.gathered.append(xml, this.gathered.isInArticle);
  }

  private openLeaf(name: string, spec: ElementSpec, attributes: Attributes, within: Omit<Open, 'kind'>): Open {
    const leaf = new OpenLeaf({
      name,
      spec,
      attributes,
      base: within.base,
      language: attributes['xml:lang'] === undefined ? undefined : within.language,
      news: this.news,
    });
    return { ...within, kind: 'leaf', leaf };
  }

  private openWithin(raw: string, attributes: Attributes, parent: Open): Open {
    const { leaf, owner } = parent;
    const scope = parent.scope.inside(attributes);
    const within = { owner, scope, base: parent.base, language: parent.language };
    const name = this.coreName(scope.nameOf(raw));
    if (parent.kind === 'skipped' || leaf === undefined)
      return (
        this.openHeld(name, attributes, { ...within, owner: parent }) ?? { ...within, owner: parent, kind: 'skipped' }
      );
    const { parts, body } = leaf.place.spec;
    const part = parts?.[name];
    if (name === 'media:thumbnail' && parts !== undefined) leaf.addPart('thumbnail', attributes.url ?? '', false);
    if (part !== undefined) return { ...within, kind: 'part', leaf, part };
    // A source holds a whole feed's elements by design.
    const isHeld = parts !== undefined && parent.kind === 'leaf' && leaf.place.name !== 'source';
    const held = isHeld ? this.openHeld(name, attributes, { ...within, owner: parent }) : undefined;
    if (held !== undefined) return held;
    if (parts !== undefined || body === 'none') return { ...within, kind: 'part', leaf };
    if (leaf.isEmpty && attributes['xml:base'] !== undefined) leaf.base = this.baseOf(attributes, leaf.base);
    leaf.openInline(inlineName(scope, raw), attributes);
    return { ...within, kind: 'inline', leaf };
  }

  /** A known element inside one that says nothing to us: its own, unless that one's end tag never comes. */
  private openHeld(name: string, attributes: Attributes, within: Omit<Open, 'kind'>): Open | undefined {
    const spec = (this.gathered.isInArticle ? articleElements : feedElements).get(name);
    return spec === undefined ? undefined : this.openLeaf(name, spec, attributes, within);
  }

  /** Whether an element inside a leaf shows that the leaf's end tag was forgotten; ends the leaf if so. */
  private breaksOut(raw: string, attributes: Attributes, parent: Open): boolean {
    const name = this.coreName(parent.scope.inside(attributes).nameOf(raw));
    const isArticle = articleNames.has(name) && parent.leaf?.place.name !== 'source';
    if (
      !isArticle &&
      !(parent.kind === 'leaf' && isForgottenSibling(name, { attributes, leaf: parent.leaf, format: this.format }))
    )
      return false;
    // Also inside an article: extensions carry whole articles, and an end tag may be missing.
    if (parent.kind === 'skipped') {
      if (isArticle) this.endOver(parent);
      return isArticle;
    }
    // Categories of podcasts nest by design.
    if (parent.leaf?.place.spec.body !== 'none')
      this.notes.add('unclosed_tag', this.offset(), `<${parent.leaf?.place.name ?? ''}>`);
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = this.stack[at];
      // What was held within the leaf may be over already, and still stands on the stack.
      if (open === undefined || open.kind === 'over') continue;
      if (open.leaf !== parent.leaf) break;
      if (open.kind === 'leaf') this.finishLeaf(open);
      this.endOver(open);
    }
    return true;
  }

  private endOver(open: Open): void {
    this.gathered.release(open);
    open.kind = 'over';
  }

  private endEarly(article: Open): void {
    this.notes.add('unclosed_tag', this.offset(), '<item>');
    this.gathered.finishArticle(this.format);
    article.kind = 'over';
  }

  private finishLeaf(open: Open): void {
    const leaf = open.leaf?.finish();
    if (leaf === undefined) return;
    const { text, attributes } = leaf;
    const name = datesKeptFromRssParser.get(leaf.name) ?? leaf.name;
    const isAtomLink = name === 'link' && this.format === 'atom';
    if (isAtomLink && attributes.href === undefined && text === '') return;
    // rss-parser reads an Atom link's attributes without asking whether there are any.
    const completed = isAtomLink ? { href: text, ...attributes } : attributes;
    this.gathered.add(this.writer.leaf({ name, text, attributes: completed }), open.owner);
  }

  private coreName(name: string): string {
    return this.format !== 'rss' && this.format !== 'rdf' && name.startsWith('atom:') ? name.slice(5) : name;
  }

  private baseOf(attributes: Attributes, inherited: number): number {
    const given = attributes['xml:base'];
    return given === undefined ? inherited : this.bases.add(decodeEntities(given).trim(), inherited);
  }
}

const withinElement: ReadonlySet<Open['kind']> = new Set(['inline', 'skipped', 'leaf', 'part']);

/** RSS has no namespace: whatever its root declares as the default one is a mistake. */
function rootAttributes(raw: string, attributes: Attributes): Attributes {
  if (raw !== 'rss' || attributes.xmlns === undefined) return attributes;
  const { xmlns: _, ...others } = attributes;
  return others;
}

/** rss-parser throws the whole feed away for one Atom date that it cannot read, so it does not get to see them as dates. */
const datesKeptFromRssParser: ReadonlyMap<string, string> = new Map([
  ['published', 'x.published'],
  ['updated', 'x.updated'],
]);
