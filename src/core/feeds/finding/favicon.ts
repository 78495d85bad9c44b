/** Which little pictures a site offers as its sign. */

import { Parser } from 'htmlparser2';

export interface IconCandidate {
  readonly url: string;
  /** The longer side in pixels as the page says; undefined when it says nothing. */
  readonly sizePixels: number | undefined;
}

const wantedPixels = 32; // drawn at 16 on screens of two device pixels a point
const scalable = 512;

/** Candidates, the best first: the smallest of 32 pixels or more, scalable ones, unknown ones, small ones, then the usual path. */
export function iconCandidates(html: string, pageUrl: string): readonly IconCandidate[] {
  const found: IconCandidate[] = [];
  let base = pageUrl;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base') base = URL.parse(attributes.href ?? '', pageUrl)?.href ?? base;
      if (
        name === 'link' &&
        /(?:^|\s)(?:shortcut icon|icon|apple-touch-icon(?:-precomposed)?)(?:\s|$)/i.test(attributes.rel ?? '')
      ) {
        const url = URL.parse(attributes.href?.trim() ?? '', base);
        if (url !== null && /^https?:$/.test(url.protocol))
          found.push({ url: url.href, sizePixels: sizeOf(attributes, url.pathname) });
      }
    },
  });
  parser.end(html.slice(0, 500_000));
  const usual = URL.parse('/favicon.ico', pageUrl)?.href;
  const all = usual === undefined ? found : [...found, { url: usual, sizePixels: undefined }];
  const distinct = new Map(all.toReversed().map((candidate) => [candidate.url, candidate]));
  return [...distinct.values()].toReversed().toSorted((a, b) => distance(a) - distance(b));
}

function sizeOf(attributes: Readonly<Record<string, string>>, path: string): number | undefined {
  const sizes = [...(attributes.sizes ?? '').matchAll(/(?<!\d)(\d{1,5})x(\d{1,5})/gi)].map((match) =>
    Math.max(Number(match[1]), Number(match[2])),
  );
  if (sizes.length > 0) return Math.max(...sizes);
  if (/any/i.test(attributes.sizes ?? '') || /\.svg$/i.test(path) || /svg/i.test(attributes.type ?? ''))
    return scalable;
  // Apple's icon without a size is 180 pixels by its documentation's own recommendation, 57 at the very least.
  return /apple-touch-icon/i.test(attributes.rel ?? '') ? 180 : undefined;
}

function distance({ sizePixels }: IconCandidate): number {
  if (sizePixels === undefined) return 10_000;
  return sizePixels >= wantedPixels ? sizePixels : 20_000 - sizePixels;
}
