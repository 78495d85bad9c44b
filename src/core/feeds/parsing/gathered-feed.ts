/** The canonical XML of a feed while it is gathered: what is the feed's own, article by article, and what waits to be believed. */

import type { Open } from './open-element.ts';

const mostArticles = 20_000; // whole archives of podcasts stay under 10,000; a megabyte of empty articles must not cost seconds

export class GatheredFeed {
  private feedXml = '';
  private readonly articles: string[] = [];
  private articleXml: string | undefined;

  get articleCount(): number {
    return this.articles.length;
  }

  get isFull(): boolean {
    return this.articles.length >= mostArticles;
  }

  get isInArticle(): boolean {
    return this.articleXml !== undefined;
  }

  startArticle(): void {
    this.articleXml = '';
  }

  /** Nothing happens where no article is open. */
  finishArticle(format: 'rss' | 'rdf' | 'atom' | undefined): void {
    if (this.articleXml === undefined) return;
    const name = format === 'atom' ? 'entry' : 'item';
    // The filler: rss-parser breaks on an article without children.
    this.articles.push(`<${name}><x>1</x>${this.articleXml}</${name}>`);
    this.articleXml = undefined;
  }

  /** Adds an element to what it stands in. Inside an element that says nothing to us it waits: see `release`. */
  add(xml: string, owner: Open | undefined): void {
    if (owner?.kind === 'skipped' || owner?.kind === 'leaf') owner.held = (owner.held ?? '') + xml;
    else this.append(xml, owner?.kind === 'article');
  }

  append(xml: string, isArticle: boolean): void {
    if (isArticle && this.articleXml !== undefined) this.articleXml += xml;
    else this.feedXml += xml;
  }

  /** What stood in an element whose end tag never came was not meant to stand in it: it belongs to the element around. */
  release(open: Open): void {
    if (open.held !== undefined) this.add(open.held, open.owner);
    delete open.held;
  }

  xml(format: 'rss' | 'rdf' | 'atom'): string {
    const inside = `${this.feedXml}<x>1</x>${this.articles.join('')}`;
    return format === 'atom' ? `<feed>${inside}</feed>` : `<rss version="2.0"><channel>${inside}</channel></rss>`;
  }
}
