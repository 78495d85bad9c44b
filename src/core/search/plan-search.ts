/** Gives a tree its meaning: words become index expressions, names become feeds, dates become moments. */
import type { EpochMs } from '../lib/clock.ts';
import type { SearchBit, SearchCondition, SearchPlan, SearchTerm } from '../lib/search-plan.ts';
import { parseQuery } from './parse-query.ts';
import { stretchOf } from './query-dates.ts';
import type { FilterNode, Ignored, NearNode, QueryNode, TextNode } from './query-tree.ts';
import { foldText, wordsIn } from './query-words.ts';
import { wordForms } from './word-forms.ts';

/** What the archive knows of the names in a query. */
export interface ArchiveNames {
  readonly feedsNamed: (name: string) => readonly number[];
  readonly feedsInFolder: (name: string) => readonly number[];
  readonly savedQuery: (name: string) => string | undefined;
}

export interface PlannedSearch extends SearchPlan {
  readonly ignored: readonly Ignored[];
}

// Searches that name searches: deeper than this is a circle or a joke.
const mostNesting = 5;
// Forms multiply the looks into the index: a query of more words than this is long enough to mean what it says.
const mostInflected = 6;

export function planSearch(query: string, names: ArchiveNames, now: EpochMs): PlannedSearch {
  const parsed = parseQuery(query, now);
  const planner = new Planner(names, now, { query, texts: parsed.tree === undefined ? 0 : countTexts(parsed.tree) });
  const where = parsed.tree === undefined ? undefined : planner.condition(parsed.tree, parsed.openWord);
  return {
    where,
    withHidden: parsed.tree !== undefined && speaksOfHidden(parsed.tree),
    ignored: [...parsed.ignored, ...planner.ignored].sort((a, b) => a.at - b.at),
  };
}

function countTexts(node: QueryNode): number {
  if (node.kind === 'not') return countTexts(node.part);
  if (node.kind === 'and' || node.kind === 'or') return node.parts.reduce((sum, part) => sum + countTexts(part), 0);
  return node.kind === 'text' ? 1 : 0;
}

function speaksOfHidden(node: QueryNode): boolean {
  if (node.kind === 'filter') return node.operator === 'is' && node.values.includes('hidden');
  if (node.kind === 'not') return speaksOfHidden(node.part);
  return (node.kind === 'and' || node.kind === 'or') && node.parts.some(speaksOfHidden);
}

class Planner {
  readonly ignored: Ignored[] = [];
  readonly #names: ArchiveNames;
  readonly #now: EpochMs;
  readonly #query: string;
  #nesting = 0;
  #isGerman = false;
  readonly #texts: number;

  constructor(names: ArchiveNames, now: EpochMs, parsed: { readonly query: string; readonly texts: number }) {
    this.#names = names;
    this.#now = now;
    this.#query = parsed.query;
    this.#texts = parsed.texts;
  }

