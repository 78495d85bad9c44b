/**
 * The second gate: article HTML was cleaned when it was stored, and is cleaned again here, because a bug in the first must
 * not become a script in the window. Pictures are led through our own origin while the nodes are still inert, so that
 * nothing is ever asked of a publisher.
 */
import DOMPurify, { type Config } from 'dompurify';
import { pictureAddress } from '../../lib/media-address.ts';

const config: Config & { readonly RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  // Formulas with text. Drawings (SVG) stay out.
  USE_PROFILES: { html: true, mathMl: true },
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'textarea',
    'select',
    'option',
    'iframe',
    'object',
    'embed',
    'dialog',
    'svg',
    // Of MathML only what draws: these hold markup of another kind, or answer to a click.
    'annotation',
    'annotation-xml',
    'maction',
    'mglyph',
    'malignmark',
    'template',
    // A link that no menu, no target and no keyboard of ours knows.
    'map',
    'area',
    'track',
  ],
  FORBID_ATTR: [
    'style',
    'srcset',
    'sizes',
    'ping',
    'autofocus',
    'autoplay',
    'popover',
    'popovertarget',
    // Each would load something, or pass for a part of the window.
    'background',
    'poster',
    'name',
    'role',
    'tabindex',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ADD_ATTR: ['data-embed', 'target'],
};

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
const formulaAttributes: ReadonlySet<string> = new Set(
  (
    'display dir lang stretchy fence separator displaystyle scriptlevel columnalign rowspacing columnspacing columnspan ' +
    'rowspan width notation accent accentunder mathvariant'
  ).split(' '),
);

if (!DOMPurify.isSupported) throw new Error('This browser cannot clean article text; it is too old to read in.');

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node instanceof HTMLAnchorElement || node.nodeName === 'A') prepareLink(node);
  else if (node.nodeName === 'IMG') preparePicture(node);
  else if (node.nodeName === 'SOURCE' && node.parentElement?.nodeName === 'PICTURE') node.remove();
  else if (node.nodeName === 'AUDIO' || node.nodeName === 'VIDEO') prepareMedia(node);
  else if (node.namespaceURI === mathNamespace) preparePartOfFormula(node);
});

// Our own classes would make a dialog of an article; its ids would be taken for the window's.
DOMPurify.addHook('uponSanitizeAttribute', (node, attribute) => {
  if (attribute.attrName === 'class') attribute.keepAttr = isArticleClass(node.nodeName, attribute.attrValue);
  else if (attribute.attrName === 'id') attribute.keepAttr = /^article-[^\s]{1,200}$/.test(attribute.attrValue);
});

/** The two that the first gate writes. */
function isArticleClass(element: string, value: string): boolean {
  return element === 'A' ? value === 'embed' : /^language-[\w+#.-]{1,30}$/.test(value);
}

/** Throws in a browser that DOMPurify does not support (see above): unclean HTML is never shown. */
export function cleanHtml(html: string): DocumentFragment {
  // Of a page of frames there is nothing left, and DOMPurify says so with null.
  const clean: DocumentFragment | null = DOMPurify.sanitize(html, config);
  return clean ?? document.createDocumentFragment();
}

function prepareLink(link: Element): void {
  const href = link.getAttribute('href');
  if (href === null || href.startsWith('#')) return;
  if (!/^(https?|mailto):/i.test(href)) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}

function preparePicture(picture: Element): void {
  const address = pictureAddress(picture.getAttribute('src'));
  if (address === undefined) {
    picture.remove();
    return;
  }
  picture.setAttribute('src', address);
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
}

/** Any part of a formula may be a link, and may name colours and sizes: only what is needed to read it stays. */
function preparePartOfFormula(part: Element): void {
  for (const { name } of [...part.attributes]) if (!formulaAttributes.has(name)) part.removeAttribute(name);
}

/** Sound and film wait for a click: the address moves to where nothing loads it. */
function prepareMedia(media: Element): void {
  const address = media.getAttribute('src') ?? media.querySelector('source')?.getAttribute('src');
  media.removeAttribute('src');
  for (const source of media.querySelectorAll('source')) source.remove();
  if (address) media.setAttribute('title', address);
  media.setAttribute('preload', 'none');
}
