/** Times in the title files count back from the moment the sample starts, so that it is always this morning. */

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;

/** Reads "42m", "10h32m" or "1d14h28m" into milliseconds. Throws on anything else: the files are ours. */
export function offsetMs(text: string): number {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text.trim());
  if (match === null || text.trim() === '') throw new Error(`not a time before the start: ${text}`);
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * unitMs.d + Number(hours) * unitMs.h + Number(minutes) * unitMs.m;
}

/** Puts the weekday in for every "{day 36h}" and the date for every "{date 36h}", in the title's language. */
export function fillInDays(text: string, startedAt: number, language: string): string {
  return text.replace(/\{(day|date) ([\dhdm]+)\}/g, (_, kind: string, offset: string) => {
    const shape: Intl.DateTimeFormatOptions = kind === 'day' ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
    const locale = language === 'en' ? 'en-GB' : language;
    return new Intl.DateTimeFormat(locale, shape).format(startedAt - offsetMs(offset));
  });
}
