/** One spelling for all the addresses that lead to the same article: for comparing, never for opening. */

const trackingName =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*|ptr_name|format|bbc_team|custom\d)|mc_[ce]id|mkt_tok|_ga|_gl|_hsenc|_hsmi|__\w+_impression|wt[._]?(?:(?!mc)\w)*mc\w*|pk_\w+|mtm_\w+|hsa_\w+|oly_\w+|vero_\w+|[a-z]{1,3}clid|gclsrc|gbraid|wbraid|fbclid|msclkid|igsh(?:id)?|twclid|ttclid|yclid|xtor|cmpid|cmp|ncid|ocid|s_cid|smid|sref|spm|cid_source|ito|rss_?id|guccounter|traffic_source|phpsessid|jsessionid|sessionid|sid)$/i;
const weakName = /^(?:ref|source|src|from|via|partner|feature|feed|type|af|mode)$/i;
const feedWord = /^(?:rss\w*|feeds?|atom|feedburner|newsfeed|syndication|r|youtu\.be|emc=rss)$/i;
const trackingFragment = /^#(?:xtor|utm_|ref=|rss|ftag|emc|intcid|cxrecs)/i;

/**
 * Without scheme, `www.`, default port, final slash, session and tracking parameters; parameters sorted. A fragment stays unless it tracks:
 * some feeds tell their articles apart by nothing else. Text that is no web address comes back trimmed.
 */
export function canonicalAddress(address: string): string {
  const trimmed = address.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  const url = new URL(trimmed);
  const host = url.host.replace(/^www\d?\./, '').replace(/:(?:80|443)$/, '');
  const path = withoutFinalSlashes(url.pathname.replace(/;jsessionid=[^/;]*/i, ''));
  const fragment = url.hash === '#' || trackingFragment.test(url.hash) ? '' : url.hash;
  return `${host}${path}${canonicalQuery(url)}${fragment}`;
}

/** Counted, since a search for `/+$` would begin anew at each slash of a hostile path. */
function withoutFinalSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function canonicalQuery(url: URL): string {
  if (url.search === '') return '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair))
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function isTracking(pair: string): boolean {
  const [name = '', value = ''] = pair.split('=', 2);
  return trackingName.test(name) || (weakName.test(name) && feedWord.test(value));
}
