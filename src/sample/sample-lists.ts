/** The sample's titles as the two lists a person meets: a subscription list in OPML, and the rows the first run offers. */

import { escapeMarkup } from './markup.ts';
import { articlesPerWeek, feedUrl, type SampleTitle, siteUrl } from './sample-title.ts';

/** The sidebar's order. */
const folders = ['World', 'Technology', 'Science', 'Business', 'Culture', 'Sport', 'Local', 'Rarely posts'];

export function sampleOpml(titles: readonly SampleTitle[]): string {
  const outlines = folders.map((folder) => {
    const inside = titles.filter((title) => title.folder === folder).map(outline);
    return `    <outline text="${folder}" title="${folder}">\n${inside.join('\n')}\n    </outline>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>The sample edition</title>
  </head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`;
}

function outline(title: SampleTitle): string {
  const name = escapeMarkup(title.title);
  const about = escapeMarkup(title.about);
  return `      <outline type="rss" text="${name}" title="${name}" description="${about}" language="${title.language}" xmlUrl="${feedUrl(title)}" htmlUrl="${siteUrl(title)}"/>`;
}

/** Rows of the same shape as resources/catalogue.json, marked as the sample's. Articles a week are counted, not claimed. */
export function sampleCatalogue(titles: readonly SampleTitle[], startedAt: number): string {
  const rows = titles.map((title) => ({
    title: title.title,
    section: title.section,
    country: title.country,
    language: title.language,
    siteUrl: siteUrl(title),
    feedUrl: feedUrl(title),
    perWeek: articlesPerWeek(title, startedAt),
    about: title.about,
    sample: true,
  }));
  return `${JSON.stringify(rows, null, 2)}
`;
}
