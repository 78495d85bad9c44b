/** What a reader did with an article: kept on this computer only, for For you and the report cards. */
import { z } from 'zod';
import { articleId } from './ids.ts';
import { command, flow, nothing } from './method.ts';

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
  ),
  'reading.keepPlace': command(
    'Keeps how far an article was read, for 90 days; null forgets it.',
    z.strictObject({ id: articleId, place: z.number().min(0).max(1_000_000).nullable() }),
    nothing,
  ),
  'media.get': flow(
    'A picture or sound of an article, fetched once and kept in the media folder. Answers where it lies, relative to the library folder.',
    z.strictObject({ url: z.string().min(1).max(8000) }),
    z.object({ path: z.string(), mimeType: z.string(), sizeBytes: z.int(), hash: z.string() }),
  ),
};
