/** Why a report is in its story, in one sentence a person would say: whom it names too, and how near in time it came. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ArticleKey } from '../curation-article.ts';
import { namesIn } from './names-in.ts';
import type { Report } from './report.ts';
import { tokensOf } from './sentence-tokens.ts';
import { sentencesOf } from './sentences-of.ts';

const mostNames = 2;
const hourMs = 3_600_000;

interface Neighbour {
  readonly own: Report;
  readonly other: Report;
  /** What the other report's publisher is called. */
  readonly called: string;
}

/** The nearest report of another publisher; of the same one where it is alone. */
export function nearestReport(reports: readonly Report[], id: ArticleKey): Report | undefined {
  const own = reports.find((report) => report.id === id);
  if (own === undefined) return undefined;
  const others = reports.filter((report) => report.id !== id);
  const strangers = others.filter(({ publisher }) => publisher !== own.publisher);
  const distance = ({ at }: Report) => Math.abs(at - own.at);
  return (strangers.length > 0 ? strangers : others).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** "It names Hallmouth and Skarvik, as Meridian Ledger does, and came within an hour of its report." */
export function whyInStory({ own, other, called }: Neighbour): string {
  const names = namesShared(own, other);
  const when = apart(Math.abs(own.at - other.at));
  if (names.length === 0) return `It tells in much the same words what ${called} told, and came ${when} of its report.`;
  return `It names ${names.join(' and ')}, as ${called} does, and came ${when} of its report.`;
}

function namesShared(own: Report, other: Report): string[] {
  const known = new Set(tokensOf(`${other.title}\n${other.text}`, other.language).map(({ stem }) => stem));
  const sentences = [own.title, ...sentencesOf(own)].map((sentence) => tokensOf(sentence, own.language));
  const lowerCase = new Set(sentences.flat().flatMap(({ isCapital, stem }) => (isCapital ? [] : [stem])));
  const names = sentences.flatMap((tokens) =>
    namesIn(tokens, { ...own, isWanted: (stem) => known.has(stem), lowerCase }).map(({ text }) => text),
  );
  return [...new Set(names)].slice(0, mostNames);
}

function apart(ms: EpochMs): string {
  if (ms < hourMs) return 'within an hour';
  if (ms < 24 * hourMs) return 'within a day';
  return 'within days';
}
