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
  // an operator with its values up to the caret: the last value may be in quotes that are not closed yet
  const inOperator =
    /(?:^|[\s(-])([A-Za-z]{2,10}):((?:"[^"]*"|[^\s",()]*)?(?:,(?:"[^"]*"|[^\s",()]+))*,?)?("[^"]*|[^\s",()]*)$/.exec(
      before,
    );
  if (inOperator !== null && operatorNamed(inOperator[1] ?? '') !== undefined) {
    const typed = lastValue(before);
    return {
      from: at - typed.length,
      to: endOfRun(query, at),
      operator: (inOperator[1] ?? '').toLowerCase(),
      typed: typed.replace(/^"/, ''),
    };
  }
  const word = /[A-Za-z]*$/.exec(before)?.[0] ?? '';
  return { from: at - word.length, to: endOfRun(query, at), operator: undefined, typed: word };
}

function lastValue(before: string): string {
  const quotes = before.split('"').length - 1;
  if (quotes % 2 === 1) return before.slice(before.lastIndexOf('"'));
  return /[^\s",():]*$/.exec(before)?.[0] ?? '';
}

function endOfRun(query: string, at: number): number {
  const rest = /^[^\s",()]*/.exec(query.slice(at))?.[0] ?? '';
  return at + rest.length;
}
