/** What the tolerant pass hands to rss-parser and its normaliser. */
export interface CanonicalFeed {
  readonly format: 'rss' | 'rdf' | 'atom';
  /** Well-formed XML whose root is `<rss version="2.0">` or `<feed>`. */
  readonly xml: string;
  /** Long values, see canonical-writer.ts. */
  readonly carried: readonly string[];
  /** Base addresses as given, each relative to nothing but the document's own; index 0 stands for the document itself. */
  readonly bases: readonly (string | undefined)[];
  readonly articleCount: number;
  /** The outermost element was closed. */
  readonly isComplete: boolean;
}
