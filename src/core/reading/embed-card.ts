/** Players of other sites become a link card: the window shows it and loads the player only when a person asks. */

export interface EmbedCard {
  readonly player: string;
  /** The page that a browser would show for it. */
  readonly href: string;
  readonly label: string;
}

interface Player {
  readonly player: string;
  readonly label: string;
  /** Tried against the frame's absolute address; the groups go into `page`. */
  readonly frame: RegExp;
  readonly page: (frameUrl: string, id: string) => string;
}

const asFramed = (frameUrl: string): string => frameUrl;

const players: readonly Player[] = [
  {
    player: 'youtube',
    label: 'Playlist on YouTube',
    frame: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+)/i,
    page: (_, id) => `https://www.youtube.com/playlist?list=${id}`,
  },
  {
    player: 'youtube',
    label: 'Video on YouTube',
    frame: /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{6,})/i,
    page: (_, id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    player: 'vimeo',
    label: 'Video on Vimeo',
    frame: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i,
    page: (_, id) => `https://vimeo.com/${id}`,
  },
  {
    player: 'dailymotion',
    label: 'Video on Dailymotion',
    frame: /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player[^?]*\?video=)(\w+)/i,
    page: (_, id) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    player: 'ted',
    label: 'Talk on TED',
    frame: /^https?:\/\/embed(?:-ssl)?\.ted\.com\/talks\/(?:lang\/\w+\/)?([\w-]+)/i,
    page: (_, id) => `https://www.ted.com/talks/${id}`,
  },
  {
    player: 'spotify',
    label: 'Listen on Spotify',
    frame: /^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/((?:track|album|playlist|episode|show|artist)\/\w+)/i,
    page: (_, id) => `https://open.spotify.com/${id}`,
  },
  {
    player: 'apple-podcasts',
    label: 'Listen on Apple Podcasts',
    frame: /^https?:\/\/embed\.(podcasts|music)\.apple\.com\//i,
    page: (frameUrl) => frameUrl.replace('//embed.', '//'),
  },
  {
    player: 'soundcloud',
    label: 'Listen on SoundCloud',
    frame: /^https?:\/\/w\.soundcloud\.com\/player\/?(\?)/i,
    page: asFramed,
  },
  {
    player: 'bandcamp',
    label: 'Listen on Bandcamp',
    frame: /^https?:\/\/bandcamp\.com\/EmbeddedPlayer(\/)/i,
    page: asFramed,
  },
  { player: 'twitch', label: 'Video on Twitch', frame: /^https?:\/\/(player|clips)\.twitch\.tv\//i, page: asFramed },
  {
    player: 'peertube',
    label: 'Video on PeerTube',
    frame: /^https?:\/\/[^/]+\/videos\/embed\/([\w-]+)/i,
    page: (frameUrl) => frameUrl.replace('/videos/embed/', '/videos/watch/'),
  },
  {
    player: 'archive-org',
    label: 'Play at the Internet Archive',
    frame: /^https?:\/\/archive\.org\/embed\/([\w.-]+)/i,
    page: (_, id) => `https://archive.org/details/${id}`,
  },
  {
    player: 'datawrapper',
    label: 'Chart at Datawrapper',
    frame: /^https?:\/\/datawrapper\.dwcdn\.net\/(\w+)/i,
    page: asFramed,
  },
  {
    player: 'google-maps',
    label: 'Map at Google Maps',
    frame: /^https?:\/\/(?:www\.)?google\.[a-z.]+\/maps\/(embed)/i,
    page: asFramed,
  },
  {
    player: 'openstreetmap',
    label: 'Map at OpenStreetMap',
    frame: /^https?:\/\/www\.openstreetmap\.org\/export\/(embed)/i,
    page: asFramed,
  },
];

/** The card of a frame's absolute address; undefined for a player that nobody here knows. */
export function embedCard(frameUrl: string): EmbedCard | undefined {
  for (const { player, label, frame, page } of players) {
    const match = frame.exec(frameUrl);
    if (match !== null) {
      return { player, label, href: page(frameUrl, match[1] ?? '') };
    }
  }
  return undefined;
}

export function isPlayer(name: string): boolean {
  return players.some(({ player }) => player === name);
}
