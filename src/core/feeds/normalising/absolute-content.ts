/** Makes the relative addresses in an article's HTML absolute, without parsing it: only attribute values that are relative are touched. */

import { resolveAddress } from './resolve-address.ts';

const attributeNames =
  'href|src|cite|action|poster|data-src|longdesc|background|codebase|classid|data|usemap|profile|formaction';
const hasRelative = new RegExp(`[\\s"'](?:${attributeNames})\\s*=(?!\\s*["']?(?:[a-z][a-z0-9+.-]*:|#))`, 'i');
const relative = new RegExp(
  `([\\s"'](?:${attributeNames})\\s*=\\s*)(?:"((?!\\s*(?:[a-z][a-z0-9+.-]*:|#))[^"<>]*)"|'((?!\\s*(?:[a-z][a-z0-9+.-]*:|#))[^'<>]*)'|((?![a-z][a-z0-9+.-]*:|#)[^\\s"'<>]+))`,
  'gi',
);
const sourceSets = /(\ssrcset\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')/gi;

/** Fragments stay as they are: they lead within the article. */
export function absoluteContent(html: string, base: string | undefined): string {
  if (base === undefined || !html.includes('<')) return html;
  const resolved = hasRelative.test(html) ? html.replace(relative, resolver(base)) : html;
  if (!resolved.includes('srcset')) return resolved;
  return resolved.replace(sourceSets, (_all, lead: string, double?: string, single?: string) => {
    return `${lead}"${resolveSourceSet(double ?? single ?? '', base).replaceAll('"', '&quot;')}"`;
  });
}

function resolver(base: string) {
  return (all: string, lead: string, double?: string, single?: string, bare?: string): string => {
    const raw = double ?? single ?? bare ?? '';
    const address = resolveAddress(raw.replaceAll('&amp;', '&'), base);
    if (address === undefined) return all;
    return `${lead}"${address.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
  };
}

/** `address descriptor, address descriptor`; commas inside an address are followed by no space. */
function resolveSourceSet(value: string, base: string): string {
  return value
    .split(/,\s+/)
    .map((candidate) => {
      const [address = '', ...descriptor] = candidate.trim().split(/\s+/);
      return [resolveAddress(address, base) ?? address, ...descriptor].join(' ');
    })
    .join(', ');
}
