/** What an edit changed, in a sentence: 'The headline and one number changed'. */
import type { OutputOf } from '../../../contract/index.ts';

type Counts = OutputOf<'articles.revisions'>[number]['counts'];

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const places = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'] as const;

export function changeWords(counts: Counts): string {
  const changed = [
    counts.headline ? 'the headline' : '',
    some(counts.numbers, 'number'),
    some(counts.quotations, 'quotation'),
    some(counts.sentences, 'sentence'),
  ].filter(Boolean);
  const others = [
    counts.added > 0 ? `${some(counts.added, 'sentence')} added` : '',
    counts.removed > 0 ? `${some(counts.removed, 'sentence')} left out` : '',
  ].filter(Boolean);
  const parts = [changed.length > 0 ? `${listed(changed)} changed` : '', ...others].filter(Boolean);
  return parts.length > 0 ? capital(listed(parts)) : 'Only spelling changed';
}

/** 'Two spelling corrections are' */
export function smallWords(count: number): string {
  return `${capital(some(count, 'spelling correction'))} ${count === 1 ? 'is' : 'are'}`;
}

/** 'Second paragraph', 'Paragraph 12' */
export function paragraphWords(paragraph: number): string {
  const place = places[paragraph - 1];
  return place === undefined ? `Paragraph ${paragraph}` : `${place} paragraph`;
}

function some(count: number, noun: string): string {
  if (count === 0) return '';
  return `${small[count] ?? count} ${noun}${count === 1 ? '' : 's'}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
