/** Sites whose feeds are known by rule, so that they are found without a look at a page that may not name them. */

export interface FeedCandidate {
  readonly url: string;
  /** Why it is thought to be a feed. 'itself': it is what was typed. 'linked': the page names it. 'rule': the site's known way. */
  readonly because: 'itself' | 'linked' | 'rule' | 'page_link' | 'well_known';
  /** What the page or the rule calls it. */
  readonly title?: string;
  /** What a person should know beside its title. */
  readonly note?: string;
}

interface PlatformRule {
  /** Against the host name, without www. */
  readonly host: RegExp;
  /** Against path and query. */
  readonly path: RegExp;
  readonly feeds: (found: RegExpExecArray, url: URL) => readonly Omit<FeedCandidate, 'because'>[];
}

const one = (url: string, note?: string): readonly Omit<FeedCandidate, 'because'>[] => [
  note === undefined ? { url } : { url, note },
];

/** A channel's feed, and the playlist that YouTube keeps of its long videos only: the same id under another prefix. */
export function youtubeChannelFeeds(channelId: string): readonly Omit<FeedCandidate, 'because'>[] {
  const feed = 'https://www.youtube.com/feeds/videos.xml';
  return [
    { url: `${feed}?channel_id=${channelId}`, note: 'All videos' },
    { url: `${feed}?playlist_id=UULF${channelId.slice(2)}`, note: 'Without Shorts and live streams' },
  ];
}

const videoRules: readonly PlatformRule[] = [
  {
    host: /^(?:m\.)?youtube\.com$/,
    path: /^\/channel\/(UC[\w-]{22})/,
    feeds: ([, id = '']) => youtubeChannelFeeds(id),
  },
  {
    host: /^(?:m\.|music\.)?youtube\.com$/,
    path: /^\/(?:playlist|watch).*[?&]list=((?:PL|UU|OL|FL)[\w-]+)/,
    feeds: ([, id]) => one(`https://www.youtube.com/feeds/videos.xml?playlist_id=${id}`),
  },
  {
    host: /^vimeo\.com$/,
    path: /^\/(channels\/[\w-]+|groups\/[\w-]+|(?!(?:watch|search|upload|settings|\d+)\b)[\w-]+)\/?$/,
    feeds: ([, name]) => one(`https://vimeo.com/${name}/videos/rss`),
  },
  { host: /^odysee\.com$/, path: /^\/(@[^/]+)/, feeds: ([, channel]) => one(`https://odysee.com/$/rss/${channel}`) },
  {
    host: /./,
    path: /^\/(?:c|video-channels)\/([\w.@-]+)\/videos/,
    feeds: ([, name], { origin }) => one(`${origin}/feeds/videos.xml?videoChannelName=${name}`),
  },
];

