/** Memory of this process now, as Linux counts it. */
import { readFileSync } from 'node:fs';

export interface Resident {
  readonly residentMb: number;
  /** Less the pages of files, which the system takes back when it likes. */
  readonly ownMb: number;
}

export function resident(): Resident {
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  const residentMb = kilobytes('VmRSS') / 1024;
  return { residentMb, ownMb: residentMb - kilobytes('RssFile') / 1024 };
}
