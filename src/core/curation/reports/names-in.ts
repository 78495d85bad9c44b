/** Names in a sentence: people, places, bodies, as runs of capitalised words. */
import { backgroundShare } from '../background-frequency.ts';
import { isFigureLanguage, monthOf } from './figure-words.ts';
import type { Report } from './report.ts';
import type { Token } from './sentence-tokens.ts';

export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
  /** Names come first, then pairs of nouns, then figures. */
  readonly rank: number;
}

export interface NamesWanted extends Pick<Report, 'language' | 'publisher'> {
  /** Asked of the stem of each word of a name. */
  readonly isWanted: (stem: string) => boolean;
  /** Stems that any report writes with a small letter. */
  readonly lowerCase: ReadonlySet<string>;
}

const weekdays = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
const joinsNames = /^(?:of|de|la|van|von|der|di|da|al|bin)$/;
const mostOfAName = 4;
const agencies =
  /^(?:reuters|afp|associated|dpa|efe|ansa|bloomberg|getty|twitter|facebook|instagram|telegram|youtube)$/;
const ofACountry = /(?:ian|ese|ish)$/;
const titles = /^(?:mr|mrs|ms|dr|sir|lord|lady|president|minister|mayor|professor)$/;

/** Runs of capitalised words inside a sentence. German capitalises every noun, so there a name has two words at least. */
export function namesIn(tokens: readonly Token[], { language, publisher, isWanted, lowerCase }: NamesWanted): Phrase[] {
  const found: Phrase[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isNamePart(tokens, at)) continue;
    let end = at;
    while (end + 1 < tokens.length && end - at < mostOfAName && continuesName(tokens, end)) end += 1;
    const run = tokens.slice(at, end + 1);
    const words = run.filter(({ isCapital }) => isCapital);
    const isEnough = words.length > 1 || (language !== 'de' && isLoneName(words[0], lowerCase));
    const isKnown = words.map(plain).some((lower) => isDayOrSource(lower, { language, publisher }));
    const stems = words.map(({ stem }) => stem).filter((stem) => stem !== '');
    const bare = titles.test(words[0]?.lower ?? '') ? stems.slice(1) : stems;
    if (isEnough && !isKnown && bare.length > 0 && bare.every(isWanted)) {
      found.push({ text: written(run), stems, rank: words.length > 1 ? 0 : 1 });
    }
    at = end;
  }
  return found;
}

function plain({ lower }: Token): string {
  return lower.replace(/'s$/, '');
}

function isDayOrSource(lower: string, { language, publisher }: Pick<Report, 'language' | 'publisher'>): boolean {
  return weekdays.test(lower) || isMonth(lower, language) || agencies.test(lower) || publisher.includes(lower);
}

/** One capital can be a word that a house likes large: it is a name where nobody writes it small. */
function isLoneName(token: Token | undefined, lowerCase: ReadonlySet<string>): boolean {
  if (token === undefined || token.text.length < 4 || ofACountry.test(plain(token))) return false;
  return !lowerCase.has(token.stem) && !backgroundShare.has(token.stem) && token.text !== token.text.toUpperCase();
}

function isMonth(lower: string, language: string): boolean {
  return isFigureLanguage(language) && monthOf(lower, language) !== undefined;
}

/** A capital after a full stop, a quotation mark or a colon opens a sentence and says nothing. */
function isNamePart(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.kind !== 'word' || !token.isCapital || token.stem === '') return false;
  return before?.kind === 'word' || before?.kind === 'number' || before?.text === ',' || before?.text === '(';
}

function continuesName(tokens: readonly Token[], at: number): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  // "the BBC's Frances ...": two names.
  if (/'s$/.test(token?.lower ?? '')) return false;
  if (next?.kind !== 'word') return false;
  if (next.isCapital) return true;
  return joinsNames.test(next.lower) && after?.kind === 'word' && after.isCapital;
}

export function written(run: readonly Token[]): string {
  return run.map(({ text }) => text.replace(/['’]s$/, '')).join(' ');
}
