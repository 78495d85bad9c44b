/**
 * How much memory bodies under way may take together. Sixteen of 15 MiB would be a quarter of a gigabyte: beyond the
 * budget all but the oldest wait with their connection open, while small ones pass by. One budget a task worker.
 */

/** From so many bytes on a body counts. */
export const largeBytes = 512 * 1024;
const budgetBytes = 8 * 1024 * 1024;

export interface LargeBody {
  bytes: number;
  /** Told when there may be room again. */
  readonly goOn: () => void;
}

// In the order in which they became large. The first is never held, so that it always ends.
const underWay: LargeBody[] = [];
let heldBytes = 0;

/** Counts what came in; false where the body has to wait until it is told to go on. */
export function mayGoOn(body: LargeBody, moreBytes: number): boolean {
  if (!underWay.includes(body)) underWay.push(body);
  body.bytes += moreBytes;
  heldBytes += moreBytes;
  return heldBytes <= budgetBytes || underWay[0] === body;
}

/** To be called once for each that was counted, whatever became of it. */
export function leaveLarge(body: LargeBody): void {
  const at = underWay.indexOf(body);
  if (at < 0) return;
  underWay.splice(at, 1);
  heldBytes -= body.bytes;
  for (const other of underWay) other.goOn();
}
