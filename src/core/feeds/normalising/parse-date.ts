import type { EpochMs } from '../../lib/clock.ts';
import { monthOfWord, zoneOfWord } from './date-words.ts';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of Greenwich; a missing zone is read as UTC. */
  readonly zone?: number;
}

const longestDate = 120;

/**
 * Reads a feed date into epoch milliseconds, or undefined when no reading is safe.
 * Accepts RFC 822 and RFC 2822 (RSS 2.0 `pubDate`), RFC 3339 and ISO 8601 (Atom, RFC 4287 3.3), and the wrong forms feeds use:
 * asctime, week and ordinal dates, numbers alone, day or month names in other languages, named zones.
 * Two digits of year are 1950 to 2049 (RFC 2822 4.3); a year is never made up. Never throws.
 */
export function parseDate(raw: string): EpochMs | undefined {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > longestDate) return undefined;
  for (const read of [readIso, readNamedMonth, readEastAsian, readNumbers, readEpoch]) {
    const moment = read(text);
    if (moment !== undefined) return typeof moment === 'number' ? moment : toEpoch(moment);
  }
  return undefined;
}

function toEpoch(moment: Moment): EpochMs | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, zone = 0 } = moment;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (hour > 24 || minute > 59 || second >= 62 || Math.abs(zone) > 18 * 60 || year < 1 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // 31 June is 1 July: the publisher counted wrongly, but not by much
  return date.getTime() + ((hour * 60 + minute - zone) * 60 + second) * 1000;
}

/** `hh[:mm[:ss[.f]]] [am|pm] [zone]`, as it stands behind any form of date. */
function readTime(text: string): Pick<Moment, 'hour' | 'minute' | 'second' | 'zone'> | undefined {
  const found =
    /^(?:(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2})(?:[.,:](\d{1,9}))?)?|(\d{1,2})(?=\s*[ap]m|\s*$|\s*[zZ+-])|(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?)\s*([ap]\.?m\.?)?/i.exec(
      text,
    );
  if (found === null) return undefined;
  const [
    all,
    hourText = found[5] ?? found[6],
    minuteText = found[7],
    secondText = found[8],
    fraction = found[9],
    ,
    ,
    ,
    ,
    ,
    half,
  ] = found;
  const hour = Number(hourText ?? 0);
  const second = Number(secondText ?? 0) + Number(`0.${fraction ?? 0}`);
  const zone = readZone(text.slice(all.length));
  return {
    hour: half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0),
    minute: Number(minuteText ?? 0),
    second,
    ...(zone === undefined ? {} : { zone }),
  };
}

