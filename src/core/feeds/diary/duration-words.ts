/** A span of time as a person says it. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** "3 minutes", "1 hour", "2 days": rounded, in the largest unit that fits, never less than one second. */
export function durationWords(ms: number): string {
  if (ms < minute) return counted(Math.max(1, Math.round(ms / second)), 'second');
  if (ms < hour) return counted(Math.round(ms / minute), 'minute');
  if (ms < day) return counted(Math.round(ms / hour), 'hour');
  return counted(Math.round(ms / day), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
