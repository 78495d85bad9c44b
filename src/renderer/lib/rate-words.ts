/** How often something is published, in words. */
import { count, counted } from './numbers.ts';

const fromDaily = 14;

/** Of articles a week, roughly: '30 a day' from two a day on, '4 a week' below, 'less than one a week'. */
export function rateWords(perWeek: number): string {
  if (perWeek >= fromDaily) return `${count(round(perWeek / 7))} a day`;
  return perWeek < 1 ? 'less than one a week' : `${count(Math.round(perWeek))} a week`;
}

/** 'about 90 articles a day' of several together; undefined where one of them is not known. */
export function dailyWords(perWeek: readonly (number | null)[]): string | undefined {
  if (perWeek.length === 0 || perWeek.includes(null)) return undefined;
  const perDay = perWeek.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 7;
  return perDay < 1 ? 'less than one article a day' : `about ${counted(round(perDay), 'article', 'articles')} a day`;
}

/** From 20 on by fives: these are estimates, and '29' would claim to have been counted. */
function round(value: number): number {
  return value < 20 ? Math.round(value) : Math.round(value / 5) * 5;
}
