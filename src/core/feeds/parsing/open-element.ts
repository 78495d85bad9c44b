/** What feed-builder.ts remembers of each element that is open. */

import type { NamespaceScope } from './feed-namespaces.ts';
import type { OpenLeaf } from './open-leaf.ts';

export type Attributes = Readonly<Record<string, string>>;

/** `over`: closed by us before its own end tag came; what follows belongs to its owner. */
export interface Open {
  kind: 'outside' | 'feed' | 'article' | 'leaf' | 'inline' | 'part' | 'skipped' | 'over';
  readonly owner: Open | undefined;
  readonly scope: NamespaceScope;
  readonly base: number;
  readonly language: string | undefined;
  readonly leaf?: OpenLeaf;
  readonly part?: string;
  /** Canonical XML of known elements inside, given to the owner should the end tag never come; else forgotten. */
  held?: string;
}

export function languageOf(attributes: Attributes, inherited: string | undefined): string | undefined {
  const given = attributes['xml:lang'];
  return given === undefined || given === '' ? inherited : given;
}

/** The name of an element inside a body, as HTML knows it. */
export function inlineName(scope: NamespaceScope, raw: string): string {
  const name = scope.nameOf(raw);
  return name.startsWith('xhtml:') ? name.slice(6) : raw;
}
