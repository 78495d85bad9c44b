/**
 * What an article is about, in words that a reader would say: names with their capitals ("Hallmouth", "Bank of England"), phrases
 * that it repeats ("night trains") and, in German, its nouns. Never a number or an everyday word. Where the language is not
 * known well enough to tell, none: nonsense is worse than silence.
 */

import { backgroundShare } from './background-frequency.ts';
import type { CurationArticle } from './curation-article.ts';
import { splitWords } from './split-words.ts';
import { stemEnglish } from './stem-english.ts';
import { languageOfText, stopWords } from './stop-words.ts';
import { repeatedPhrases } from './topic-phrases.ts';
import { type TopicToken, topicTokens } from './topic-tokens.ts';
import { beforeNames, noTopic } from './topic-words.ts';

const topicsNamed = 6;
const nameWords = 4; // longer runs of capitals are headings, not names
const titleCaseShare = 0.6; // above it the headline capitalises everything, so capitals say nothing
const germanCompound = 11; // letters: a noun of this length is particular even when it stands once
const leadCharacters = 600;

/** Words inflect little enough there that a name stands as a reader would say it. */
const alone: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'no']);
const lettersKnown = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]*$/u;
const shortNames: ReadonlySet<string> = new Set(['EU', 'UN', 'UK', 'US', 'USA']);
const joining: ReadonlySet<string> = new Set(
  'of de du des da do dos della del di der von van den la le les al el bin ibn zu y e the for'.split(' '),
);
/** Its nouns have capitals: what joins two of them makes no name. */
const noJoining: ReadonlySet<string> = new Set();

interface Found {
  readonly words: readonly string[];
  readonly surface: string;
  count: number;
  inTitle: boolean;
}

type Source = Pick<CurationArticle, 'title' | 'lead' | 'language'>;

/** At most six, the most telling first. Deterministic: of the article alone. About 0.1 ms. */
export function articleTopics({ title, lead, language: declared }: Source): string[] {
  const body = lead.slice(0, leadCharacters);
  const sample = `${title} ${body}`;
  if (!isLatin(sample)) return [];
  const language = languageOfText(
    declared,
    splitWords(sample).map(({ text }) => text),
  );
  const heading = topicTokens(title);
  const tokens = topicTokens(body);
  const names = new Names(language, [...heading, ...tokens]);
  if (!isTitleCase(heading, language)) names.add(heading, true);
  names.add(tokens, false);
  const known = names.found();
  const taken = new Set(known.flatMap(({ words }) => words));
  const phrases = repeatedPhrases(heading, tokens, language).filter(
    ({ words }) => !words.every((word) => taken.has(word)),
  );
  return [...known, ...phrases]
    .toSorted((a, b) => weight(b) - weight(a) || (a.surface < b.surface ? -1 : 1))
    .slice(0, topicsNamed)
    .map(({ surface }) => surface);
}

