/**
 * Reads the query language (docs/search.md has the grammar). Whatever a person types gives a tree of its good parts; the
 * rest is named with its place and the reason. Never throws; cost is linear in the length.
 */
import type { EpochMs } from '../lib/clock.ts';
import { QueryScanner } from './query-scanner.ts';
import { group, type Ignored, type NearNode, type QueryNode, type QueryPart, type TextNode } from './query-tree.ts';
import { checkValue, dateTrouble, type Operator, operatorNamed } from './query-values.ts';
import { hasWord, wordsIn } from './query-words.ts';
import { readNear } from './read-near.ts';

export interface ParsedQuery {
  /** Undefined when nothing can be searched for. */
  readonly tree: QueryNode | undefined;
  readonly ignored: readonly Ignored[];
  readonly parts: readonly QueryPart[];
  /** The word that is perhaps still being typed: the last one, when the query ends with it. */
  readonly openWord: TextNode | undefined;
}

// Brackets in brackets beyond this are a mistake, and the index's own parser has a limit, too.
const mostDepth = 24;
// Each word costs a look into the index: 32 are more than anybody types.
const mostTerms = 32;
// The index cuts words; nobody types one so long.
const longestWord = 200;

export function parseQuery(query: string, now: EpochMs): ParsedQuery {
  const parser = new Parser(query, now);
  const tree = parser.parse();
  const { ignored, parts } = parser.scanner;
  return { tree, ignored, parts: [...parts].sort((a, b) => a.at - b.at), openWord: parser.openWord };
}

interface Context {
  readonly column?: 'title' | 'author';
  readonly depth: number;
}

class Parser {
  readonly scanner: QueryScanner;
  openWord: TextNode | undefined;
  readonly #now: EpochMs;
  #terms = 0;

  constructor(query: string, now: EpochMs) {
    this.scanner = new QueryScanner(query);
    this.#now = now;
  }

  parse(): QueryNode | undefined {
    const found: QueryNode[] = [];
    for (;;) {
      const part = this.#alternatives({ depth: 0 });
      if (part !== undefined) found.push(part);
      if (this.scanner.isAtEnd) return group('and', found);
      // only a closing bracket ends alternatives before the end
      this.scanner.at += 1;
      this.scanner.ignore(this.scanner.at - 1, 'No bracket was opened before this one.');
    }
  }

