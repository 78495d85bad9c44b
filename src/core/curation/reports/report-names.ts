/** Names that tell two facts apart: a figure of one town is not that of another. */
import type { FramedFigure } from './figure-frames.ts';
import type { Token } from './sentence-tokens.ts';

/** False where the words of one name somebody whom the other report never mentions, or both sentences name others. */
export function namesAgree(a: FramedFigure, b: FramedFigure): boolean {
  // German capitalises all nouns: there a capital says nothing, and words that differ are judged as words.
  if (a.report.language === 'de') return true;
  const strangersIn = (other: FramedFigure, tokens: readonly Token[]) => {
    return tokens.filter((token) => isName(token) && !other.inReport.has(token.stem)).length;
  };
  if (strangersIn(b, [...a.left, ...a.right]) > 0 || strangersIn(a, [...b.left, ...b.right]) > 0) return false;
  return strangersIn(b, a.tokens) === 0 || strangersIn(a, b.tokens) === 0;
}

function isName({ isCapital, start, stem }: Token): boolean {
  return isCapital && start > 0 && stem !== '';
}
