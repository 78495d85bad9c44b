/** Numbers as the design words them. */

const exactFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** Exact up to 9,999, then '12 k', '1,204 k'. */
export function count(value: number): string {
  return value <= 9_999 ? exactFormat.format(value) : `${exactFormat.format(Math.floor(value / 1000))} k`;
}

/** Exact, with thousands set apart: for a number that a sentence is about. */
export function exactCount(value: number): string {
  return exactFormat.format(value);
}

/** '1 article', '88 articles'. */
export function counted(value: number, one: string, many: string): string {
  return `${exactCount(value)} ${value === 1 ? one : many}`;
}

const shareFormat = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/** 0.12 → '12%' */
export function share(value: number): string {
  return shareFormat.format(value);
}

/** '640 KB', '12 MB', '1.4 GB'. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
