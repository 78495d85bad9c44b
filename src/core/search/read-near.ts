/** What stands in NEAR( … ): words or phrases, and after a comma how far apart they may be. */
import type { QueryScanner } from './query-scanner.ts';
import { hasWord } from './query-words.ts';

const usualDistance = 10;
const longestDistance = 100;

/** The scanner stands after "NEAR(" and is left after the closing bracket. */
export function readNear(
  scanner: QueryScanner,
  at: number,
  longestWord: number,
): { readonly words: string[]; readonly distance: number } {
  const words: string[] = [];
  let distance = usualDistance;
  for (;;) {
    scanner.skipSpaces();
    const next = scanner.peek();
    if (next === '' || next === ')' || next === '(') break;
    if (next === ',') {
      scanner.at += 1;
      scanner.skipSpaces();
      distance = readDistance(scanner);
      continue;
    }
    const text = next === '"' ? scanner.quoted() : scanner.run('",()').replace(/(?<!\*)\*+$/, '');
    if (hasWord(text) && text.length <= longestWord) words.push(text.trim().replace(/\s+/gu, ' '));
  }
  if (scanner.peek() === ')') scanner.at += 1;
  else scanner.note(at, 'NEAR(', 'The closing bracket is missing.');
  return { words, distance };
}

function readDistance(scanner: QueryScanner): number {
  const at = scanner.at;
  const run = scanner.run('",()');
  const number = /^\d{1,6}$/.test(run) ? Number(run) : Number.NaN;
  if (number >= 1 && number <= longestDistance) return number;
  scanner.note(at, run, `The distance is a number from 1 to ${longestDistance}.`);
  return number > longestDistance ? longestDistance : usualDistance;
}
