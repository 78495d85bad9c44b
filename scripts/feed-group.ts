/** Sorts a corpus file into the group it is reported under, by what it is, never by what our parser makes of it. */

export function feedGroup(entry: { readonly file: string; readonly kind: string }, bytes: Uint8Array): string {
  if (entry.kind === 'illformed') return 'broken XML';
  if (/\/(?:encoding|chardet)\/|encoding[_.]/i.test(entry.file) || isLabelledOtherwise(bytes)) return 'encodings';
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1');
  if (/^\s*[{[]/.test(head)) return 'JSON Feed';
  if (!isWellFormedStart(head)) return 'broken XML';
  const root = /<(?:\w{1,20}:)?(rss|rdf|feed|channel|entry)\b([^<>]*)>/i.exec(head);
  const name = root?.[1]?.toLowerCase();
  if (name === 'rdf') return 'RDF (RSS 0.90, 1.0)';
  if (name === 'rss') return rssGroup(root?.[2] ?? '');
  if (name === 'feed' || name === 'entry')
    return /purl\.org\/atom|version=["']0/.test(root?.[2] ?? '') ? 'Atom 0.3' : 'Atom 1.0';
  return name === 'channel' ? 'CDF and RSS 1.1' : 'no feed';
}

function rssGroup(attributes: string): string {
  const version = /version\s{0,9}=\s{0,9}["']?([\d.]+)/i.exec(attributes)?.[1];
  return version?.startsWith('0') ? 'RSS 0.9x' : 'RSS 2.0';
}

function isLabelledOtherwise(bytes: Uint8Array): boolean {
  if (bytes[0] === 0 || bytes[1] === 0 || bytes[0] === 0xff || bytes[0] === 0xfe) return true;
  const label = /^[^>]*encoding=["']([^"']+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
  return label !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(label);
}

/** XML has its declaration first and no text before its root. */
function isWellFormedStart(head: string): boolean {
  const declaration = head.indexOf('<?xml');
  return (declaration <= 0 || head.charCodeAt(0) === 0xef) && /^(?:\xef\xbb\xbf)?\s*</.test(head);
}
