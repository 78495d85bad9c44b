/** The base addresses that occur in a feed (xml:base), each kept once and named by its index. */

const mostBases = 10_000; // a feed has one, or one for each article

export class BaseStack {
  /** Resolved as far as the feed itself allows; index 0 is the document's own address, which only the caller knows. */
  readonly addresses: (string | undefined)[] = [undefined];
  private readonly indexes = new Map<string, number>();

  /** The index of `given` as seen from inside base number `outer`. An empty or hopeless address changes nothing. */
  add(given: string, outer: number): number {
    if (given === '') return outer;
    const outerAddress = this.addresses[outer];
    const address =
      outerAddress !== undefined && URL.canParse(given, outerAddress) ? new URL(given, outerAddress).href : given;
    const seen = this.indexes.get(address);
    if (seen !== undefined) return seen;
    if (this.addresses.length >= mostBases) return outer;
    this.indexes.set(address, this.addresses.length);
    return this.addresses.push(address) - 1;
  }
}
