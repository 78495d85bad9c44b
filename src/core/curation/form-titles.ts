/** Titles written to a form: "Magnitude 4.1 earthquake 12 km off Arvik". Most of their words are in nearly all of them. */
import { splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

const nearlyAll = 0.75;
const mostOfTitle = 0.4; // of what is reported of one event, a name or two come back in each title: a fifth of it
const shortestWord = 3;
const smallWords = stopWords('en');

/** The words that make the form; empty when these titles have none. Numbers say nothing. */
export function formOf(titles: readonly string[]): ReadonlySet<string> {
  const words = titles.map(wordsOf);
  const counts = new Map<string, number>();
  for (const word of words.flatMap((own) => [...own])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const form = new Set([...counts].filter(([, n]) => n >= titles.length * nearlyAll).map(([word]) => word));
  const filled = words.filter((own) => own.intersection(form).size >= own.size * mostOfTitle);
  return form.size > 0 && filled.length >= titles.length * nearlyAll ? form : new Set();
}

export function isOfForm(title: string, form: ReadonlySet<string>): boolean {
  const words = wordsOf(title);
  return form.size > 0 && words.intersection(form).size >= Math.max(form.size * nearlyAll, words.size * mostOfTitle);
}

function wordsOf(title: string): Set<string> {
  const words = splitWords(title).map(({ text }) => text);
  return new Set(words.filter((word) => word.length >= shortestWord && !/\d/.test(word) && !smallWords.has(word)));
}
