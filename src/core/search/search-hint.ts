/** One sentence that helps when a query finds nothing, or says nothing that can be found. */
import type { Ignored } from './query-tree.ts';

export function hintFor(
  query: string,
  about: {
    readonly hasWords: boolean;
    readonly ignored: readonly Ignored[];
    readonly found: number;
    /** Not all of the archive was looked through yet. */
    readonly goesOn: boolean;
  },
): string | null {
  const [first] = about.ignored;
  if (query.trim() === '') return 'Type a word, or is:unread, source: or after: to begin.';
  if (!about.hasWords)
    return first === undefined
      ? 'Nothing here can be looked for. Type a word, such as flood or "flood fund".'
      : `Nothing here can be looked for. ${first.why}`;
  if (about.found > 0) return null;
  if (about.goesOn) return 'Nothing among the newest articles. Go on to look through the older ones.';
  if (first !== undefined) return `Nothing was found. ${first.why}`;
  if (/"/.test(query)) return 'Nothing was found. Without quotation marks the words may stand in any order.';
  if (/^\s*(-|NOT\s)/.test(query)) return 'Nothing was found: every article has what this takes out.';
  if (/\s/.test(query.trim())) return 'Nothing was found. Put OR between words of which one is enough.';
  if (query.includes('*')) return 'Nothing was found. A shorter beginning before the star finds more.';
  return 'Nothing was found. A star finds words that begin like this, such as flo*.';
}