const socialRules: readonly PlatformRule[] = [
  {
    host: /^(?:old\.|new\.|m\.)?reddit\.com$/,
    path: /^(\/(?:r|user|u)\/[\w+-]+(?:\/(?:top|new|hot|rising|controversial|comments|submitted|m\/[\w-]+)(?:\/[\w-]+)*)?)\/?(\?[^#]*)?$/,
    feeds: ([, path = '', query = '']) => one(`https://www.reddit.com${path.replace(/^\/u\//, '/user/')}/.rss${query}`),
  },
  {
    host: /^(?:old\.|new\.|m\.)?reddit\.com$/,
    path: /^(\/(?:r\/[\w+-]+\/comments|domain)\/[\w.-]+(?:\/\w+)?)\/?$/,
    feeds: ([, path]) => one(`https://www.reddit.com${path}/.rss`),
  },
  {
    host: /^(?:old\.|new\.|m\.)?reddit\.com$/,
    path: /^((?:\/r\/[\w+-]+)?\/search)\/?(\?[^#]*)$/,
    feeds: ([, path, query]) => one(`https://www.reddit.com${path}.rss${query}`),
  },
  { host: /^(?:old\.|new\.|m\.)?reddit\.com$/, path: /^\/?$/, feeds: () => one('https://www.reddit.com/.rss') },
  {
    host: /^bsky\.app$/,
    path: /^\/profile\/([\w.:-]+)/,
    feeds: ([, name]) => one(`https://bsky.app/profile/${name}/rss`),
  },
  {
    host: /^(?!(?:.*\.)?(?:youtube|medium|tiktok|threads|substack|odysee|flipboard)\.(?:com|net)$)/,
    path: /^\/(?:web\/)?@([\w.-]+)(?:\/(?:with_replies|media|\d{10,})?)?$/,
    feeds: ([, name], { origin }) => one(`${origin}/@${name}.rss`),
  },
  { host: /./, path: /^\/tags\/([^/?#]+)\/?$/, feeds: ([, tag], { origin }) => one(`${origin}/tags/${tag}.rss`) },
  {
    host: /^news\.ycombinator\.com$/,
    path: /^\/(?:news|front)?$/,
    feeds: () => one('https://news.ycombinator.com/rss'),
  },
  {
    host: /^lobste\.rs$/,
    path: /^\/(?:t\/([\w,-]+))?\/?$/,
    feeds: ([, tag]) => one(tag === undefined ? 'https://lobste.rs/rss' : `https://lobste.rs/t/${tag}.rss`),
  },
  {
    host: /^lemmy\./,
    path: /^\/(c|u)\/([\w.@-]+)/,
    feeds: ([, kind, name], { origin }) => one(`${origin}/feeds/${kind}/${name}.xml`),
  },
];

const writingRules: readonly PlatformRule[] = [
  {
    host: /^(?!(?:open|on|support)\.)[\w-]+\.substack\.com$/,
    path: /^\//,
    feeds: (_, { origin }) => one(`${origin}/feed`),
  },
  {
    host: /^open\.substack\.com$/,
    path: /^\/pub\/([\w-]+)/,
    feeds: ([, name]) => one(`https://${name}.substack.com/feed`),
  },
  {
    host: /^substack\.com$/,
    path: /^\/@([\w-]+)/,
    feeds: ([, name]) => one(`https://${name?.toLowerCase()}.substack.com/feed`),
  },
  {
    host: /^medium\.com$/,
    path: /^\/((?:@|tag\/)[\w.-]+|(?!(?:m|me|search|feed|about|plans)(?:\/|$))[\w-]+)(?:\/|$)/,
    feeds: ([, name]) => one(`https://medium.com/feed/${name}`),
  },
  { host: /^[\w-]+\.medium\.com$/, path: /^\//, feeds: (_, { origin }) => one(`${origin}/feed`) },
  {
    host: /\.(?:blogspot\.com|blogspot\.[a-z.]{2,6})$/,
    path: /^\//,
    feeds: (_, { origin }) => one(`${origin}/feeds/posts/default`),
  },
  {
    host: /\.tumblr\.com$/,
    path: /^\/(?:tagged\/([^/?#]+))?/,
    feeds: ([, tag], { origin }) => one(tag === undefined ? `${origin}/rss` : `${origin}/tagged/${tag}/rss`),
  },
  {
    host: /^tumblr\.com$/,
    path: /^\/(?!dashboard|explore|search|tagged)(?:blog\/view\/)?([\w-]+)/,
    feeds: ([, name]) => one(`https://${name}.tumblr.com/rss`),
  },
  { host: /\.wordpress\.com$/, path: /^\//, feeds: (_, { origin }) => one(`${origin}/feed/`) },
  { host: /\.ghost\.io$/, path: /^\//, feeds: (_, { origin }) => one(`${origin}/rss/`) },
  {
    host: /^dev\.to$/,
    path: /^\/(t\/)?([\w-]+)/,
    feeds: ([, tag, name]) =>
      one(tag === undefined ? `https://dev.to/feed/${name}` : `https://dev.to/feed/tag/${name}`),
  },
  { host: /^letterboxd\.com$/, path: /^\/([\w-]+)/, feeds: ([, name]) => one(`https://letterboxd.com/${name}/rss/`) },
  { host: /^arxiv\.org$/, path: /^\/list\/([\w.-]+)/, feeds: ([, list]) => one(`https://rss.arxiv.org/rss/${list}`) },
  {
    host: /^stackoverflow\.com$|\.stackexchange\.com$/,
    path: /^\/questions\/tagged\/([^/?#]+)/,
    feeds: ([, tag], { origin }) => one(`${origin}/feeds/tag/${tag}`),
  },
  {
    host: /^stackoverflow\.com$|\.stackexchange\.com$/,
    path: /^\/questions\/(\d+)/,
    feeds: ([, id], { origin }) => one(`${origin}/feeds/question/${id}`),
  },
  {
    host: /^pinboard\.in$/,
    path: /^\/((?:u:[\w-]+|popular|recent)(?:\/t:[^?#]+)?)/,
    feeds: ([, part]) => one(`https://feeds.pinboard.in/rss/${part}`),
  },
  {
    host: /^news\.google\.com$/,
    path: /^\/(?!rss)((?:search|topics|home|topstories)?.*)$/,
    feeds: ([, rest]) => one(`https://news.google.com/rss${rest === '' ? '' : `/${rest}`}`),
  },
];

const codeRules: readonly PlatformRule[] = [
  {
    host: /^github\.com$/,
    path: /^\/(?!(?:orgs|topics|trending|features|sponsors|settings|marketplace|about|explore)\/)(?!.*\.atom)([\w-]+)\/([\w.-]+)(?=\/|$)(?:\/(releases|tags|commits)?(?:\/([\w./-]+))?)?/,
    feeds: ([, owner, name, part, branch]) => {
      const repository = `https://github.com/${owner}/${name?.replace(/\.git$/, '')}`;
      const commits =
        part === 'commits' && branch !== undefined
          ? `${repository}/commits/${branch.replace(/\/$/, '')}.atom`
          : `${repository}/commits.atom`;
      const all = [
        { url: `${repository}/releases.atom`, note: 'Releases' },
        { url: commits, note: 'Commits' },
        { url: `${repository}/tags.atom`, note: 'Tags' },
      ];
      return part === undefined
        ? all
        : all.toSorted((a, b) => Number(b.note.toLowerCase() === part) - Number(a.note.toLowerCase() === part));
    },
  },
  {
    host: /^github\.com$/,
    path: /^\/(?!(?:topics|trending|features|sponsors|settings|marketplace|about|explore|login)$)([\w-]+)\/?$/,
    feeds: ([, name]) => one(`https://github.com/${name}.atom`, 'Activity'),
  },
  {
    host: /^gist\.github\.com$/,
    path: /^\/([\w-]+)/,
    feeds: ([, name]) => one(`https://gist.github.com/${name}.atom`),
  },
  {
    host: /^gitlab\.com$/,
    path: /^\/([\w-]+(?:\/(?!-\/)[\w.-]+)+)(?:\/-\/.*)?\/?$/,
    feeds: ([, project]) => [
      { url: `https://gitlab.com/${project}/-/releases.atom`, note: 'Releases' },
      { url: `https://gitlab.com/${project}/-/tags?format=atom`, note: 'Tags' },
    ],
  },
  {
    host: /^codeberg\.org$/,
    path: /^\/([\w-]+\/[\w.-]+)/,
    feeds: ([, project]) => [
      { url: `https://codeberg.org/${project}/releases.rss`, note: 'Releases' },
      { url: `https://codeberg.org/${project}.rss`, note: 'Activity' },
    ],
  },
  {
    host: /^pypi\.org$/,
    path: /^\/project\/([\w.-]+)/,
    feeds: ([, name]) => one(`https://pypi.org/rss/project/${name}/releases.xml`),
  },
  {
    host: /^store\.steampowered\.com$/,
    path: /^\/(?:app|news\/app)\/(\d+)/,
    feeds: ([, id]) => one(`https://store.steampowered.com/feeds/news/app/${id}`),
  },
];

const rules: readonly PlatformRule[] = [...videoRules, ...socialRules, ...writingRules, ...codeRules];

// No page that a rule is about has a longer one.
const longestAddress = 2_000;

/** The feeds that the site of an address is known to have for it. Pure; nothing is asked. */
export function platformCandidates(address: string): readonly FeedCandidate[] {
  const url = URL.parse(address);
  if (url === null || address.length > longestAddress) {
    return [];
  }
  const host = url.hostname.replace(/^www\./, '');
  const found = rules.flatMap(({ host: hostPattern, path, feeds }) => {
    const match = hostPattern.test(host) ? path.exec(url.pathname + url.search) : null;
    return match === null ? [] : feeds(match, url).map((feed): FeedCandidate => ({ ...feed, because: 'rule' }));
  });
  return found.filter(({ url: feedUrl }, at) => found.findIndex((other) => other.url === feedUrl) === at);
}

/** Apple names the feed of a podcast by an open directory: where to ask for the podcast of this page. */
export function podcastLookup(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^(?:podcasts|itunes)\.apple\.com$/.test(url.hostname)) {
    return undefined;
  }
  const id = /\/id(\d+)/.exec(url.pathname)?.[1];
  return id === undefined ? undefined : `https://itunes.apple.com/lookup?entity=podcast&id=${id}`;
}
