/** Makes the addresses in a feed absolute: xml:base first, then the document's own address, then the site's. */

export class FeedAddresses {
  private readonly bases: readonly (string | undefined)[];
  private readonly documentUrl: string | undefined;
  private readonly resolved = new Map<number, string | undefined>();

  constructor(bases: readonly (string | undefined)[], documentUrl: string | undefined) {
    this.bases = bases;
    this.documentUrl = documentUrl;
  }

  /** The same, but a feed of unknown address is read as lying at its site. */
  withFallback(siteUrl: string | undefined): FeedAddresses {
    return this.documentUrl === undefined && siteUrl !== undefined ? new FeedAddresses(this.bases, siteUrl) : this;
  }

  /** The base in force for an element, by its `b` attribute. */
  baseOf(index: string | undefined): string | undefined {
    const at = index === undefined ? 0 : Number(index);
    if (!this.resolved.has(at)) this.resolved.set(at, this.resolveBase(at));
    return this.resolved.get(at);
  }

  /** Absolute, of whatever scheme; as given where there is nothing to resolve it by. */
  resolve(raw: string, index?: string): string {
    const base = this.baseOf(index);
    return resolveAddress(raw, base) ?? raw.trim();
  }

  /** Absolute http(s) address, or undefined. */
  web(raw: string | undefined, index?: string): string | undefined {
    if (raw === undefined || raw.trim() === '') return undefined;
    const resolved = resolveAddress(raw, this.baseOf(index));
    return resolved !== undefined && isWebAddress(resolved) ? resolved : undefined;
  }

  /** The same; but a relative address is kept as given where the document's own address is not known. */
  webOrUnplaced(raw: string, index?: string): string | undefined {
    const given = raw.trim();
    const isUnplaced = given !== '' && this.baseOf(index) === undefined && !absolute.test(given);
    return isUnplaced ? given : this.web(raw, index);
  }

  private resolveBase(at: number): string | undefined {
    const given = this.bases[at];
    if (given === undefined) return this.documentUrl;
    return resolveAddress(given, this.documentUrl) ?? this.documentUrl;
  }
}

const absolute = /^[a-z][a-z0-9+.-]*:/i;

/** Undefined where `raw` is relative and there is no base, or is no address at all. Absolute addresses keep their spelling. */
export function resolveAddress(raw: string, base: string | undefined): string | undefined {
  const address = cleanAddress(raw);
  if (address === '') return undefined;
  if (absolute.test(address)) return URL.canParse(address) ? spelled(address) : undefined;
  if (base === undefined || !URL.canParse(address, base)) return undefined;
  return readable(new URL(address, base).href, address);
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** Line breaks inside an address are wrapping, not part of it. */
function cleanAddress(raw: string): string {
  return raw.trim().replace(/[\t\r\n]+\s*/g, '');
}

/** Non-ASCII letters that the feed itself wrote stay letters. */
function readable(href: string, given: string): string {
  if (!/[^\p{ASCII}]/u.test(given)) return href;
  return href.replace(/(?:%[89A-F][0-9A-F])+/g, (encoded) => {
    const decoded = Buffer.from(encoded.replaceAll('%', ''), 'hex').toString('utf8');
    return decoded.includes('\ufffd') ? encoded : decoded;
  });
}

/** Spaces and non-ASCII letters stay readable in the feed's own spelling unless they would break the address. */
function spelled(address: string): string {
  return /\s/.test(address) ? new URL(address).href : address;
}
