/** What is being typed at a place of the query: the beginning of an operator, or a value of one. */
import { operatorNamed } from './query-values.ts';

export interface CompletionPlace {
  /** Stretch that a suggestion takes the place of, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** Undefined: an operator may begin here. */
  readonly operator: string | undefined;
  readonly typed: string;
}

export function completionPlace(query: string, caret: number): CompletionPlace {
  const at = Math.min(caret, query.length);
  const before = query.slice(0, at).replace(/[“”„]/g, '"');
  const name = /^-?([A-Za-z]{2,10}):/.exec(lastTerm(before))?.[1];
  if (name !== undefined && operatorNamed(name) !== undefined) {
    const typed = lastValue(before);
    return {
      from: at - typed.length,
      to: endOfRun(query, at),
      operator: name.toLowerCase(),
      typed: typed.replace(/^"/, ''),
    };
  }
  const word = /(?<![A-Za-z])[A-Za-z]*$/.exec(before)?.[0] ?? '';
  return { from: at - word.length, to: endOfRun(query, at), operator: undefined, typed: word };
}

/** From the last space or bracket outside of quotation marks on: the last of them may not be closed yet. */
function lastTerm(before: string): string {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < before.length; at++) {
    const letter = before.charAt(at);
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /[\s()]/.test(letter)) start = at + 1;
  }
  return before.slice(start);
}

function lastValue(before: string): string {
  const quotes = before.split('"').length - 1;
  if (quotes % 2 === 1) return before.slice(before.lastIndexOf('"'));
  return /(?<![^\s",():])[^\s",():]*$/.exec(before)?.[0] ?? '';
}

function endOfRun(query: string, at: number): number {
  const rest = /^[^\s",()]*/.exec(query.slice(at))?.[0] ?? '';
  return at + rest.length;
}