/** A foreign word or two do not make a text another's. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => lettersKnown.test(letter)).length / letters.length > 0.9;
}

function isTitleCase(words: readonly TopicToken[], language: string): boolean {
  const telling = words.filter(({ text }) => text.length > 3);
  // German headlines are half nouns.
  if (language === 'de' || telling.length === 0)
    return telling.length > 0 && telling.every(({ raw }) => raw === raw.toUpperCase());
  return telling.filter(({ capital }) => capital).length / telling.length > titleCaseShare;
}

function weight({ words, count, inTitle }: Found): number {
  return (1 + Math.log(count)) * (words.length > 1 ? 1.5 : 1) * (inTitle ? 1.4 : 1);
}

class Names {
  readonly #language: string;
  readonly #stops: ReadonlySet<string>;
  /** Words that stand with a capital inside a sentence: there it is their own. */
  readonly #proper: ReadonlySet<string>;
  readonly #found = new Map<string, Found>();

  constructor(language: string, all: readonly TopicToken[]) {
    this.#language = language;
    this.#stops = stopWords(language === '' ? 'en' : language);
    this.#proper = new Set(all.filter(({ capital, opens }) => capital && !opens).map(({ text }) => text));
  }

  add(tokens: readonly TopicToken[], inTitle: boolean): void {
    for (let at = 0; at < tokens.length; ) {
      const run = runFrom(tokens, at, this.#language === 'de' ? noJoining : joining);
      at += Math.max(1, run.length);
      for (const part of this.#nameIn(run)) this.#note(part, inTitle);
    }
  }

  /** A name that is part of a longer one is that one. */
  found(): Found[] {
    const all = [...this.#found.values()];
    return all.filter((name) => {
      // German nouns have capitals too: one that is short and stands once tells little.
      if (
        this.#language === 'de' &&
        name.words.length === 1 &&
        name.count === 1 &&
        name.surface.length < germanCompound
      )
        return false;
      const longer = all.find(
        (other) => other.words.length > name.words.length && name.words.every((word) => other.words.includes(word)),
      );
      if (longer === undefined) return true;
      longer.count += name.count;
      longer.inTitle ||= name.inTitle;
      return false;
    });
  }

  #nameIn(run: readonly TopicToken[]): TopicToken[][] {
    let [from, to] = [0, run.length];
    while (from < to && this.#isLeftOff(run[from], run[from + 1], to - from)) from += 1;
    while (from < to && isOutside(run[to - 1])) to -= 1;
    // "of the" before what was left off
    while (from < to && joining.has(run[from]?.text ?? '')) from += 1;
    const name = run.slice(from, to);
    const isShouting = name.length > 1 && name.every(({ raw }) => raw.length > 2 && raw === raw.toUpperCase());
    if (name.length === 0 || name.length > nameWords || isShouting || name.some(({ hasDigit }) => hasDigit)) return [];
    return name.length > 1 || this.#standsAlone(name[0]) ? [name] : [];
  }

  #isLeftOff(token: TopicToken | undefined, next: TopicToken | undefined, left: number): boolean {
    if (token === undefined) return false;
    if (shortNames.has(token.raw)) return false;
    if (isOutside(token) || this.#stops.has(token.text)) return true;
    if (left === 1) return this.#isWeak(token);
    // The first word of a sentence has its capital from there, unless it has it elsewhere too.
    if (!token.opens || this.#proper.has(token.text)) return false;
    const isEveryday = noTopic.has(token.text) || backgroundShare.has(stemEnglish(token.text));
    return (isEveryday || this.#language === 'de') && next?.capital === true;
  }

  #isWeak(token: TopicToken | undefined): boolean {
    if (token === undefined || shortNames.has(token.raw)) return token === undefined;
    const { text } = token;
    return noTopic.has(text) || noTopic.has(text.replace(/s$/, '')) || this.#stops.has(text);
  }

  #standsAlone(token: TopicToken | undefined): boolean {
    if (token === undefined || !alone.has(this.#language)) return false;
    if (token.opens && !this.#proper.has(token.text)) return false;
    return shortNames.has(token.raw) || (token.raw.length > 2 && !isInterjection(token));
  }

  #note(name: readonly TopicToken[], inTitle: boolean): void {
    const words = name.map(({ text }) => text);
    const key = words.map((word) => (this.#language === 'en' ? stemEnglish(word) : word)).join(' ');
    const known = this.#found.get(key);
    if (known === undefined) {
      const surface = name.map(({ raw }, n) => (n === 0 ? '' : (name[n]?.gap ?? ' ')) + raw).join('');
      this.#found.set(key, { words, surface, count: 1, inTitle });
    } else {
      known.count += 1;
      known.inTitle ||= inTitle;
    }
  }
}

/** Neighbours with capitals, small joining words between them ("Bank of England"). */
function runFrom(tokens: readonly TopicToken[], start: number, joins: ReadonlySet<string>): TopicToken[] {
  const first = tokens[start];
  if (first?.capital !== true) return [];
  const run = [first];
  for (let at = start + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.adjoins !== true || token.opens) break;
    if (token.capital) run.push(token);
    else {
      const next = tokens[at + 1];
      if (!joins.has(token.text) || next?.capital !== true || !next.adjoins || next.opens) break;
      run.push(token);
    }
  }
  return run;
}

function isInterjection({ raw }: TopicToken): boolean {
  return raw.length > 5 && raw === raw.toUpperCase(); // a word that is shouted
}

function isOutside(token: TopicToken | undefined): boolean {
  return token !== undefined && beforeNames.has(token.text) && !shortNames.has(token.raw);
}
