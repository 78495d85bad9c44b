/** Turns the addresses of an article into absolute, harmless ones: only http, https and mailto, without marks that follow a reader about. */

import type { PrivacyRules } from './privacy-rules.ts';

const trackingParameter =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)|wt\.mc_id|wt_mc|__twitter_impression|guccounter|guce_referrer(?:_sig)?|_ga|ito|xtor|piwik_\w+|pk_campaign|pk_kwd|mtm_\w+)$/i;
const mayCarryTracking =
  /[?&](?:utm_|[a-z_.]*(?:clid|braid)|gclsrc|igshid|mc_[ce]id|_hs|mkt_tok|vero_id|oly_|at_|ns_|wt[._]mc|__tw|guc|_ga|ito|xtor|piwik|pk_|mtm_)/i;

const mostCandidates = 40;

/** Drops campaign and click marks from a query; every other byte of the address stays as it was. */
function withoutTracking(url: string): string {
  if (!mayCarryTracking.test(url)) {
    return url;
  }
  const queryAt = url.indexOf('?');
  const hashAt = url.indexOf('#', queryAt);
  const end = hashAt < 0 ? url.length : hashAt;
  const kept = url
    .slice(queryAt + 1, end)
    .split('&')
    .filter((pair) => !trackingParameter.test(pair.split('=', 1)[0] ?? ''));
  return url.slice(0, queryAt) + (kept.length > 0 ? `?${kept.join('&')}` : '') + url.slice(end);
}

/** Absolute http(s) address, or undefined when there is none to be made. Costs about 1 µs. */
export function absoluteUrl(raw: string, base: string | undefined): string | undefined {
  const url = parseAgainst(raw, base);
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** As `absoluteUrl`, and mailto: too, for what a person clicks. Tracking marks are dropped, unless the reader lets them stay. */
export function absoluteLink(raw: string, base: string | undefined, privacy?: PrivacyRules): string | undefined {
  const url = parseAgainst(raw, base);
  if (url === undefined) {
    return undefined;
  }
  if (url.protocol === 'mailto:') {
    return url.href;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return privacy?.stripTracking === false ? url.href : withoutTracking(url.href);
}

/**
 * A srcset with absolute addresses and sound descriptors; undefined when nothing of it is left. Reads as HTML 4.8.4.2.2
 * does: an address runs to the next white space and may hold commas, a comma at its end parts candidates.
 */
export function absoluteSrcset(raw: string, base: string | undefined): string | undefined {
  const candidates: string[] = [];
  const candidate = /[\s,]*(\S+)/y;
  const rest = /[^,]*/y;
  for (let at = 0; at < raw.length && candidates.length < mostCandidates; ) {
    candidate.lastIndex = at;
    const address = candidate.exec(raw)?.[1];
    if (address === undefined) {
      break;
    }
    at = candidate.lastIndex;
    let descriptor = '';
    if (!address.endsWith(',')) {
      rest.lastIndex = at;
      descriptor = rest.exec(raw)?.[0].trim() ?? '';
      at = rest.lastIndex + 1;
    }
    const url = absoluteUrl(address.replace(/,{1,9}$/, ''), base);
    if (url !== undefined && /^(?:[\d.]{1,10}[whx])?$/.test(descriptor)) {
      candidates.push(url.replaceAll(',', '%2C') + (descriptor === '' ? '' : ` ${descriptor}`));
    }
  }
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}

function parseAgainst(raw: string, base: string | undefined): URL | undefined {
  const trimmed = raw.trim();
  if (trimmed === '') {
    return undefined;
  }
  return URL.parse(trimmed, base) ?? undefined;
}
