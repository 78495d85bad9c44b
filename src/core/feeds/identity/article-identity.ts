/**
 * What makes an article the same article, however its feed changes: an edited headline, other tracking parameters, https for http,
 * a new date or a new guid must not bring it back as unread; two articles that share a guid must stay two.
 *
 * How a store recognises an article of a feed:
 * 1. a known article of that feed with the same `identity` is the same;
 * 2. else, in the order of `alternates`: the first key that exactly one known article of that feed has among the alternates kept with
 *    it names the same. A key that two have says nothing; go on to the next. An identity that it came under later is such a key, the surest;
 * 3. else, where it has a `wording`: the one article of the fetch before that has the same, unless this fetch has that article too. Words
 *    that are not telling (a headline and little more) count only where three articles are found by theirs: then the feed has moved;
 * 4. else the article is new.
 * Keep `identity` and all `alternates` with the article each time it is seen: keys that come later add to the earlier ones. The identity
 * of a known article stays as it was first stored. Wordings are those of the last fetch alone: a column may say the same again next year.
 */

import { hash } from 'node:crypto';
import { foldSpace, visibleText } from '../normalising/visible-text.ts';
import type { ParsedArticle } from '../parsing/parsed-feed.ts';
import { canonicalAddress } from './canonical-address.ts';

/** What the identity was made of. */
export type IdentityRule = 'guid' | 'guid+link' | 'guid+text' | 'link' | 'link+text' | 'text';

export interface IdentifiedArticle {
  readonly article: ParsedArticle;
  /** Unique within the feed. */
  readonly identity: string;
  readonly rule: IdentityRule;
  /** Other keys, the surest first. None is shared with another article of this feed. */
  readonly alternates: readonly string[];
  /** Of an article without a date, unless another of this fetch has the same: what is left when guid and address change at once. */
  readonly wording?: Wording;
}

export interface Wording {
  readonly key: string;
  /** Long enough that nobody says it twice. */
  readonly isTelling: boolean;
}

interface Facts {
  readonly article: ParsedArticle;
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string;
  readonly published: string;
  readonly body: string;
}

interface Candidate {
  readonly facts: Facts;
  readonly identity: string;
  readonly rule: IdentityRule;
}

/** The articles of one fetch, in their order. An article that the feed lists twice, alike in everything, comes back once. */
export function identifyArticles(articles: readonly ParsedArticle[]): readonly IdentifiedArticle[] {
  const all = articles.map(factsOf);
  const counts: Counts = {
    guid: countsOf(all.map(({ guid }) => guid)),
    link: countsOf(all.map(({ link }) => link)),
    pair: countsOf(all.map(pairOf)),
    titled: countsOf(all.map(titledPair)),
  };
  const once = new Map<string, Candidate>();
  for (const facts of all) {
    const candidate = candidateOf(facts, counts);
    if (!once.has(candidate.identity)) once.set(candidate.identity, candidate);
  }
  const candidates = [...once.values()];
  const ownLinks = linksAreTheirOwn(all, counts.link);
  const keys = candidates.map((candidate) => alternateKeys(candidate, ownLinks));
  const wordings = candidates.map(({ facts }) => wordingOf(facts));
  const shared = countsOf([...keys.flat(), ...wordings.map((wording) => wording?.key)]);
  return candidates.map(({ facts, identity, rule }, at) => {
    const wording = wordings[at];
    return {
      article: facts.article,
      identity,
      rule,
      alternates: (keys[at] ?? []).filter((key) => shared.get(key) === 1),
      ...(wording !== undefined && shared.get(wording.key) === 1 && { wording }),
    };
  });
}

function factsOf(article: ParsedArticle): Facts {
  const { rawGuid, url, rawLink, title, published, html } = article;
  const address = url ?? rawLink;
  return {
    article,
    guid: rawGuid === undefined || rawGuid.trim() === '' ? undefined : short(canonicalAddress(rawGuid)),
    link: address === undefined || address.trim() === '' ? undefined : canonicalAddress(address),
    title: foldSpace(title).toLowerCase(),
    published: published === undefined ? '' : String(Math.floor(published / 1000)),
    body: html ?? '',
  };
}

