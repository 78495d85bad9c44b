/** Each search field has one search at a time: a newer one sets the flag of the older, which a reader looks at between rows. */

export class SearchSessions {
  readonly #running = new Map<string, Int32Array>();

  /** The flag for this call; undefined for calls of no session. Ends what the same field asked before. */
  begin(name: string, input: unknown): Int32Array | undefined {
    const { session, cursor } = input as { readonly session?: string; readonly cursor?: string };
    if (session === undefined) return undefined;
    this.#end(`${name} ${session}`);
    // other words: what was counted for the old ones is not wanted either
    if (name === 'articles.search' && cursor === undefined) {
      this.#end(`search.facets ${session}`);
      this.#end(`search.alternatives ${session}`);
    }
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#running.set(`${name} ${session}`, flag);
    return flag;
  }

  done(flag: Int32Array | undefined): void {
    for (const [key, running] of this.#running) if (running === flag) this.#running.delete(key);
  }

  #end(key: string): void {
    const flag = this.#running.get(key);
    if (flag !== undefined) Atomics.store(flag, 0, 1);
    this.#running.delete(key);
  }
}
