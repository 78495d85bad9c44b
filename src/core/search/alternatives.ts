/** Other queries close to one that finds too little: with some of its words written otherwise, or with one of its parts left out. */
import type { EpochMs } from '../lib/clock.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { group, type QueryNode } from './query-tree.ts';
import { foldText, wordsIn } from './query-words.ts';

export interface QueryWord {
  /** Folded, as the index has it. */
  readonly word: string;
  /** The last word, which may go on. */
  readonly isOpen: boolean;
}

/** The words that are looked for, each once; none that is not wanted, and no beginnings of words. */
export function wordsOf(query: string, now: EpochMs): QueryWord[] {
  const { tree, openWord } = parseQuery(query, now);
  const found = new Map<string, QueryWord>();
  const look = (node: QueryNode): void => {
    if (node.kind === 'and' || node.kind === 'or') for (const part of node.parts) look(part);
    if (node.kind !== 'text' || node.form === 'prefix') return;
    const words = wordsIn(node.text).map(foldText);
    for (const [at, word] of words.entries())
      found.set(word, { word, isOpen: node === openWord && at === words.length - 1 });
  };
  if (tree !== undefined) look(tree);
  return [...found.values()];
}

/** The query with words written otherwise; `instead` is asked by the folded word. */
export function withWords(query: string, instead: ReadonlyMap<string, string>, now: EpochMs): string {
  const write = (node: QueryNode): QueryNode => {
    if (node.kind === 'and' || node.kind === 'or') return { ...node, parts: node.parts.map(write) };
    if (node.kind !== 'text' || node.form === 'prefix') return node;
    const words = wordsIn(node.text);
    if (!words.some((word) => instead.has(foldText(word)))) return node;
    return { ...node, text: words.map((word) => instead.get(foldText(word)) ?? word).join(' ') };
  };
  const { tree } = parseQuery(query, now);
  return printQuery(tree && write(tree));
}

export interface WithoutPart {
  /** What is left out, as it is written in the query language. */
  readonly part: string;
  readonly query: string;
}

/** None for a query of one part: without it there is nothing. */
export function withoutEach(query: string, now: EpochMs): WithoutPart[] {
  const { tree } = parseQuery(query, now);
  if (tree?.kind !== 'and') return [];
  return tree.parts.map((part) => ({
    part: printQuery(part),
    query: printQuery(
      group(
        'and',
        tree.parts.filter((other) => other !== part),
      ),
    ),
  }));
}

function asksForHidden(query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s/)
    .some((part) => part.includes('is:') && part.includes('hidden'));
}

/** The query among hidden articles alone; undefined where it speaks of them itself, or says nothing. */
export function amongHidden(query: string, now: EpochMs): string | undefined {
  const { tree } = parseQuery(query, now);
  if (tree === undefined || asksForHidden(query)) return undefined;
  return printQuery(group('and', [tree, { kind: 'filter', operator: 'is', values: ['hidden'] }]));
}

/** What the query looks for in texts, without what it narrows by; undefined where it narrows by nothing, or looks for nothing. */
export function wordsAlone(query: string, now: EpochMs): string | undefined {
  const { tree } = parseQuery(query, now);
  if (tree?.kind !== 'and') return undefined;
  const words = tree.parts.filter(({ kind }) => kind !== 'filter' && kind !== 'date');
  return words.length === 0 || words.length === tree.parts.length ? undefined : printQuery(group('and', words));
}
