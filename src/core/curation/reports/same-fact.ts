/** Whether two figures of two reports are told in the same frame of words. Nothing is better than a wrong pair. */
import { type FramedFigure, isYear } from './figure-frames.ts';
import { canBothBeTrue } from './figure-signs.ts';
import { isFigureLanguage, monthOf } from './figure-words.ts';
import type { Token } from './sentence-tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that make another fact of the same sentence: which one, when, of whom, compared with what. */
const setsApart =
  set(`first second third fourth fifth last next previous earlier later former ago already since prior year quarter
  month week today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter half
  annual annually monthly weekly daily hourly yearly
  north south east west northern southern eastern western men women man woman boys girls children child adults male female
  young old older younger elderly more less fewer additional another other others further extra remaining rest total overall
  average mean median record maximum minimum initial initially final expected forecast estimate estimated planned proposed
  target goal budget predicted projected hoped least most highest lowest gross net injured wounded dead killed missing arrested
  rescued evacuated hospitalised hospitalized urban rural domestic foreign public private home away up down rose fell
  increase decrease rise fall gain loss losses profit revenue sales cut not never no without nearly
  erste ersten zweite zweiten dritte letzte letzten nächste vorjahr jahr quartal monat woche nord süd ost west männer frauen
  kinder weitere andere übrige insgesamt durchschnitt erwartet geplant verletzt verletzte tote getötet vermisst nicht kein keine
  premier première deuxième dernier dernière prochain année an mois semaine trimestre nord sud est ouest hommes femmes enfants
  autres total moyenne prévu blessés morts disparus pas
  primer primera segundo segunda último última próximo año mes semana trimestre norte sur este oeste hombres mujeres niños
  otros otras total media previsto heridos muertos desaparecidos no`);

/** "after four days of talks" is true on the fourth day: only what something takes or lasts is compared. */
const durations =
  set(`hours days weeks months years hour day week month year stunden tage tagen wochen monate jahre heures jours
  semaines mois ans horas días semanas meses años`);

const leastShared = 2;

/** The words that both tell it in, in the order of the first; undefined when it may be another fact. */
export function sharedFrame(a: FramedFigure, b: FramedFigure): readonly Token[] | undefined {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit || a.turn !== b.turn) return undefined;
  if (canBothBeTrue(a.figure, b.figure)) return undefined;
  if (isFarApart(a, b)) return undefined;
  // "killed 23 people", "23 people were killed": beside what is counted a verb may stand on either side.
  const isCount = a.figure.kind === 'count';
  const across = (own: FramedFigure, side: 'left' | 'right') => (isCount ? [...own.left, ...own.right] : own[side]);
  const sideOf = (side: 'left' | 'right') =>
    sharedSide(
      { words: a[side], other: stemsOf(across(b, side)) },
      { words: b[side], other: stemsOf(across(a, side)) },
    );
  const [left, right] = [sideOf('left'), sideOf('right')];
  if (left === undefined || right === undefined) return undefined;
  const shared = left.length + right.length;
  // What is counted is a word of the frame itself.
  const needed = isCount ? leastShared - 1 : leastShared;
  if (shared < needed || !isNear(a, b)) return undefined;
  if (!areAlike(a, b) || isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return undefined;
  const all = [a, b].map(({ left: l, right: r }) => l.length + r.length);
  if (shared * 2 < Math.min(...all) || shared * 3 < Math.max(...all)) return undefined;
  return [...left.toReversed(), ...right];
}

const likeSentences = 0.34;
const fewWords = 3;

/** Reports that tell of one fact seldom differ four times over; reports of two facts do. */
const farApart = 4;

function isFarApart({ figure: a }: FramedFigure, { figure: b }: FramedFigure): boolean {
  if (!['money', 'percent', 'points', 'count'].includes(a.kind)) return false;
  return Math.max(a.value, b.value) > farApart * Math.min(a.value, b.value);
}

/** True where one tells of a month or a year that the other report never mentions. */
function isOfAnotherTime(a: FramedFigure, b: FramedFigure): boolean {
  const { language } = a.report;
  if (!isFigureLanguage(language) || a.figure.kind === 'date' || a.figure.kind === 'month' || a.figure.kind === 'year')
    return false;
  return a.tokens.some(({ text, lower, stem, isCapital }) => {
    if (isYear(text)) return !b.inReport.has(text);
    const isMonth = monthOf(lower, language) !== undefined && (language !== 'en' || isCapital);
    return isMonth && !b.inReport.has(stem);
  });
}

/** Two sentences about one fact share more than the words right beside it. */
function areAlike(a: FramedFigure, b: FramedFigure): boolean {
  const shared = [...a.told].filter((stem) => b.told.has(stem)).length;
  const least = Math.min(a.told.size, b.told.size);
  return shared >= Math.min(fewWords, least - 1) && shared >= least * likeSentences;
}

interface Side {
  readonly words: readonly Token[];
  /** What the other report says there. */
  readonly other: ReadonlySet<string>;
}

/** Shared words of one side; undefined where what is not shared tells two facts apart. */
function sharedSide(a: Side, b: Side): Token[] | undefined {
  const [onlyA, onlyB] = [a, b].map(({ words, other }) => words.filter(({ stem }) => !other.has(stem)));
  if (onlyA === undefined || onlyB === undefined) return undefined;
  if ([...onlyA, ...onlyB].some(({ lower }) => setsApart.has(lower))) return undefined;
  const shared = a.words.filter(({ stem }) => a.other.has(stem));
  // Both name something else in the same place: two towns, two clinics.
  const most = Math.max(onlyA.length, onlyB.length);
  if (onlyA.length > 0 && onlyB.length > 0 && shared.length < leastShared + most) return undefined;
  return shared;
}

function stemsOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.map(({ stem }) => stem));
}

/** The word that governs the figure is one of the shared: the nearest on the left or on the right. */
function isNear(a: FramedFigure, b: FramedFigure): boolean {
  const isSame = (one: Token | undefined, other: Token | undefined) => one !== undefined && one.stem === other?.stem;
  const [left, right] = [isSame(a.left[0], b.left[0]), isSame(a.right[0], b.right[0])];
  if (durations.has(a.tokens[a.figure.to - 1]?.lower ?? '')) return left;
  if (a.figure.kind !== 'count') return left || (right && a.left.length * b.left.length === 0);
  return left || right || isSame(a.left[0], b.right[0]) || isSame(a.right[0], b.left[0]);
}
