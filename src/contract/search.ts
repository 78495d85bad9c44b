/** Searching the archive: results, what stands beside them, what completes as one types. docs/search.md has the language. */
import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { cursor, dateMs, feedId } from './ids.ts';
import { query } from './method.ts';

const queryText = z.string().max(20_000);

/** A later search with the same session ends this one, which then answers `cancelled`. One name for each search field. */
const session = z.string().min(1).max(100).optional();

/** A part of the query that is not searched for, where it stands, and why. */
const ignoredPart = z.object({ text: z.string(), at: z.int(), why: z.string() });

const searchHit = articleSummary.extend({
  /** Plain text with the hits between U+E000 and U+E001. */
  snippet: z.string(),
  /** The headline with its hits marked in the same way. */
  markedTitle: z.string(),
  /** The author with the hits marked in the same way; null where none is known. */
  markedAuthor: z.string().nullable(),
});

/** What a facet counts by: also the operator that narrows to its value. */
export const facetName = z.enum(['source', 'section', 'author', 'is', 'lang']);
export type FacetName = z.infer<typeof facetName>;

const facetValue = z.object({
  /** What stands after the operator: give it to search.edit. */
  value: z.string(),
  /** What a person reads. */
  label: z.string(),
  count: z.int(),
  /** The query narrows to it already. */
  isOn: z.boolean(),
  feedId: feedId.optional(),
});

const queryPart = z.object({
  /** Where it stands in the query, in UTF-16 units, end not included. */
  at: z.int(),
  end: z.int(),
  text: z.string(),
  /** chip: an operator with its value; ignored: underline it. */
  kind: z.enum(['word', 'phrase', 'prefix', 'near', 'or', 'bracket', 'chip', 'ignored']),
  isNegated: z.boolean(),
  /** Of a chip: "source", "after"… */
  operator: z.string().optional(),
  values: z.array(z.string()).optional(),
});

const suggestion = z.object({
  kind: z.enum(['operator', 'source', 'folder', 'section', 'author', 'tag', 'language', 'state', 'date', 'search']),
  /** What takes the place of the text between `from` and `to`. */
  text: z.string(),
  label: z.string(),
  about: z.string().nullable(),
  /** Of a source. */
  feedId: feedId.optional(),
});

/** Another query, and in how many articles it finds something: at least so many where that is not exact. */
const alternative = z.object({ query: z.string(), count: z.int(), isExact: z.boolean() });

export const searchMethods = {
  'articles.search': query(
    'Finds articles by words in title, author and text, and by what is known of them. A wrong query still searches for its good parts and says what it ignored.',
    z.strictObject({
      query: queryText,
      order: z.enum(['best', 'newest', 'oldest']).default('newest'),
      limit: z.int().min(1).max(500).default(50),
      cursor: cursor.optional(),
      session,
      /** Count all hits; otherwise counting ends at 1,000 ("1,000+"). */
      countAll: z.boolean().default(false),
    }),
    z.object({
      articles: z.array(searchHit),
      total: z.int(),
      totalIsExact: z.boolean(),
      ignored: z.array(ignoredPart),
      /** One sentence that helps when nothing or not everything could be searched for. */
      hint: z.string().nullable(),
      /** Best match ranks the newest hits only; false when there are older ones it did not rank. */
      rankedAll: z.boolean(),
      /** The index was found damaged and is being built anew, newest articles first: search again in a moment. */
      indexIsDamaged: z.boolean(),
      ms: z.number(),
      cursor: cursor.optional(),
    }),
    { reads: ['marks', 'arrivals', 'feeds'], isSteady: true, isLong: true },
  ),
  'search.facets': query(
    'Counts of the same hits by source, section, author, state and language, and over time. A facet disregards what the query narrows by itself. Newest first within a budget of time.',
    z.strictObject({ query: queryText, session }),
    z.object({
      facets: z.array(
        z.object({
          name: facetName,
          values: z.array(facetValue),
          /** More values than shown. */
          hasMore: z.boolean(),
          /** False: not all hits were counted for this facet; its counts are "at least". */
          isExact: z.boolean(),
        }),
      ),
      /** Equal stretches of time, oldest first; `from` is included, `to` is not. */
      histogram: z.array(z.object({ from: dateMs, to: dateMs, count: z.int() })),
      total: z.int(),
      /** False: the budget ended first; counts are of the hits since `countedSince`. Show them as "at least". */
      isExact: z.boolean(),
      countedSince: dateMs.nullable(),
      ms: z.number(),
    }),
    { reads: ['marks', 'arrivals', 'feeds'], isSteady: true, isLong: true },
  ),
  'search.alternatives': query(
    'What would find something where a query finds nothing or little. Within a budget of time: what it leaves no time for is left out.',
    z.strictObject({ query: queryText, session }),
    z.object({
      /** With words of the archive that are a slip or two away; null where nothing like that finds more. */
      spelling: alternative.extend({ changed: z.array(z.string()) }).nullable(),
      /** Without one of its words or filters each. */
      without: z.array(alternative.extend({ part: z.string() })),
      /** The same among hidden articles, where it finds any. */
      hidden: alternative.nullable(),
    }),
    { reads: ['arrivals', 'feeds'], isSteady: true, isLong: true },
  ),
  'search.suggest': query(
    'What may stand at this place of the query: operators, and after an operator its values from the archive.',
    z.strictObject({
      text: queryText,
      /** Where the caret stands, in UTF-16 units. */
      at: z.int().min(0),
      limit: z.int().min(1).max(50).default(8),
    }),
    z.object({ from: z.int(), to: z.int(), suggestions: z.array(suggestion) }),
    { reads: ['feeds', 'searches'], isSteady: true },
  ),
  'search.parse': query(
    'The query taken apart, for chips, underlines and the marks in an opened article. Touches no article.',
    z.strictObject({ query: queryText }),
    z.object({
      parts: z.array(queryPart),
      ignored: z.array(ignoredPart),
      hint: z.string().nullable(),
      /** The query as Broadsheet would write it. */
      printed: z.string(),
      /**
       * What to mark in a text: words in order, lower case, accents folded (NFD without marks), each a whole word but
       * the last where isPrefix says so. Chinese, Japanese and Korean letters are words of one letter each.
       */
      marks: z.array(z.object({ words: z.array(z.string()), isPrefix: z.boolean() })),
    }),
    { reads: ['feeds'], isSteady: true },
  ),
  'search.edit': query(
    'The query with a narrowing added or taken away, as a click on a facet, a chip or the histogram does.',
    z.strictObject({
      query: queryText,
      operator: z.enum(['source', 'section', 'author', 'is', 'lang', 'folder', 'tag', 'has', 'date', 'story']),
      /** For date: YYYY-MM-DD..YYYY-MM-DD, or null for no limit. null takes every such narrowing away. */
      value: z.string().min(1).max(500).nullable(),
      on: z.boolean().default(true),
    }),
    z.object({ query: z.string() }),
    { reads: ['feeds'], isSteady: true },
  ),
};
