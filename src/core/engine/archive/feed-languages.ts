/** In which language each feed's articles mostly are, learned as they come: most archives and many feeds do not say. */

const enough = 5; // articles
const nearlyAll = 0.9;
const feedsKept = 2_000;

export class FeedLanguages {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Undefined until enough have come, and of a feed that is written in several languages. */
  usual(feedUrl: string): string | undefined {
    const counts = [...(this.#counts.get(feedUrl) ?? [])];
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    return all < enough ? undefined : counts.find(([, count]) => count >= all * nearlyAll)?.[0];
  }

  note(feedUrl: string, language: string | undefined): void {
    if (language === undefined) return;
    const counts = this.#counts.get(feedUrl) ?? new Map<string, number>();
    counts.set(language, (counts.get(language) ?? 0) + 1);
    if (this.#counts.size < feedsKept) this.#counts.set(feedUrl, counts);
  }
}
