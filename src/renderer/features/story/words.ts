/** How the story page words names, times and numbers. */
import type { StoryBoard } from '../../../contract/stories.ts';
import { clockTime, dayHead, shortDate, startOfDay } from '../../lib/times.ts';

const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const weekMs = 7 * 86_400_000;

/** 'today at 07:30', 'Monday 21:40', '12 November 21:40' */
export function dayAndTime(at: number, now: number): string {
  const isPast = startOfDay(at) <= startOfDay(now);
  if (!isPast) return `${shortDay.format(at)} ${shortDate(at, now)}, ${clockTime(at)}`;
  const day = dayHead(at, now);
  return day === 'Today' || day === 'Yesterday'
    ? `${day.toLowerCase()} at ${clockTime(at)}`
    : `${day} ${clockTime(at)}`;
}

/** '07:30' today, 'Mon 21:40' in the last week, '12 Nov' before, '12 Nov 2025' in another year. */
export function momentOf(at: number, now: number): string {
  if (startOfDay(at) === startOfDay(now)) return clockTime(at);
  return now - at < weekMs ? `${shortDay.format(at)} ${clockTime(at)}` : shortDate(at, now);
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** 'Five', '12': at the head of a sentence. */
export function numberWord(count: number): string {
  return numberWords[count] ?? String(count);
}

/** What a publisher is called: the title of its feed that has the story, else its host. */
export function publisherName({ rows }: Pick<StoryBoard, 'rows'>, publisher: string): string {
  return rows.find((row) => row.publisher === publisher)?.article.feedTitle ?? publisher;
}
