/** Whether an element inside another shows that the other's end tag was forgotten. */

import { articleElements, feedElements } from './feed-vocabulary.ts';
import type { Attributes } from './open-element.ts';
import type { OpenLeaf } from './open-leaf.ts';

const inHtmlToo: ReadonlySet<string> = new Set('title link summary body source image'.split(' '));

export function isForgottenSibling(
  name: string,
  within: { readonly attributes: Attributes; readonly leaf: OpenLeaf | undefined; readonly format: string | undefined },
): boolean {
  const { attributes, leaf, format } = within;
  if (leaf === undefined || leaf.place.spec.parts !== undefined) return false;
  if (name.startsWith('xhtml:') || (!articleElements.has(name) && !feedElements.has(name))) return false;
  const { name: ofLeaf, spec } = leaf.place;
  if (spec.body !== 'markup' || ofLeaf.endsWith('title') || !inHtmlToo.has(name)) return true;
  // In a body these may be HTML's; there they would come with attributes.
  return format !== 'atom' && (name === 'link' || name === 'title') && Object.keys(attributes).length === 0;
}