function readZone(text: string): number | undefined {
  const offset = /([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text);
  const word = /[A-Za-z]{1,5}/.exec(text)?.[0];
  const named = word === undefined ? undefined : zoneOfWord(word);
  if (offset === null) return named;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  const zone = offset[1] === '+' ? minutes : -minutes;
  // "EST +0000" and "-0500 EST" say it twice: a name with a meaning of its own wins over a zero.
  return zone === 0 && named !== undefined ? named : zone;
}

const isoDate =
  /^([+-]?\d{4})(?:-?W(\d{2})-?(\d)?|-(\d{3})(?!\d)|[-/.]\s?(\d{1,2})(?:[-/.]\s?(\d{1,2})\.?)?|(\d{2})(\d{2})|(\d{3})(?!\d))?(?:\s*[T_ ,]\s*|$|(?=[zZ]))/i;

function readIso(text: string): Moment | undefined {
  const found = isoDate.exec(text);
  if (found === null) return undefined;
  const year = Number(found[1]);
  const rest = text.slice(found[0].length);
  const time = rest === '' ? {} : readTime(rest);
  const date = isoDay(year, found);
  if (date === undefined || time === undefined)
    return time === undefined && date !== undefined ? withZoneOnly(date, rest) : undefined;
  return { ...date, ...time };
}

function withZoneOnly(date: Moment, rest: string): Moment | undefined {
  const zone = readZone(rest);
  return zone === undefined ? undefined : { ...date, zone };
}

function isoDay(year: number, found: RegExpExecArray): Moment | undefined {
  const [, , week, weekday, ordinalDashed, monthDashed, dayDashed, month, day, ordinal] = found;
  if (week !== undefined) return dayOfWeek(year, Number(week), Number(weekday ?? 1));
  const dayOfYear = ordinalDashed ?? ordinal;
  if (dayOfYear !== undefined) return fromUtc(Date.UTC(year, 0, Number(dayOfYear)), year);
  if (monthDashed === undefined && month === undefined) return { year, month: 1, day: 1 };
  return { year, month: Number(monthDashed ?? month), day: Number(dayDashed ?? day ?? 1) };
}

/** ISO 8601 week dates: week 1 is the one with 4 January; Monday is 1. */
function dayOfWeek(year: number, week: number, weekday: number): Moment | undefined {
  const january4 = Date.UTC(year, 0, 4);
  const monday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * 86_400_000;
  return week < 1 || week > 53 ? undefined : fromUtc(monday + ((week - 1) * 7 + weekday - 1) * 86_400_000);
}

function fromUtc(at: number, onlyIn?: number): Moment | undefined {
  const date = new Date(at);
  if (onlyIn !== undefined && date.getUTCFullYear() !== onlyIn) return undefined;
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `[weekday,] 2 Jan 2003 04:05:06 zone`, `Jan 2, 2003`, `Fri Jan 2 04:05:06 [zone] 2003`, `2-Jan-03`. */
function readNamedMonth(text: string): Moment | undefined {
  const named = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].filter(([letters]) => monthOfWord(letters) !== undefined);
  // "Mar" is also a Tuesday: of two such words the month is the one behind a number.
  const word = named.find(({ index }) => /\d[\s.,/-]*$/.test(text.slice(0, index))) ?? named[0];
  if (word === undefined) return undefined;
  const month = monthOfWord(word[0]) ?? 0;
  const before = text.slice(0, word.index);
  const after = text.slice(word.index + word[0].length).replace(/^[\s.,/-]+(?:de\s|of\s)?/i, '');
  const clock = /(?<![\d+])\d{1,2}(?::\d{1,2}|\.\d{2}\.\d{2}|h\d{2})|(?<=\d{4}\D{1,3})\d{1,2}\.\d{2}(?!\d)/.exec(after);
  const dates = clock === null ? after : after.slice(0, clock.index);
  const leading = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ .,/-]{0,6}(?:(?:de|of) [ -]{0,6})?$/i.exec(before);
  const numbers = [...dates.matchAll(/(?<![\d+])\d{1,4}/g)].map(([digits]) => digits);
  const day = leading?.[1] ?? numbers.shift();
  const yearBefore = /(?<!\d)(\d{4})[\s.,/-]+(?:\d{1,2}\D*)?$/.exec(before)?.[1];
  const tail = clock === null ? undefined : after.slice(clock.index);
  const year = yearBefore ?? numbers[0] ?? /\s(\d{4})$/.exec(tail ?? '')?.[1];
  if (day === undefined || year === undefined) return undefined;
  const time =
    tail === undefined ? {} : (readTime(numbers[0] === undefined ? tail.replace(/\s\d{4}$/, '') : tail) ?? {});
  return { year: fullYear(year), month, day: Number(day), ...time };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900);
  return digits.length === 3 ? year + 1900 : year;
}

/** Korean, Japanese and Chinese: year, month and day by their characters; morning and afternoon before the hour. */
function readEastAsian(text: string): Moment | undefined {
  const found = /(\d{4}) ?[년年-] ?(\d{1,2}) ?[월月-] ?(\d{1,2}) ?[일日]? ?(.*)/u.exec(text);
  if (found === null) return undefined;
  const rest = found[4] ?? '';
  const clock = /(\d{1,2})\s*[:시時时点]\s*(\d{1,2})(?:\s*[:분分]\s*(\d{1,2}))?/u.exec(rest);
  const isAfternoon = /오후|午後|下午|PM/iu.test(rest);
  const hour = Number(clock?.[1] ?? 0);
  const zone = clock === null ? undefined : readZone(rest.slice(clock.index + clock[0].length));
  return {
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: isAfternoon ? (hour % 12) + 12 : hour,
    minute: Number(clock?.[2] ?? 0),
    second: Number(clock?.[3] ?? 0),
    // Korean publishers write local time without a zone.
    zone: zone ?? (/[년월일]|오[전후]/u.test(text) ? 540 : 0),
  };
}

/** `7/31/2003 1:02 PM` is American, `31.7.2003` European; a first number over 12 settles it. */
function readNumbers(text: string): Moment | undefined {
  const found = /^(?:\p{L}[\p{L} ]{0,20},? )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T–-]+([^ ,T–-].*)?)?$/u.exec(
    text,
  );
  if (found === null) return undefined;
  const one = Number(found[1]);
  const two = Number(found[3]);
  const dayFirst = found[2] !== '/' || one > 12;
  const time = found[5] === undefined ? {} : (readTime(found[5]) ?? {});
  return { year: fullYear(found[4] ?? ''), month: dayFirst ? two : one, day: dayFirst ? one : two, ...time };
}

/** Seconds or milliseconds since 1970. */
function readEpoch(text: string): number | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  return text.length > 10 ? Number(text) : Number(text) * 1000;
}
