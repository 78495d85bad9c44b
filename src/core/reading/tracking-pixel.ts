/** Knows the pictures that are there to count readers, not to be looked at. */

const trackerHost =
  /(?:^|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googlesyndication\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.(?:com|net)|pixel\.wp\.com|stats\.wp\.com|stats\.wordpress\.com|amazon-adsystem\.com|assoc-amazon\.(?:com|de|fr|co\.uk|co\.jp)|feedsportal\.com|feedblitz\.com|statcounter\.com|ivwbox\.de|ioam\.de|vgwort\.de|counter\.theconversation\.(?:com|edu\.au)|hits\.theguardian\.com|pheedo\.com|pixel\.mathtag\.com|everesttech\.net|outbrain\.com|taboola\.com|hubspot\.com\.pixel|exelator\.com|bluekai\.com|krxd\.net|imrworldwide\.com|xiti\.com|webtrekk\.net|histats\.com|list-manage\.com|mailchimp\.com\.track)$/i;
const trackerName = /\bpixel\d?\.|^(?:pixel-|tracking?\.|track\.|beacon\.|counter\.|telemetry\.|metrics\.)/i;
const trackerPath =
  /^https?:\/\/(?:www\.)?facebook\.com\/tr\b|\/~(?:r|ff|a|4)\/|\/(?:1x1|pixel|blank|spacer|clear|transparent|trans)\.(?:gif|png)(?:$|\?)|\/track(?:ing)?\/open|\/_\/stat\b|blogger\.googleusercontent\.com\/tracker|blogger\.com\/tracker|\/piwik\.php|\/matomo\.php|\/open\.aspx|\/wf\/open\?|\/rss-pixel|\/count(?:er)?\.(?:gif|png)/i;

export interface PictureFacts {
  readonly src: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly style?: string | undefined;
}

/** True for a picture of at most 2 × 2 pixels by its own word, and for the counters of known services. `src` is absolute. */
export function isTrackingPixel({ src, width, height, style }: PictureFacts): boolean {
  if (isTiny(width) || isTiny(height)) {
    return true;
  }
  if (
    style !== undefined &&
    /(?:^|[;\s])(?:width|height)\s*:\s*[012](?:px)?\s*(?:;|$|!)|display\s*:\s*none/i.test(style)
  ) {
    return true;
  }
  const host = hostOf(src);
  return trackerPath.test(src) || trackerName.test(host) || trackerHost.test(host);
}

function isTiny(length: string | undefined): boolean {
  return length !== undefined && /^\s*[012](?:px)?\s*$/.test(length);
}

function hostOf(src: string): string {
  const start = src.indexOf('//') + 2;
  const end = src.slice(start).search(/[/?#:]/);
  return end < 0 ? src.slice(start) : src.slice(start, start + end);
}
