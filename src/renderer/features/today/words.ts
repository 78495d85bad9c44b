/** How the front page words dates, numbers and times. */
import { counted } from '../../lib/numbers.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** 'Tuesday 24 November' */
export function dateLine(at: number): string {
  return dayFormat.format(at).replace(',', '');
}

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number that begins a sentence: in words up to nine. */
export function beginsWith(value: number): string {
  return small[value] ?? value.toLocaleString('en-GB');
}

/** 'Nine of your sources have this', '12 of your sources have this' */
export function sourcesHave(publishers: number): string {
  return `${beginsWith(publishers)} of your sources ${publishers === 1 ? 'has' : 'have'} this`;
}

/** '40 minutes of reading', '52 hours of reading' */
export function readingTime(hours: number): string {
  if (hours < 1) return `${counted(Math.max(1, Math.round(hours * 60)), 'minute', 'minutes')} of reading`;
  return `${counted(Math.round(hours), 'hour', 'hours')} of reading`;
}

/** 'First article in 23 days' → 'first article in 23 days', after a dot. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
