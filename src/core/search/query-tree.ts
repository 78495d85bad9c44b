/** A query as a tree. docs/search.md has the grammar; parse-query.ts reads it, print-query.ts writes it, plan-search.ts gives it meaning. */

export type QueryNode = TextNode | NearNode | FilterNode | DateNode | GroupNode | NotNode;

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly form: 'word' | 'phrase' | 'prefix';
  /** Only there; absent: in headline, author and text. */
  readonly column?: TextColumn;
}

export type TextColumn = 'title' | 'author';

/** Words at most `distance` words apart, in any order. */
export interface NearNode {
  readonly kind: 'near';
  readonly words: readonly string[];
  readonly distance: number;
}

export interface FilterNode {
  readonly kind: 'filter';
  readonly operator: FilterOperator;
  /** One of these. */
  readonly values: readonly string[];
}

export const filterOperators = [
  'source',
  'folder',
  'section',
  'site',
  'tag',
  'lang',
  'has',
  'is',
  'story',
  'search',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

export interface DateNode {
  readonly kind: 'date';
  readonly operator: DateOperator;
  readonly value: string;
}

export const dateOperators = ['after', 'before', 'on', 'last', 'date'] as const;
export type DateOperator = (typeof dateOperators)[number];

/** Never holds a group of its own kind, never fewer than two parts, and none twice. */
export interface GroupNode {
  readonly kind: 'and' | 'or';
  readonly parts: readonly QueryNode[];
}

export interface NotNode {
  readonly kind: 'not';
  readonly part: QueryNode;
}

/** What is not searched for. `at` counts UTF-16 units from the start of the query. */
export interface Ignored {
  readonly text: string;
  readonly at: number;
  readonly why: string;
}

/** A stretch of the query for the window to draw: chips for operators, underlines for what is ignored. */
export interface QueryPart {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'word' | 'phrase' | 'prefix' | 'near' | 'or' | 'bracket' | 'chip' | 'ignored';
  readonly isNegated: boolean;
  readonly operator?: string;
  readonly values?: readonly string[];
}

export function group(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | undefined {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const different = [...new Map(flat.map((part) => [JSON.stringify(part), part])).values()];
  return different.length > 1 ? { kind, parts: different } : different[0];
}
