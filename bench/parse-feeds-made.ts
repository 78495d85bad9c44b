/** Makes feeds from a seed for bench/parse.ts: RSS with escaped bodies, RSS with CDATA, Atom with XHTML, 20 to 120 KB, 30 to 60 articles. */

export interface MadeFeed {
  readonly name: string;
  readonly xml: string;
}

const words =
  'harbour ferry quay council river bridge market winter report number paper letter window garden signal tower'.split(
    ' ',
  );

/** The same feeds for the same seed (mulberry32). */
export function madeFeeds(count: number, seed: number): readonly MadeFeed[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, n) => {
    const kind = (['escaped', 'cdata', 'xhtml'] as const)[n % 3] ?? 'escaped';
    const articles = 30 + Math.floor(random() * 31);
    const paragraphs = 1 + Math.floor(random() * 5);
    const bodies = Array.from({ length: articles }, () => body(random, paragraphs));
    return { name: `${kind} ${n}`, xml: kind === 'xhtml' ? atom(bodies, n) : rss(bodies, n, kind === 'cdata') };
  });
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sentence(random: () => number): string {
  return Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
}

function body(random: () => number, paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, n) => {
    const text = Array.from({ length: 3 }, () => sentence(random)).join('. ');
    return `<p>${text} &amp; <a href="/reports/${n}">more</a> <img src="https://pictures.example/${n}.jpg" alt="A quay"/></p>`;
  }).join('\n');
}

function rss(bodies: readonly string[], n: number, isCdata: boolean): string {
  const items = bodies.map((html, at) => {
    const content = isCdata
      ? `<![CDATA[${html}]]>`
      : html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<item><title>Report ${at} of ${n} &amp; more</title><link>https://harbour${n}.example/reports/${at}?utm_source=rss</link>
<guid isPermaLink="false">harbour-${n}-${at}</guid><pubDate>Mon, 04 May 2026 12:${String(at % 60).padStart(2, '0')}:00 +0100</pubDate>
<dc:creator>The harbour office</dc:creator><category>Ferries</category><category>Harbour</category>
<media:content url="https://pictures.example/${at}.jpg" medium="image" width="1200" height="800"/>
<description>A short word on report ${at}.</description><content:encoded>${content}</content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour ${n}</title><link>https://harbour${n}.example/</link><description>Reports</description>
${items.join('\n')}
</channel></rss>`;
}

function atom(bodies: readonly string[], n: number): string {
  const entries = bodies.map(
    (
      html,
      at,
    ) => `<entry><id>tag:harbour${n}.example,2026:${at}</id><title type="html">Report ${at} &amp;amp; more</title>
<link rel="alternate" type="text/html" href="https://harbour${n}.example/reports/${at}"/>
<published>2026-05-04T12:00:${String(at % 60).padStart(2, '0')}Z</published><updated>2026-05-04T13:00:00Z</updated>
<author><name>The harbour office</name></author><category term="Ferries"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour ${n}</title><id>tag:harbour${n}.example,2026:feed</id>
<link rel="self" href="https://harbour${n}.example/feed"/><link href="https://harbour${n}.example/"/><updated>2026-05-04T13:00:00Z</updated>
${entries.join('\n')}
</feed>`;
}
