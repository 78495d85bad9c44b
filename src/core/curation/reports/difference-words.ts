/** What a difference is called, in the words of the reports, and how its values are written. */
import type { FramedFigure } from './figure-frames.ts';
import type { Token } from './sentence-tokens.ts';

const mostBefore = 4;
const mostAfter = 2;
const saysNothing = /^(?:worth|cost|costs|is|was|are|were|be|been|rose|fell|totals?|totalled|reached|said|says)$/;

export interface Label {
  readonly text: string;
  /** What is counted stands in it, and need not stand beside each value. */
  readonly hasUnit: boolean;
}

/** "Fire killed", "Undersea cables in the Mediterranean": the shared words nearest to the figure, as one report has them. */
export function labelOf({ figure, tokens, left, right, sentence }: FramedFigure, frame: readonly Token[]): Label {
  const shared = new Set(frame.map(({ stem }) => stem));
  const before = runOf(left, shared).slice(0, mostBefore).toReversed();
  const after = runOf(right, shared).slice(0, mostAfter);
  const unit = figure.kind === 'count' ? tokens[figure.to - 1] : undefined;
  const hasUnit = unit !== undefined && before.length === 0;
  const told = before.length > 0 ? before : hasUnit ? [unit, ...after] : after;
  const run = told.length > 1 && !hasUnit && saysNothing.test(told.at(-1)?.lower ?? '') ? told.slice(0, -1) : told;
  const [first, last] = [run[0], run.at(-1)];
  const text = first === undefined || last === undefined ? '' : sentence.slice(first.start, last.end);
  return { text: sentenceCase(text), hasUnit };
}

/** The nearest shared words, up to the first that is not shared. */
function runOf(side: readonly Token[], shared: ReadonlySet<string>): Token[] {
  const end = side.findIndex(({ stem }) => !shared.has(stem));
  return side.slice(0, end < 0 ? side.length : end);
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const boundWords = 2;
const boundWord = /^(?:more|less|fewer|at|up|mehr|weniger|bis|plus|moins|au|más|menos|al|por)$/;

/** The figure as it was written, with "about" or "at least". */
export function valueShown({ figure, tokens, sentence }: FramedFigure, { hasUnit }: Label): string {
  const last = hasUnit ? figure.to - 2 : figure.to - 1;
  let from = figure.from;
  if (figure.bound !== 'exact') {
    from = Math.max(0, from - 1);
    if (boundWord.test(tokens[figure.from - boundWords]?.lower ?? '')) from = figure.from - boundWords;
  }
  const text = sentence.slice(tokens[from]?.start, tokens[Math.max(last, figure.from)]?.end);
  return sentenceCase(text.replace(/\s(?:de|of)$/, ''));
}
