/** Where the reports of one story differ: figures and dates that two publishers give differently for the same fact. */
import type { ArticleKey } from '../curation-article.ts';
import { labelOf, valueShown } from './difference-words.ts';
import { type FramedFigure, framedFigures } from './figure-frames.ts';
import { canBothBeTrue } from './figure-signs.ts';
import { isFigureLanguage } from './figure-words.ts';
import type { Figure } from './figures.ts';
import type { Report } from './report.ts';
import { namesAgree } from './report-names.ts';
import { sharedFrame } from './same-fact.ts';
import type { Token } from './sentence-tokens.ts';

export interface DifferenceSide {
  readonly value: string;
  /** Who says so, the earliest first. */
  readonly articles: readonly ArticleKey[];
}

export interface Difference {
  /** Words that the reports share: "People injured". */
  readonly label: string;
  readonly sides: readonly DifferenceSide[];
}

const mostShown = 5;
const mostSides = 3;
const mostReports = 60;

interface Pair {
  readonly one: FramedFigure;
  readonly other: FramedFigure;
  readonly frame: readonly Token[];
}

/**
 * At most five, those that most reports speak of first. Reports in languages whose figures are not read are left out. A report
 * that gives both values tells of two facts, so it makes no difference. About 40 ms for 60 reports.
 */
export function differencesOf(reports: readonly Report[]): Difference[] {
  const read = reports.slice(-mostReports).flatMap((report) => {
    const { language } = report;
    return isFigureLanguage(language) ? [framedFigures(report, language)] : [];
  });
  const pairs = read.flatMap((own, at) => read.slice(at + 1).flatMap((others) => pairsOf(own, others)));
  const facts: Difference[] = [];
  const used = new Set<FramedFigure>();
  for (const pair of pairs) {
    if (used.has(pair.one) || used.has(pair.other)) continue;
    const fact = factOf(pair, { pairs, read, used });
    if (fact.sides.length < 2) continue;
    if (!facts.some(({ label, sides }) => label === fact.label || sameValues(sides, fact.sides))) facts.push(fact);
  }
  return facts.toSorted((a, b) => spoken(b) - spoken(a)).slice(0, mostShown);
}

function sameValues(a: readonly DifferenceSide[], b: readonly DifferenceSide[]): boolean {
  return a.map(({ value }) => value).join('|') === b.map(({ value }) => value).join('|');
}

function spoken({ sides }: Difference): number {
  return sides.reduce((sum, { articles }) => sum + articles.length, 0);
}

function pairsOf(own: readonly FramedFigure[], others: readonly FramedFigure[]): Pair[] {
  const [first, second] = [own[0], others[0]];
  if (first === undefined || second === undefined) return [];
  if (first.report.publisher === second.report.publisher) return [];
  const found = own.flatMap((one) =>
    others.flatMap((other): Pair[] => {
      const frame = sharedFrame(one, other);
      if (frame === undefined || knows(own, other) || knows(others, one) || !namesAgree(one, other)) return [];
      return [{ one, other, frame }];
    }),
  );
  // Two candidates for one figure: which of them is meant nobody can say.
  return found.filter(
    ({ one, other }) =>
      !found.some(
        (pair) => (pair.one === one && differs(pair.other, other)) || (pair.other === other && differs(pair.one, one)),
      ),
  );
}

function differs(a: FramedFigure, b: FramedFigure): boolean {
  return a !== b && a.figure.value !== b.figure.value;
}

/** True when the report gives this value somewhere too: then it tells both, and they are two facts. */
function knows(figures: readonly FramedFigure[], { figure }: FramedFigure): boolean {
  return figures.some(
    ({ figure: own }) => own.kind === figure.kind && own.unit === figure.unit && canBothBeTrue(own, figure),
  );
}

interface Told {
  readonly pairs: readonly Pair[];
  readonly read: readonly (readonly FramedFigure[])[];
  readonly used: Set<FramedFigure>;
}

/** The fact of a pair with everybody else who speaks of it. */
function factOf(pair: Pair, { pairs, read, used }: Told): Difference {
  const members = new Set([pair.one, pair.other]);
  for (const { one, other } of pairs) {
    if (members.has(one)) members.add(other);
    else if (members.has(other)) members.add(one);
  }
  const stems = new Set(pair.frame.map(({ stem }) => stem));
  const known = [...members];
  for (const own of read) {
    if (own.some((figure) => members.has(figure))) continue;
    const same = own.find((figure) => known.some((member) => saysTheSame(figure, member, stems)));
    if (same !== undefined) members.add(same);
  }
  for (const member of members) used.add(member);
  const sides: { first: FramedFigure; all: FramedFigure[] }[] = [];
  for (const member of [...members].toSorted((a, b) => a.report.at - b.report.at)) {
    const side = sides.find(({ first }) => canBothBeTrue(first.figure, member.figure));
    if (side === undefined) sides.push({ first: member, all: [member] });
    else if (!side.all.some(({ report }) => report.id === member.report.id)) side.all.push(member);
  }
  const newestFirst = sides.toSorted((a, b) => b.first.report.at - a.first.report.at).slice(0, mostSides);
  const label = labelOf(pair.one, pair.frame);
  return {
    label: label.text,
    sides: newestFirst.map(({ first, all }) => ({
      value: valueShown(first, label),
      articles: all.map(({ report }) => report.id),
    })),
  };
}

function saysTheSame(figure: FramedFigure, member: FramedFigure, frame: ReadonlySet<string>): boolean {
  const [a, b] = [figure.figure, member.figure];
  if (a.kind !== b.kind || a.unit !== b.unit || !isSameValue(a, b)) return false;
  return [...figure.left, ...figure.right].some(({ stem }) => frame.has(stem));
}

/** "At least four" is true of 600 too, and does not say the same. */
function isSameValue(a: Figure, b: Figure): boolean {
  return canBothBeTrue({ ...a, bound: 'exact' }, { ...b, bound: 'exact' });
}