  /** a b OR c d: words side by side belong together more closely than OR. */
  #alternatives(context: Context): QueryNode | undefined {
    const { scanner } = this;
    const alternatives: QueryNode[] = [];
    let together: QueryNode[] = [];
    let lastOr = -1;
    const close = (): boolean => {
      const node = group('and', together);
      together = [];
      if (node !== undefined) alternatives.push(node);
      return node !== undefined;
    };
    for (;;) {
      scanner.skipSpaces();
      if (scanner.isAtEnd || scanner.peek() === ')') break;
      const at = scanner.at;
      if (this.#takeKeyword('OR')) {
        if (close()) scanner.part(at, { kind: 'or', isNegated: false });
        else scanner.ignore(at, 'OR stands between two things to look for.');
        lastOr = at;
      } else if (!this.#takeKeyword('AND')) {
        const node = this.#unary(context);
        if (node !== undefined) together.push(node);
      }
    }
    if (!close() && lastOr >= 0 && alternatives.length > 0)
      scanner.note(lastOr, 'OR', 'OR stands between two things to look for.');
    return group('or', alternatives);
  }

  #takeKeyword(word: string): boolean {
    const { scanner } = this;
    const follows = scanner.peek(word.length);
    if (!scanner.text.startsWith(word, scanner.at) || !(follows === '' || /[\s()"]/u.test(follows))) return false;
    scanner.at += word.length;
    return true;
  }

  #unary(context: Context): QueryNode | undefined {
    const { scanner } = this;
    const at = scanner.at;
    const isNot = this.#takeKeyword('NOT');
    while (!isNot && scanner.peek() === '-') scanner.at += 1;
    if (scanner.at === at) return this.#primary(context, at, false);
    if (isNot) scanner.skipSpaces();
    if (scanner.isAtEnd || /[\s)]/u.test(scanner.peek())) {
      scanner.ignore(at, 'A minus stands directly before what is not wanted.');
      return undefined;
    }
    const part = this.#primary(context, at, true);
    return part === undefined ? undefined : { kind: 'not', part };
  }

  #primary(context: Context, at: number, isNegated: boolean): QueryNode | undefined {
    const { scanner } = this;
    if (scanner.peek() === '(') return this.#brackets(context);
    if (scanner.peek() === '"') return this.#text(at, scanner.quoted(), { form: 'phrase', isNegated, context });
    if (scanner.text.startsWith('NEAR(', scanner.at)) return this.#near(at, isNegated);
    const start = scanner.at;
    const name = /^[A-Za-z]{2,10}:/.exec(scanner.text.slice(start, start + 12))?.[0];
    const operator = name === undefined ? undefined : operatorNamed(name.slice(0, -1));
    if (name === undefined || operator === undefined) {
      return this.#word(at, scanner.run('"()'), { isNegated, context });
    }
    scanner.at += name.length;
    if (operator.kind === 'text' && scanner.peek() === '(')
      return this.#brackets({ column: operator.name, depth: context.depth });
    return this.#operator(at, operator, isNegated, context);
  }

  #brackets(context: Context): QueryNode | undefined {
    const { scanner } = this;
    const at = scanner.at;
    scanner.at += 1;
    if (context.depth >= mostDepth) {
      scanner.ignore(at, `Brackets go ${mostDepth} deep at most.`);
      return undefined;
    }
    scanner.part(at, { kind: 'bracket', isNegated: false });
    const inside = this.#alternatives({ ...context, depth: context.depth + 1 });
    if (scanner.peek() === ')') {
      scanner.at += 1;
      scanner.part(scanner.at - 1, { kind: 'bracket', isNegated: false });
    } else {
      scanner.note(at, '(', 'The closing bracket is missing; the rest was taken into it.');
    }
    return inside;
  }

  #word(at: number, run: string, about: { readonly isNegated: boolean; readonly context: Context }) {
    const stars = /(?<!\*)\*+$/.exec(run)?.[0].length ?? 0;
    const text = stars === 0 ? run : run.slice(0, -stars);
    if (stars > 0 && hasWord(text)) {
      const last = wordsIn(text).at(-1) ?? '';
      if ([...last].length >= 2) return this.#text(at, text, { ...about, form: 'prefix' });
      this.scanner.note(
        this.scanner.at - stars,
        '*',
        'A star needs two letters before it; only the whole word was looked for.',
      );
    }
    const node = this.#text(at, text, { ...about, form: 'word' });
    const isOpen = node !== undefined && this.scanner.isAtEnd && !about.isNegated && stars === 0;
    if (isOpen && /[\p{L}\p{N}\p{M}]$/u.test(text) && [...(wordsIn(text).at(-1) ?? '')].length >= 2)
      this.openWord = node;
    return node;
  }

  #text(
    at: number,
    text: string,
    about: { readonly form: TextNode['form']; readonly isNegated: boolean; readonly context: Context },
  ): TextNode | undefined {
    const { scanner } = this;
    if (!hasWord(text)) {
      scanner.ignore(
        at,
        /\*/.test(scanner.text.slice(at, scanner.at))
          ? 'A star needs the beginning of a word before it.'
          : 'There is no letter or digit in it.',
      );
      return undefined;
    }
    if (about.form !== 'phrase' && text.length > longestWord) {
      scanner.ignore(at, 'This word is too long.');
      return undefined;
    }
    if (!this.#mayAdd(at, wordsIn(text).length)) return undefined;
    const { column } = about.context;
    const node: TextNode = {
      kind: 'text',
      text: text.trim().replace(/\s+/gu, ' '),
      form: about.form,
      ...(column !== undefined && { column }),
    };
    scanner.part(at, {
      kind: about.form,
      isNegated: about.isNegated,
      ...(column !== undefined && { operator: column }),
    });
    return node;
  }

  #mayAdd(at: number, terms: number): boolean {
    if (this.#terms + terms > mostTerms) {
      this.scanner.ignore(at, `Only the first ${mostTerms} words are looked for.`);
      return false;
    }
    this.#terms += terms;
    return true;
  }

  /** NEAR(a b, 5); with fewer than two words what is there is looked for as it stands. */
  #near(at: number, isNegated: boolean): QueryNode | undefined {
    this.scanner.at += 'NEAR('.length;
    const near = readNear(this.scanner, at, longestWord);
    const terms = near.words.reduce((sum, word) => sum + wordsIn(word).length, 0);
    return this.#mayAdd(at, terms) ? this.#nearNode(at, { kind: 'near', ...near }, isNegated) : undefined;
  }

  #nearNode(at: number, near: NearNode, isNegated: boolean): QueryNode | undefined {
    const [only, second] = near.words;
    if (second !== undefined) {
      this.scanner.part(at, { kind: 'near', isNegated });
      return near;
    }
    this.scanner.ignore(at, 'NEAR needs two words, such as NEAR(flood fund, 5).');
    return only === undefined ? undefined : { kind: 'text', text: only, form: 'phrase' };
  }

  #operator(at: number, operator: Operator, isNegated: boolean, context: Context): QueryNode | undefined {
    const { scanner } = this;
    const values = this.#values();
    if (values.length === 0) {
      scanner.ignore(at, `Say what comes after ${operator.name}: without a space between.`);
      return undefined;
    }
    if (operator.kind === 'text') {
      const column: Context = { column: operator.name, depth: context.depth };
      const nodes = values.map(({ text, isQuoted }) =>
        isQuoted
          ? this.#text(at, text, { form: 'phrase', isNegated, context: column })
          : this.#word(at, text, { isNegated, context: column }),
      );
      return group(
        'or',
        nodes.filter((node) => node !== undefined),
      );
    }
    if (operator.kind === 'date')
      return this.#date(at, operator.name, values.map((value) => value.text).join(','), isNegated);
    const kept: string[] = [];
    for (const { text, at: valueAt } of values) {
      const checked = checkValue(operator.name, text.trim().replace(/\s+/gu, ' '));
      if (typeof checked === 'string') scanner.note(valueAt, text, checked);
      else if (!kept.includes(checked.value)) kept.push(checked.value);
    }
    const node = this.#mayAdd(at, kept.length) && kept.length > 0;
    scanner.part(
      at,
      node ? { kind: 'chip', isNegated, operator: operator.name, values: kept } : { kind: 'ignored', isNegated },
    );
    return node ? { kind: 'filter', operator: operator.name, values: kept } : undefined;
  }

  #date(at: number, operator: 'after' | 'before' | 'on' | 'last' | 'date', value: string, isNegated: boolean) {
    const trouble = dateTrouble(operator, value, this.#now);
    if (trouble !== undefined || !this.#mayAdd(at, 1)) {
      this.scanner.ignore(at, trouble ?? `Only the first ${mostTerms} words are looked for.`);
      return undefined;
    }
    const lower = value.toLowerCase();
    this.scanner.part(at, { kind: 'chip', isNegated, operator, values: [lower] });
    return { kind: 'date', operator, value: lower } satisfies QueryNode;
  }

  /** One or several, parted by commas. */
  #values(): { readonly text: string; readonly isQuoted: boolean; readonly at: number }[] {
    const { scanner } = this;
    const values: { text: string; isQuoted: boolean; at: number }[] = [];
    for (;;) {
      const at = scanner.at;
      const isQuoted = scanner.peek() === '"';
      const text = isQuoted ? scanner.quoted() : scanner.run('",()');
      if (text.trim() !== '') values.push({ text, isQuoted, at });
      if (scanner.peek() !== ',') return values;
      scanner.at += 1;
    }
  }
}
