/** Walks over a query and collects what is noticed on the way: parts to draw, parts that are ignored. */
import type { Ignored, QueryPart } from './query-tree.ts';

// Drawn in the window and sent back with every answer: more than this helps nobody.
const mostNotes = 50;
const spaces = /\s/u;

export class QueryScanner {
  readonly text: string;
  at = 0;
  readonly ignored: Ignored[] = [];
  readonly parts: QueryPart[] = [];

  constructor(query: string) {
    this.text = cleaned(query);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  skipSpaces(): void {
    while (!this.isAtEnd && spaces.test(this.peek())) this.at += 1;
  }

  /** Takes the longest run without these characters and spaces. */
  run(without: string): string {
    const from = this.at;
    while (!this.isAtEnd && !spaces.test(this.peek()) && !without.includes(this.peek())) this.at += 1;
    return this.text.slice(from, this.at);
  }

  /** Takes "…" including its quotes and gives what is between; a missing end quote ends with the query. */
  quoted(): string {
    const from = this.at;
    const end = this.text.indexOf('"', from + 1);
    this.at = end < 0 ? this.text.length : end + 1;
    if (end < 0) this.note(from, '"', 'The closing quotation mark is missing; the rest was taken as one phrase.');
    return this.text.slice(from + 1, end < 0 ? this.text.length : end);
  }

  note(at: number, text: string, why: string): void {
    if (this.ignored.length < mostNotes) this.ignored.push({ text: text.slice(0, 200), at, why });
  }

  /** Ignores everything from `at` to where the scanner stands. */
  ignore(at: number, why: string): void {
    this.note(at, this.text.slice(at, this.at), why);
    this.part(at, { kind: 'ignored', isNegated: false });
  }

  part(at: number, about: Omit<QueryPart, 'at' | 'end' | 'text'>): void {
    this.parts.push({ at, end: this.at, text: this.text.slice(at, this.at), ...about });
  }
}

/** Curly quotation marks are straight ones, control characters are spaces, torn surrogates are no letters. Nothing moves. */
function cleaned(query: string): string {
  return query
    .toWellFormed()
    .replace(/[“”„‟″]/g, '"')
    .replace(/\p{Cc}/gu, ' ');
}
