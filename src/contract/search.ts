/** Searching the archive. */
import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { cursor } from './ids.ts';
import { query } from './method.ts';

export const searchMethods = {
  'articles.search': query(
    'Finds articles by words in title, author and text. A wrong query still searches for its good parts and says what it ignored.',
    z.strictObject({
      query: z.string().max(20_000),
      order: z.enum(['best', 'newest', 'oldest']).default('newest'),
      limit: z.int().min(1).max(500).default(50),
      cursor: cursor.optional(),
    }),
    z.object({
      /** snippet: plain text with the hits between U+E000 and U+E001. */
      articles: z.array(articleSummary.extend({ snippet: z.string() })),
      total: z.int(),
      totalIsExact: z.boolean(),
      ignored: z.array(z.object({ text: z.string(), at: z.int(), why: z.string() })),
      cursor: cursor.optional(),
    }),
  ),
};