  /** Undefined: it says nothing that can be searched for. */
  condition(node: QueryNode, openWord?: TextNode): SearchCondition | undefined {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const wasGerman = this.#isGerman;
        if (node.kind === 'and') this.#isGerman ||= node.parts.some(namesGerman);
        const parts = node.parts.map((part) => this.condition(part, openWord)).filter((part) => part !== undefined);
        this.#isGerman = wasGerman;
        const [only, second] = parts;
        return second === undefined ? only : { kind: node.kind, parts };
      }
      case 'not': {
        const part = this.condition(node.part);
        return part === undefined ? undefined : { kind: 'not', part };
      }
      case 'text':
        return this.#text(node, node === openWord);
      case 'near':
        return nearCondition(node);
      case 'date': {
        const stretch = stretchOf(node.operator, node.value, this.#now);
        return typeof stretch === 'string' ? undefined : { kind: 'time', ...stretch };
      }
      case 'filter':
        return this.#filter(node);
    }
  }

  #text(node: TextNode, isOpen: boolean): SearchCondition {
    const columns = node.column === undefined ? '{title author body}' : `{${node.column}}`;
    const words = wordsIn(node.text);
    const beginning: SearchTerm = { words, isPrefix: true };
    const mayInflect = this.#texts <= mostInflected && node.form === 'word' && words.length === 1;
    const forms = mayInflect ? wordForms(words[0] ?? '') : [];
    // with lang:de a word is the head of compounds, too: "Hochwasser" finds "Hochwasserschutz"
    const isHead = this.#isGerman && node.form === 'word' && node.text.length >= 5;
    const terms: SearchTerm[] =
      node.form === 'prefix'
        ? [beginning]
        : [{ words, isPrefix: isHead }, ...forms.map((form) => ({ words: [form], isPrefix: false }))];
    return {
      kind: 'text',
      ...matchOf(columns, terms),
      ...(node.column !== undefined && { column: node.column }),
      ...(isOpen && { open: matchOf(columns, [beginning]) }),
    };
  }

  #filter(node: FilterNode): SearchCondition | undefined {
    const { operator, values } = node;
    switch (operator) {
      case 'source':
        return this.#feeds(node, (name) => this.#names.feedsNamed(name), 'No subscription has this name.');
      case 'folder':
        return this.#feeds(node, (name) => this.#names.feedsInFolder(name), 'No folder has this name.');
      case 'has':
      case 'is': {
        const parts = values.map((bit) => ({ kind: 'bit', bit: bit as SearchBit }) as const);
        const [only, second] = parts;
        return second === undefined ? only : { kind: 'or', parts };
      }
      case 'story':
        return { kind: 'story', ids: values.map(Number) };
      case 'search':
        return this.#saved(values);
      default:
        return { kind: operator === 'lang' ? 'language' : operator, values };
    }
  }

  /** Names that nothing has are left out, and the answer says so. */
  #feeds(node: FilterNode, find: (name: string) => readonly number[], why: string): SearchCondition | undefined {
    const feedIds = node.values.flatMap((name) => {
      const ids = find(name);
      if (ids.length === 0) this.#note(name, why);
      return ids;
    });
    return feedIds.length === 0 ? undefined : { kind: 'feeds', feedIds: [...new Set(feedIds)] };
  }

  #saved(names: readonly string[]): SearchCondition | undefined {
    const parts = names.map((name) => this.#savedOne(name)).filter((part) => part !== undefined);
    const [only, second] = parts;
    return second === undefined ? only : { kind: 'or', parts };
  }

  #savedOne(name: string): SearchCondition | undefined {
    const query = this.#names.savedQuery(name);
    if (query === undefined || this.#nesting >= mostNesting) {
      this.#note(
        name,
        query === undefined ? 'No saved search has this name.' : 'These saved searches name each other in a circle.',
      );
      return undefined;
    }
    this.#nesting += 1;
    const { tree } = parseQuery(query, this.#now);
    const condition = tree === undefined ? undefined : this.condition(tree);
    this.#nesting -= 1;
    return condition;
  }

  #note(text: string, why: string): void {
    if (this.ignored.some((part) => part.text === text && part.why === why)) return;
    this.ignored.push({ text, at: Math.max(0, this.#query.toLowerCase().indexOf(text.toLowerCase())), why });
  }
}

function namesGerman(node: QueryNode): boolean {
  return node.kind === 'filter' && node.operator === 'lang' && node.values.every((value) => /^de(-|$)/.test(value));
}

function matchOf(columns: string, terms: readonly SearchTerm[]) {
  const alternatives = terms.map(({ words, isPrefix }) => (isPrefix ? `${quote(words)} *` : quote(words)));
  return { match: `${columns} : (${alternatives.join(' OR ')})`, terms: terms.map(folded) };
}

function nearCondition({ words, distance }: NearNode): SearchCondition {
  const terms = words.map((word) => ({ words: wordsIn(word), isPrefix: false }));
  const phrases = terms.map((term) => quote(term.words)).join(' ');
  return { kind: 'text', match: `{title author body} : NEAR(${phrases}, ${distance})`, terms: terms.map(folded) };
}

function folded({ words, isPrefix }: SearchTerm): SearchTerm {
  return { words: words.map(foldText), isPrefix };
}

/** In quotes, so that AND, OR, NEAR and column names are words like any other. */
function quote(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}
