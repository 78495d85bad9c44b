/** What is searched for, between the part that understands queries and the part that knows the tables. */
import type { EpochMs } from './clock.ts';

export type SearchCondition =
  | TextCondition
  | { readonly kind: 'feeds'; readonly feedIds: readonly number[] }
  | { readonly kind: 'bit'; readonly bit: SearchBit }
  /** Any of these values. Languages: 'en' takes 'en-GB', too; sites: their subdomains, too. */
  | { readonly kind: 'section' | 'tag' | 'language' | 'site'; readonly values: readonly string[] }
  | { readonly kind: 'story'; readonly ids: readonly number[] }
  /** `from` included, `to` not. */
  | { readonly kind: 'time'; readonly from?: EpochMs; readonly to?: EpochMs }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchCondition[] }
  | { readonly kind: 'not'; readonly part: SearchCondition };

export interface TextCondition {
  readonly kind: 'text';
  /** An FTS5 expression with its columns. */
  readonly match: string;
  /** What the expression finds, for ranking and marking: any of these. */
  readonly terms: readonly SearchTerm[];
  /** Only in this column. */
  readonly column?: 'title' | 'author';
  /** The same with its word as the beginning of one, for when no article has that word. */
  readonly open?: { readonly match: string; readonly terms: readonly SearchTerm[] };
}

/** Words in order, lower case, accents folded; Chinese, Japanese and Korean letters are words of one letter. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly isPrefix: boolean;
}

export type SearchBit = 'unread' | 'read' | 'starred' | 'later' | 'hidden' | 'edited' | 'image' | 'audio' | 'fulltext';

export interface SearchPlan {
  /** Undefined: nothing can be searched for. */
  readonly where: SearchCondition | undefined;
  /** The query speaks of hidden articles; else they are left out. */
  readonly withHidden: boolean;
}
