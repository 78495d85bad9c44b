/** Which short prefix an element has in our canonical text, by its namespace's address or, where that is wrong or missing, by its usual prefix. */

const byAddress: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom/, 'atom'],
  [/^https?:\/\/purl\.org\/atom\/(?:ns#?|app#?)?$/, 'atom'],
  [/^https?:\/\/purl\.org\/atom-blog\/ns/, 'atom'],
  [/^https?:\/\/example\.com\/newformat/, 'atom'],
  [
    /^https?:\/\/(?:purl\.org\/(?:rss\/|net\/rss)|my\.netscape\.com\/|channel\.netscape\.com\/|backend\.userland\.com\/|blogs\.law\.harvard\.edu\/tech|cyber\.law\.harvard\.edu\/rss)/,
    'rss',
  ],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/, 'rdf'],
  [/^https?:\/\/purl\.org\/dc\/elements\//, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash/, 'slash'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/^https?:\/\/(?:www\.)?itunes\.com\/dtds\/podcast/, 'itunes'],
  [/^https?:\/\/example\.com\/dtds\/podcast/, 'itunes'],
  [/^https?:\/\/(?:search|video|tools\.search)\.yahoo\.com\/mrss/, 'media'],
  [/^https?:\/\/www\.georss\.org\/georss/, 'georss'],
  [/^https?:\/\/www\.w3\.org\/2003\/01\/geo\/wgs84_pos/, 'geo'],
  [/^https?:\/\/www\.opengis\.net\/gml/, 'gml'],
  [/^https?:\/\/purl\.org\/syndication\/thread/, 'thr'],
  [/^https?:\/\/wellformedweb\.org\/commentapi/, 'wfw'],
  [/^https?:\/\/(?:podcastindex\.org\/namespace|github\.com\/podcastindex-org)/, 'podcast'],
  [/^https?:\/\/podlove\.org\/simple-chapters/, 'psc'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/, 'feedburner'],
  [/^https?:\/\/www\.google\.com\/schemas\/play-podcasts/, 'googleplay'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [/^https?:\/\/www\.w3\.org\/xml\/1998\/namespace/, 'xml'],
  [/^https?:\/\/www\.youtube\.com\/xml\/schemas/, 'yt'],
  [/^https?:\/\/xmlns\.com\/foaf/, 'foaf'],
];

const usual: ReadonlyMap<string, string> = new Map(
  [
    ...['atom', 'rss', 'rdf', 'dc', 'dcterms', 'content', 'slash', 'sy', 'itunes', 'media', 'georss', 'geo', 'gml'],
    ...['thr', 'wfw', 'podcast', 'psc', 'feedburner', 'googleplay', 'xhtml', 'xml', 'yt', 'foaf'],
  ].map((prefix) => [prefix, prefix]),
);

const aliases: ReadonlyMap<string, string> = new Map([
  ['dct', 'dcterms'],
  ['dcterm', 'dcterms'],
  ['atom10', 'atom'],
  ['atom03', 'atom'],
  ['a10', 'atom'],
  ['mrss', 'media'],
  ['html', 'xhtml'],
  ['geourl', 'geo'],
]);

/** Looks through the patterns in order: RSS modules stand under the address of RSS itself, so the longer ones go first. */
const ordered = [...byAddress].sort((one, two) => two[0].source.length - one[0].source.length);
const known = new Map<string, string | undefined>();

function prefixOfAddress(address: string): string | undefined {
  const lower = address.trim().toLowerCase();
  if (known.has(lower)) return known.get(lower);
  const modules = /purl\.org\/rss\/1\.0\/modules\//.test(lower);
  const found = ordered.find(([pattern, prefix]) => (!modules || prefix !== 'rss') && pattern.test(lower))?.[1];
  if (known.size < 1_000) known.set(lower, found);
  return found;
}

const mostPrefixes = 200; // feeds declare up to 30

/** The namespaces in force at one place of a document. */
export class NamespaceScope {
  private readonly names = new Map<string, string>();
  private readonly addresses: ReadonlyMap<string, string>;
  /** Called once for a prefix that was declared nowhere, or with an address that nobody knows, and was read by its usual meaning. */
  private readonly mended: (prefix: string) => void;

  constructor(mended: (prefix: string) => void, addresses: ReadonlyMap<string, string> = new Map()) {
    this.mended = mended;
    this.addresses = addresses;
  }

  /** The scope inside an element with these attributes. */
  inside(attributes: Readonly<Record<string, string>>): NamespaceScope {
    let added: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      added ??= new Map(this.addresses);
      if (added.size >= mostPrefixes) break;
      added.set(name.slice(6), attributes[name] ?? '');
    }
    return added === undefined ? this : new NamespaceScope(this.mended, added);
  }

  /** `prefix:local` with our prefix; core names of RSS and of no namespace have none. */
  nameOf(raw: string): string {
    const seen = this.names.get(raw);
    if (seen !== undefined) return seen;
    const name = this.resolve(raw);
    if (this.names.size < 2_000) this.names.set(raw, name);
    return name;
  }

  private resolve(raw: string): string {
    const colon = raw.indexOf(':');
    const given = colon === -1 ? '' : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    const address = this.addresses.get(given);
    const prefix = (address === undefined ? undefined : prefixOfAddress(address)) ?? this.usualPrefix(given, address);
    return prefix === '' || prefix === 'rss' ? local : `${prefix}:${local}`;
  }

  private usualPrefix(given: string, address: string | undefined): string {
    if (given === '') return '';
    const prefix = usual.get(given) ?? aliases.get(given);
    if (prefix === undefined) return `other.${given}`;
    if (prefix !== 'xml' && address === undefined) this.mended(given);
    return prefix;
  }
}
