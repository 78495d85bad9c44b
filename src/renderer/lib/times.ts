/** Times and days as the design words them: '42 min ago', '5 h', 'Yesterday', '12 Nov'. All in the computer's own zone. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const dayMonthFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMonthYearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const longDayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const longDateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const longDateYearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Midnight at the beginning of the day of `at`, in epoch milliseconds. */
export function startOfDay(at: number): number {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
}

/** Whole days from the day of `at` to that of `now`: 0 today, 1 yesterday; negative in the future. */
function daysAgo(at: number, now: number): number {
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  return Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
}

/** '08:12' */
export function clockTime(at: number): string {
  return clockFormat.format(at);
}

/** '12 Nov', with the year when it is not this one. */
export function shortDate(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayMonthFormat : dayMonthYearFormat).format(at).replace('Sept', 'Sep');
}

/** What a Date can hold, in milliseconds either side of 1970. */
const lastDateMs = 8.64e15;

/** '24 Nov 2026'. A number that is no moment gives 'an unknown day': a part of the window should not fall for it. */
export function fullDate(at: number): string {
  if (!(Math.abs(at) <= lastDateMs)) return 'an unknown day';
  return dayMonthYearFormat.format(at).replace('Sept', 'Sep');
}

/** 'now', '42 min', '5 h' up to a day; then 'Yesterday', then the date. */
export function shortAge(at: number, now: number): string {
  const age = now - at;
  if (age < minuteMs) return 'now';
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min`;
  if (age < dayMs) return `${Math.floor(age / hourMs)} h`;
  return daysAgo(at, now) === 1 ? 'Yesterday' : shortDate(at, now);
}

/** 'now', '42 min ago', '5 h ago', 'yesterday', '12 Nov': inside a sentence. */
export function ageAgo(at: number, now: number): string {
  const age = shortAge(at, now);
  if (age === 'Yesterday') return 'yesterday';
  return age.endsWith(' min') || age.endsWith(' h') ? `${age} ago` : age;
}

/** The time in a row that stands under its day's head: an age today, the clock on other days. */
export function rowTime(at: number, now: number): string {
  return daysAgo(at, now) <= 0 ? shortAge(at, now) : clockTime(at);
}

/** 'Today', 'Yesterday', 'Sunday' in the last week, '12 November', '12 November 2025'. */
export function dayHead(at: number, now: number): string {
  const days = daysAgo(at, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return weekdayFormat.format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? longDateFormat : longDateYearFormat).format(at);
}

/** '08:12' today, '23:10 yesterday', '21:40 on Sunday', '21:40 on 12 November': after 'at' or 'before'. */
export function timeAndDay(at: number, now: number): string {
  const day = dayHead(at, now);
  if (day === 'Today') return clockTime(at);
  return day === 'Yesterday' ? `${clockTime(at)} yesterday` : `${clockTime(at)} on ${day}`;
}

/** 'Tuesday 24 November, 03:10', with the year when it is not this one. */
export function bylineDate(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = longDayFormat.format(at).replace(',', '');
  return `${day}${sameYear ? '' : ` ${new Date(at).getFullYear()}`}, ${clockTime(at)}`;
}

/** '3:05', '1:02:07': the length of a recording. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
