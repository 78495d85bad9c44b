/** What one report alone names: people and places, figures with what they count, and pairs of nouns. Never a common word. */
import { backgroundShare } from '../background-frequency.ts';
import type { ArticleKey } from '../curation-article.ts';
import { isFigureLanguage } from './figure-words.ts';
import { type Figure, figuresOf } from './figures.ts';
import { namesIn, type Phrase, written } from './names-in.ts';
import type { Report } from './report.ts';
import { type Token, tokensOf } from './sentence-tokens.ts';
import { sentencesOf } from './sentences-of.ts';

const mostNamed = 3;
const leastCounted = 3;
const pairRank = 2;

interface Read {
  readonly report: Report;
  readonly sentences: readonly (readonly Token[])[];
  readonly stems: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

/** At most three for each article, names first. Another article of the same publisher does not count as another report. */
export function onlyInReports(reports: readonly Report[]): ReadonlyMap<ArticleKey, readonly string[]> {
  const read = reports.map(readReport);
  const publishers = new Set(reports.map(({ publisher }) => publisher));
  if (publishers.size < 2) return new Map();
  const tellers = new Map<string, Set<string>>();
  for (const { report, stems, figures } of read) {
    for (const key of [...stems, ...figures]) {
      const who = tellers.get(key) ?? new Set();
      tellers.set(key, who.add(report.publisher));
    }
  }
  const isOwn = (key: string) => (tellers.get(key)?.size ?? 0) <= 1;
  const words = read.flatMap(({ sentences }) => sentences.flat());
  const lowerCase = new Set(words.filter(({ isCapital }) => !isCapital).map(({ stem }) => stem));
  return new Map(read.map((own) => [own.report.id, phrasesOf({ ...own, isOwn, lowerCase })]));
}

function readReport(report: Report): Read {
  const { language, title } = report;
  const sentences = sentencesOf(report).map((sentence) => tokensOf(sentence, language));
  const all = [...sentences, tokensOf(title, language)];
  const figures = isFigureLanguage(language) ? all.flatMap((tokens) => figuresOf(tokens, language)) : [];
  const stems = all.flat().flatMap(({ stem }) => (stem === '' ? [] : [stem, ...stem.split('-')]));
  return { report, sentences, stems: new Set(stems), figures: new Set(figures.map(figureKey)) };
}

function figureKey({ kind, unit, value }: Figure): string {
  return `${kind} ${unit} ${value}`;
}

interface Own extends Read {
  readonly isOwn: (key: string) => boolean;
  /** Stems that any report writes with a small letter. */
  readonly lowerCase: ReadonlySet<string>;
}

function phrasesOf(own: Own): string[] {
  const { sentences } = own;
  const found = sentences.flatMap((tokens) => [
    ...namesIn(tokens, { ...own.report, isWanted: own.isOwn, lowerCase: own.lowerCase }),
    ...nounPairsIn(tokens, own),
    ...figuresIn(tokens, own),
  ]);
  const times = Map.groupBy(found, ({ text }) => text);
  const chosen: Phrase[] = [];
  // Two words side by side are a term where they are used as one, twice.
  const telling = found.filter(({ rank, text }) => rank !== pairRank || (times.get(text)?.length ?? 0) > 1);
  for (const phrase of telling.toSorted((a, b) => a.rank - b.rank)) {
    if (chosen.length === mostNamed) break;
    const said = new Set(chosen.flatMap(({ stems }) => stems));
    if (!phrase.stems.some((stem) => said.has(stem))) chosen.push(phrase);
  }
  return chosen.map(({ text }) => text);
}

const opensNouns = /^(?:the|a|an|its|their|his|her|this|that|each|every|no|new|own)$/;
const noNoun = /(?:ly|ing|ed|ous|ful|less|ive|able|ible|al|ic|est)$/;
const commonShare = 0.012;

/** "a bridge loan", "the tonnage rule": two words between an article and a small word or a mark. English only. */
function nounPairsIn(tokens: readonly Token[], { report: { language }, isOwn }: Own): Phrase[] {
  if (language !== 'en') return [];
  return tokens.flatMap((token, at): Phrase[] => {
    const [one, two, end] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (!opensNouns.test(token.lower) || !isPlainNoun(one) || !isPlainNoun(two)) return [];
    if (end !== undefined && end.kind !== 'mark' && end.stem !== '') return [];
    const isRare = [one, two].every(({ stem }) => (backgroundShare.get(stem) ?? 0) < commonShare);
    if (!isRare || !isOwn(two.stem) || (!isOwn(one.stem) && backgroundShare.has(one.stem))) return [];
    return [{ text: written([one, two]), stems: [one.stem, two.stem], rank: pairRank }];
  });
}

function isPlainNoun(token: Token | undefined): token is Token {
  if (token?.kind !== 'word' || token.isCapital || token.stem === '' || token.text.length < 4) return false;
  return !noNoun.test(token.lower) && /^[\p{L}-]+$/u.test(token.text);
}

const timeUnits = /^(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|times?|people|others?|things?|points?)$/;

/** "six insurers", "40 per cent": never a bare figure, and no length of time. */
function figuresIn(tokens: readonly Token[], { report: { language }, isOwn }: Own): Phrase[] {
  if (!isFigureLanguage(language)) return [];
  return figuresOf(tokens, language).flatMap((figure): Phrase[] => {
    if (!['money', 'percent', 'count'].includes(figure.kind) || !isOwn(figureKey(figure))) return [];
    const unit = tokens[figure.to - 1];
    if (unit === undefined || figure.value < leastCounted) return [];
    if (figure.kind === 'count' && (timeUnits.test(unit.lower) || noNoun.test(unit.lower) || !/s$/.test(unit.lower)))
      return [];
    const run = tokens.slice(figure.from, figure.to);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ text: spaced(run), stems: [figureKey(figure)], rank: 3 }];
  });
}

function spaced(run: readonly Token[]): string {
  const text = run
    .map((token, at) => (at > 0 && run[at - 1]?.end !== token.start ? ` ${token.text}` : token.text))
    .join('');
  return text.charAt(0).toLowerCase() + text.slice(1);
}
