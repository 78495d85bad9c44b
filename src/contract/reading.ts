/** What a reader did with an article: kept on this computer only, for For you and the report cards. */
import { z } from 'zod';
import { articleId, epochMs } from './ids.ts';
import { command, flow, nothing, query } from './method.ts';

export const readingMethods = {
  'reading.record': command(
    'Keeps one reading signal.',
    z.strictObject({
      id: articleId,
      kind: z.enum([
        'opened',
        'seconds',
        'finished',
        'skipped',
        'shared',
        'original',
        'less-like-this',
        'more-like-this',
      ]),
      seconds: z.number().min(0).max(86_400).optional(),
      /** The reason that "less" or "more like this" was said of, as the For you page named it. */
      feature: z.string().max(300).optional(),
    }),
    nothing,
    { changes: [] },
  ),
  'reading.keepPlace': command(
    'Keeps how far an article was read, for 90 days; null forgets it.',
    z.strictObject({ id: articleId, place: z.number().min(0).max(1_000_000).nullable() }),
    nothing,
    { changes: [] },
  ),
  'reading.history': query(
    'What is kept of what the reader did: how many articles were opened, since when, and the tracking pixels left out this week.',
    nothing,
    z.object({ articles: z.int(), since: epochMs.nullable(), pixelsThisWeek: z.int() }),
    { reads: [] },
  ),
  'reading.forget': command(
    'Forgets which articles were opened, how long and how far, and all that For you learned. Marks stay. Not undone.',
    nothing,
    z.object({ articles: z.int() }),
    { changes: ['stories'] },
  ),
  'media.get': flow(
    'A picture or sound of an article, fetched once and kept in the media folder. Answers where it lies, relative to the library folder.',
    z.strictObject({
      url: z.string().min(1).max(8000),
      /** What it is asked for as; pictures obey the reader's choice of what may be fetched. */
      kind: z.enum(['picture', 'sound']).default('picture'),
    }),
    z.object({ path: z.string(), mimeType: z.string(), sizeBytes: z.int(), hash: z.string() }),
    { changes: [] },
  ),
};