function countsOf(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

interface Counts {
  readonly guid: ReadonlyMap<string, number>;
  readonly link: ReadonlyMap<string, number>;
  readonly pair: ReadonlyMap<string, number>;
  readonly titled: ReadonlyMap<string, number>;
}

function candidateOf(facts: Facts, counts: Counts): Candidate {
  const { guid, link } = facts;
  if (guid !== undefined) {
    if (counts.guid.get(guid) === 1) return { facts, identity: `g:${guid}`, rule: 'guid' };
    if (counts.pair.get(pairOf(facts)) === 1) return { facts, identity: guidAndLink(guid, link), rule: 'guid+link' };
    const identity = digest('gt', guid, link ?? '', ...distinguishing(facts, counts));
    return { facts, identity, rule: 'guid+text' };
  }
  if (link !== undefined) {
    if (counts.link.get(link) === 1) return { facts, identity: `l:${short(link)}`, rule: 'link' };
    return { facts, identity: digest('lt', link, ...distinguishing(facts, counts)), rule: 'link+text' };
  }
  return { facts, identity: textKey(facts), rule: 'text' };
}

function pairOf({ guid, link }: Facts): string {
  return `${guid ?? ''}\u0000${link ?? ''}`;
}

function titledPair(facts: Facts): string {
  return `${pairOf(facts)}\u0000${facts.title}`;
}

/** The title where that tells articles of one guid and link apart, else title, date and text. */
function distinguishing(facts: Facts, counts: Counts): readonly string[] {
  if (counts.titled.get(titledPair(facts)) === 1) return [facts.title];
  return [facts.title, facts.published, textOf(facts.body)];
}

function guidAndLink(guid: string, link: string | undefined): string {
  return digest('gl', guid, link ?? '');
}

/** Without a date: an undated article that returns, or one that is dated anew, is the same. */
function textKey({ title, body, published }: Facts): string {
  const text = textOf(body);
  return title === '' && text === '' ? digest('c', 'dated', published) : digest('c', title, text);
}

const shortestTelling = 80; // characters: a shorter text may well be said twice

function alternateKeys({ facts, identity, rule }: Candidate, ownLinks: boolean): readonly string[] {
  const { guid, link, title, published, body } = facts;
  const keys: string[] = [];
  // Once its namesakes have left the feed, the article is known by a plainer identity and has to be found by this one.
  if (rule.includes('+')) keys.push(identity);
  if (guid !== undefined) keys.push(guidAndLink(guid, link));
  if (guid !== undefined && title !== '') keys.push(digest('gt', guid, link ?? '', title));
  if (link !== undefined && title !== '' && (ownLinks || guid === undefined)) keys.push(digest('lt', link, title));
  // Whatever its guid and date say: on one page, under one headline, one text is nothing new. A front page is no article's own.
  const start = body.slice(0, shortestTelling * 25);
  if (link?.includes('/') && start.length >= shortestTelling) keys.push(digest('ltb', link, title, start));
  if (link !== undefined && published !== '') keys.push(digest('lp', link, published));
  if (title !== '' && published !== '') keys.push(digest('tp', title, published));
  if (guid === undefined && link === undefined) {
    const text = textOf(body);
    if (text.length >= shortestTelling) keys.push(digest('b', text));
  }
  return [...new Set(keys)];
}

function wordingOf({ article, title, body }: Facts): Wording | undefined {
  // A date tells a column from last week's, and `tp` knows a dated article again.
  if (article.published !== undefined || article.updated !== undefined) return undefined;
  const text = textOf(body);
  if (title === '' && text === '') return undefined;
  return { key: digest('tb', title, text), isTelling: text.length >= shortestTelling };
}

/** Whether this feed gives each article a page of its own, rather than one page to all. Two articles prove nothing. */
function linksAreTheirOwn(all: readonly Facts[], byLink: ReadonlyMap<string, number>): boolean {
  const linked = all.filter(({ link }) => link !== undefined).length;
  return linked >= 3 && byLink.size === linked;
}

function textOf(html: string): string {
  return visibleText(html).toLowerCase();
}

const longestKey = 180;

function short(key: string): string {
  return key.length <= longestKey ? key : digest('h', key);
}

function digest(kind: string, ...parts: readonly string[]): string {
  return `${kind}:${hash('sha1', parts.join('\u0000'), 'hex').slice(0, 24)}`;
}
