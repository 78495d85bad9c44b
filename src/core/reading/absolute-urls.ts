/** Turns the addresses of an article into absolute, harmless ones: only http, https and mailto, without marks that follow a reader about. */

const trackingParameter =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)|wt\.mc_id|wt_mc|__twitter_impression|guccounter|guce_referrer(?:_sig)?|_ga|ito|xtor|piwik_\w+|pk_campaign|pk_kwd|mtm_\w+)$/i;
const mayCarryTracking =
  /[?&](?:utm_|[a-z_.]*(?:clid|braid)|gclsrc|igshid|mc_[ce]id|_hs|mkt_tok|vero_id|oly_|at_|ns_|wt[._]mc|__tw|guc|_ga|ito|xtor|piwik|pk_|mtm_)/i;

/** Drops campaign and click marks from a query; every other byte of the address stays as it was. */
export function withoutTracking(url: string): string {
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

/** As `absoluteUrl`, and mailto: too, for what a person clicks. Tracking marks are dropped. */
export function absoluteLink(raw: string, base: string | undefined): string | undefined {
  const url = parseAgainst(raw, base);
  if (url === undefined) {
    return undefined;
  }
  if (url.protocol === 'mailto:') {
    return url.href;
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? withoutTracking(url.href) : undefined;
}

/** A srcset with absolute addresses and sound descriptors; undefined when nothing of it is left. HTML 4.8.4.2.1. */
export function absoluteSrcset(raw: string, base: string | undefined): string | undefined {
  const candidates: string[] = [];
  // An address may hold commas inside but neither begins nor ends with one; a descriptor is a number with w, h or x.
  for (const match of raw.matchAll(/[\s,]*([^\s,]\S*[^\s,]|[^\s,])((?:\s+[\d.]{1,10}[whx])*)\s*(?:,|$)/g)) {
    const url = absoluteUrl(match[1] ?? '', base);
    if (url !== undefined) {
      const descriptor = (match[2] ?? '').trim().replace(/\s+/g, ' ');
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
