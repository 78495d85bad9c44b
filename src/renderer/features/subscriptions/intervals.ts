/** How often a feed may be refreshed, from automatically to once a week. */
export const intervals = [
  { minutes: null, label: 'Automatic', short: 'automatically' },
  { minutes: 15, label: 'Every 15 minutes', short: 'every 15 minutes' },
  { minutes: 30, label: 'Every 30 minutes', short: 'every 30 minutes' },
  { minutes: 60, label: 'Every hour', short: 'every hour' },
  { minutes: 180, label: 'Every 3 hours', short: 'every 3 hours' },
  { minutes: 720, label: 'Twice a day', short: 'twice a day' },
  { minutes: 1440, label: 'Once a day', short: 'once a day' },
  { minutes: 10_080, label: 'Once a week', short: 'once a week' },
] as const;

/** The choice that a number of minutes is nearest to; numbers set elsewhere need not be one of them. */
export function intervalOf(minutes: number | null): (typeof intervals)[number] {
  const [rhythm, ...set] = intervals;
  if (minutes === null) return rhythm;
  return set.reduce<(typeof intervals)[number]>(
    (best, one) =>
      Math.abs((one.minutes ?? 0) - minutes) < Math.abs((best.minutes ?? Number.MAX_SAFE_INTEGER) - minutes)
        ? one
        : best,
    rhythm,
  );
}
