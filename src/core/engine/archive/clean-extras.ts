/** What only an article's page shows (picture, enclosures, podcast), when it comes from an archive. */
import { z } from 'zod';
import { webAddress } from '../../lib/web-address.ts';
import type { ArticleExtras } from '../../store/articles/stored-article.ts';

const words = z.string().nullable();
const amount = z.number().nullable();
const extrasSchema = z.object({
  picture: z
    .object({ url: z.string(), caption: words, credit: words, alt: words, width: amount, height: amount })
    .optional(),
  categories: z.array(z.string()),
  enclosures: z.array(
    z.object({ url: z.string(), mimeType: words, sizeBytes: amount, durationSeconds: amount, title: words }),
  ),
  podcast: z
    .object({
      durationSeconds: amount,
      chaptersUrl: words,
      transcripts: z.array(z.object({ url: z.string(), mimeType: words, language: words })),
    })
    .optional(),
  commentsUrl: z.string().optional(),
});
const none: ArticleExtras = { categories: [], enclosures: [] };

/** The text as it is where all its addresses are on the web, else one without those that are not. Never throws. */
export function cleanExtras(text: string): string {
  const read = extrasSchema.safeParse(asJson(text));
  if (!read.success) return JSON.stringify(none);
  const { picture, enclosures, podcast, commentsUrl, categories } = read.data;
  const urls = [
    picture?.url,
    commentsUrl,
    podcast?.chaptersUrl,
    ...enclosures.map(({ url }) => url),
    ...(podcast?.transcripts.map(({ url }) => url) ?? []),
  ];
  if (urls.every((url) => url === undefined || url === null || isOnTheWeb(url))) return text;
  return JSON.stringify({
    ...(picture !== undefined && isOnTheWeb(picture.url) && { picture }),
    categories,
    enclosures: enclosures.filter(({ url }) => isOnTheWeb(url)),
    ...(podcast !== undefined && {
      podcast: {
        ...podcast,
        chaptersUrl: webAddress(podcast.chaptersUrl) ?? null,
        transcripts: podcast.transcripts.filter(({ url }) => isOnTheWeb(url)),
      },
    }),
    ...(commentsUrl !== undefined && isOnTheWeb(commentsUrl) && { commentsUrl }),
  } satisfies ArticleExtras);
}

const isOnTheWeb = (url: string): boolean => webAddress(url) !== undefined;

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema does not take that
  }
}
